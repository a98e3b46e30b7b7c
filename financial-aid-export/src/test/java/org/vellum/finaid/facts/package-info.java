/** Tries how facts are kept and read, over a real PostgreSQL. */
@NullMarked
package org.vellum.finaid.facts;

import org.jspecify.annotations.NullMarked;
