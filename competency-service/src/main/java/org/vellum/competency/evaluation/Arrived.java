package org.vellum.competency.evaluation;

/**
 * A result that came by itself.
 *
 * @param sent what was sent
 * @param onlyIfNewer whether it is left alone if it is not newer than all that is known of it: for
 *     sources by whose standard one that is as new is refused (AGS 2.0, 3.4.7)
 */
record Arrived(SentResult sent, boolean onlyIfNewer) {}
