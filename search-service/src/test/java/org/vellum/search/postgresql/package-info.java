@NullMarked
package org.vellum.search.postgresql;

import org.jspecify.annotations.NullMarked;
