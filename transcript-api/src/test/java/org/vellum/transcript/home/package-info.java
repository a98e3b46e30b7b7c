/**
 * Shows that what people typed stays text on every page.
 *
 * <p>Decision: records come from the same use cases that registrars use.
 */
@NullMarked
package org.vellum.transcript.home;

import org.jspecify.annotations.NullMarked;
