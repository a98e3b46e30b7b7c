/**
 * Holds the service to the rules of the architecture.
 *
 * <p>Decision: the rules are inherited, so that no module can choose among them.
 */
@NullMarked
package org.vellum.transcript;

import org.jspecify.annotations.NullMarked;
