/**
 * Bounds on what comes in: how often, how much.
 *
 * <p>Decision: the counters stand in the database, so that several nodes count together.
 */
@NullMarked
package org.vellum.platform.limits;

import org.jspecify.annotations.NullMarked;
