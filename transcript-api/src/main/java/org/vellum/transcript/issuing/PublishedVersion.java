package org.vellum.transcript.issuing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a registrar sees of one version of a record in the list of its versions.
 *
 * @param id the record's identifier
 * @param version counts from 1
 * @param publishedAt when it was signed
 * @param publishedBy who published it
 * @param current whether no later version took its place
 * @param achievements how many achievements it holds
 * @param revokedAt when it was revoked, if it was
 * @param reason why it was revoked, if it was
 */
public record PublishedVersion(
    UUID id,
    int version,
    Instant publishedAt,
    String publishedBy,
    boolean current,
    int achievements,
    Optional<Instant> revokedAt,
    Optional<String> reason) {}
