/**
 * Assignment and Grade Services 2.0, as the platform: line items, scores and results of tools.
 *
 * <p>Decision: a score is recorded as an evaluation result like any other, and what a tool reads
 * back is computed from that fact; a score above the maximum counts as the maximum in decisions and
 * is read back as it was sent.
 */
@NullMarked
package org.vellum.competency.lti.ags;

import org.jspecify.annotations.NullMarked;
