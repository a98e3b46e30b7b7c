/**
 * Shows that people read what was signed, grouped and counted.
 *
 * <p>Decision: records come from the same use cases that registrars use.
 */
@NullMarked
package org.vellum.transcript.display;

import org.jspecify.annotations.NullMarked;
