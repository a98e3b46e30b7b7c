/**
 * Deliberate violations of every architecture rule, which show that each rule can fail.
 *
 * <p>Decision: beside each violation stands its permitted sister, so that a rule that refuses all
 * fails too.
 */
@NullMarked
package org.vellum.violations;

import org.jspecify.annotations.NullMarked;
