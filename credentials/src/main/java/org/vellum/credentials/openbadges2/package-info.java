/**
 * Open Badges 2.0: assertions written from a learner's record or a badge of 3.0 and read back,
 * hosted or signed, and asked of their issuers.
 *
 * <p>Decision: an assertion is written with its BadgeClass and its issuer's Profile inside, since
 * readers without a network must understand a baked one; the parts are what is hosted at their ids.
 */
@NullMarked
package org.vellum.credentials.openbadges2;

import org.jspecify.annotations.NullMarked;
