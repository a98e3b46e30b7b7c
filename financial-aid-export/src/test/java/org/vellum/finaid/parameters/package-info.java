/** Tries how parameters of programs are set, over a real PostgreSQL. */
@NullMarked
package org.vellum.finaid.parameters;

import org.jspecify.annotations.NullMarked;
