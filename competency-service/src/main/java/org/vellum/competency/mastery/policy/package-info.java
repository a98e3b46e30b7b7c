/**
 * Policies of mastery as data: read from JSON, proposed, adopted, and found for a competency.
 *
 * <p>Decision: a policy holds for days of the source's time, not for moments of ours, so that a
 * result means the same whenever it arrives, and a new policy never speaks about old days unless
 * the registrar lets it begin on one.
 */
@NullMarked
package org.vellum.competency.mastery.policy;

import org.jspecify.annotations.NullMarked;
