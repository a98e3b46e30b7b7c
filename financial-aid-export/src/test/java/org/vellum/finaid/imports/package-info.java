/** Tries imports of facts, over a real PostgreSQL. */
@NullMarked
package org.vellum.finaid.imports;

import org.jspecify.annotations.NullMarked;
