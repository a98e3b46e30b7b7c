/**
 * JSON as the whole house reads and writes it.
 *
 * <p>Decision: one mapper, strict on input (no duplicate members, bounded depth and size of
 * numbers) and exact on output (instants as ISO 8601 in UTC, decimals never as binary floating
 * point, absent values left out).
 */
@NullMarked
package org.vellum.platform.json;

import org.jspecify.annotations.NullMarked;
