/**
 * Where the aid office arrives, and from where its pages are reached.
 *
 * <p>Decision: a page of links and counts alone; what is known of a learner stands on no page but
 * that learner's own.
 */
@NullMarked
@Feature
package org.vellum.finaid.home;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
