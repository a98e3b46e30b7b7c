package org.vellum.competency.lti.tool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A course of a platform whose gradebook is read.
 *
 * @param id our identifier of it
 * @param platform the platform
 * @param deploymentId under which deployment it was launched
 * @param contextId what the platform knows it by
 * @param title what people call it
 * @param lineItemsUri its line items (AGS 2.0)
 * @param membershipsUri its members (NRPS 2.0)
 * @param scopes what we may ask for (AGS 2.0)
 * @param classSourcedId the class of the roster that it is, if a registrar has said so
 * @param step what is read next: {@code idle}, {@code members}, {@code line items}, {@code results}
 * @param nextUri address of the next page of that step
 * @param nextLineItem whose results that are
 * @param syncedAt when all of it had been read last
 * @param failedAt when reading broke off last, if it is not whole since
 * @param failure why, half a sentence
 */
public record Course(
    UUID id,
    UUID platform,
    String deploymentId,
    String contextId,
    String title,
    Optional<String> lineItemsUri,
    Optional<String> membershipsUri,
    List<String> scopes,
    Optional<String> classSourcedId,
    String step,
    Optional<String> nextUri,
    Optional<UUID> nextLineItem,
    Optional<Instant> syncedAt,
    Optional<Instant> failedAt,
    Optional<String> failure) {

  public Course {
    scopes = List.copyOf(scopes);
  }
}
