/**
 * Shows that a stranger's copy is judged rightly, and that fetching stays out of our network.
 *
 * <p>Decision: records come from the same use cases that registrars use.
 */
@NullMarked
package org.vellum.transcript.verification;

import org.jspecify.annotations.NullMarked;
