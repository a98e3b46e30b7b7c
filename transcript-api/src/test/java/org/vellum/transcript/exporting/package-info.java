/**
 * Shows that what is given to other systems says what was signed, and says what it leaves out.
 *
 * <p>Decision: what was written is read back by the library, as another system would read it.
 */
@NullMarked
package org.vellum.transcript.exporting;

import org.jspecify.annotations.NullMarked;
