package org.vellum.transcript.status;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential was revoked, for good.
 *
 * @param credential identifier of the credential: a record or one achievement
 * @param revokedAt when
 * @param reason why, in the registrar's words; shown to whoever verifies the credential
 */
public record Revocation(UUID credential, Instant revokedAt, String reason) {}
