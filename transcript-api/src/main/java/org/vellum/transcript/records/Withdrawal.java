package org.vellum.transcript.records;

import java.time.Instant;

/**
 * An attainment or a completion no longer stands.
 *
 * @param withdrawnAt since when
 * @param reason why, in one sentence for the learner
 */
public record Withdrawal(Instant withdrawnAt, String reason) {}
