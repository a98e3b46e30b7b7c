/** Tests of what becomes of facts. */
@NullMarked
package org.vellum.finaid.records;

import org.jspecify.annotations.NullMarked;
