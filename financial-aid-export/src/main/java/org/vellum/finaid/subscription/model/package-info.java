/**
 * Subscription periods and the hours that must be completed before each.
 *
 * <p>Decision: a requirement follows from the hours of the periods attended, across all versions of
 * a program, and so never starts over.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.subscription.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
