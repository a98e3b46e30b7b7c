/**
 * What we say when something cannot be done: RFC 9457 problems and findings with their place.
 *
 * <p>Decision: an expected outcome is a sealed result of its use case; a problem exists only where
 * it is sent.
 */
@NullMarked
package org.vellum.platform.problem;

import org.jspecify.annotations.NullMarked;
