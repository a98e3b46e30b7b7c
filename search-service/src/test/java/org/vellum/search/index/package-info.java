@NullMarked
package org.vellum.search.index;

import org.jspecify.annotations.NullMarked;
