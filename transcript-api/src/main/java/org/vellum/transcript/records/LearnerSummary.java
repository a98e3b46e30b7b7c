package org.vellum.transcript.records;

import java.util.UUID;

/**
 * A learner in the registrar's list.
 *
 * @param id our own identifier of the learner
 * @param sourcedId the learner's {@code sourcedId} in the roster
 * @param givenName the learner's given name
 * @param familyName the learner's family name
 * @param attainments how many attained competencies stand
 * @param completions how many completed courses stand
 */
public record LearnerSummary(
    UUID id,
    String sourcedId,
    String givenName,
    String familyName,
    int attainments,
    int completions) {}
