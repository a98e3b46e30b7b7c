package org.vellum.transcript.issuing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a learner's record: published, perhaps superseded by the next version, perhaps
 * revoked, never changed and never deleted.
 *
 * @param id its identifier, random; the credential's id is {@code {baseUrl}/credentials/{id}}
 * @param learner whose record it is
 * @param version counts the learner's records from 1
 * @param publishedAt when it was signed
 * @param supersededBy the version that took its place; empty for the current one
 * @param credential the ClrCredential (CLR 2.0) exactly as signed, JSON in UTF-8
 */
public record PublishedRecord(
    UUID id,
    UUID learner,
    int version,
    Instant publishedAt,
    Optional<UUID> supersededBy,
    String credential) {

  /** Whether no later version took its place. */
  public boolean isCurrent() {
    return supersededBy.isEmpty();
  }
}
