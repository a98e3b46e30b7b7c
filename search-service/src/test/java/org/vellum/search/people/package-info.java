@NullMarked
package org.vellum.search.people;

import org.jspecify.annotations.NullMarked;
