@NullMarked
package org.vellum.search;

import org.jspecify.annotations.NullMarked;
