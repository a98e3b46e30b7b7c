/**
 * Social security numbers, in a file of their own that only the aid system can read.
 *
 * <p>Decision: numbers come through a port that nothing else of the export knows, so that no
 * record, error, log or picture can hold one; a run without the port has none.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.records")
package org.vellum.finaid.ssn;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
