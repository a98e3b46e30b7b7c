@NullMarked
package org.vellum.search.metrics;

import org.jspecify.annotations.NullMarked;
