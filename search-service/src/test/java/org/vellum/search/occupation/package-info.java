@NullMarked
package org.vellum.search.occupation;

import org.jspecify.annotations.NullMarked;
