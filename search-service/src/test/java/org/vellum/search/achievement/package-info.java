@NullMarked
package org.vellum.search.achievement;

import org.jspecify.annotations.NullMarked;
