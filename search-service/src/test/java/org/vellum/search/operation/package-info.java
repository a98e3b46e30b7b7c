@NullMarked
package org.vellum.search.operation;

import org.jspecify.annotations.NullMarked;
