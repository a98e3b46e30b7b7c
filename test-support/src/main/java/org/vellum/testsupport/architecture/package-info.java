/**
 * The rules that keep the architecture as it is drawn, which every module inherits as a test.
 *
 * <p>Decision: allow-lists read from tables. A module, a library or a feature that no table or
 * {@code package-info} names is refused, so that a new dependency is a decision that someone writes
 * down. Rules find the platform's annotations by name, because the platform is itself tested with
 * them.
 */
@NullMarked
package org.vellum.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
