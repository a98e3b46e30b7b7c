package org.vellum.transcript.issuer;

import java.time.Instant;

/**
 * That a key was in foreign hands.
 *
 * @param since the earliest instant at which it may have been; nothing that it signed then or later
 *     is to be believed
 * @param reason why, 1 to 500 characters, for administrators
 * @param markedAt when this was said
 */
public record Compromise(Instant since, String reason, Instant markedAt) {}
