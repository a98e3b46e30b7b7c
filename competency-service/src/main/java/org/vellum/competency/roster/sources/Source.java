package org.vellum.competency.roster.sources;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Another system whose roster or gradebook is read. It begins when a registrar makes it known, is
 * read again and again, and ends; what was read stays.
 *
 * @param id its identifier
 * @param name what people call it
 * @param kind what it speaks
 * @param address where its service is
 * @param tokenAddress where its tokens are given
 * @param clientId who we are there
 * @param extras whether what needs a scope of its own is read too: demographics of a roster,
 *     assessments of a gradebook
 * @param everyMinutes how often it is read; 0 if only when somebody asks for it
 * @param requested whether somebody asked for it to be read
 * @param reading the reading that is not complete, if one is
 * @param completeAsOf what changed before this time is known here
 * @param lastSuccessAt when a reading was last completed
 * @param lastFailureAt when one last broke off
 * @param lastFailure why
 * @param lastReport the report of what was last read
 */
public record Source(
    UUID id,
    String name,
    SourceKind kind,
    String address,
    String tokenAddress,
    String clientId,
    boolean extras,
    int everyMinutes,
    boolean requested,
    Optional<Reading> reading,
    Optional<Instant> completeAsOf,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastFailureAt,
    Optional<String> lastFailure,
    Optional<UUID> lastReport) {

  /**
   * A reading that is not complete.
   *
   * @param beganAt when it began
   * @param since it reads only what changed since; empty for all
   * @param collection which collection it is at, counted from 0
   * @param offset how many objects of it are stored
   * @param objects how many objects were read in all
   * @param refused how many of them were refused
   */
  public record Reading(
      Instant beganAt,
      Optional<Instant> since,
      int collection,
      int offset,
      int objects,
      int refused) {}

  /** How it is doing, in one word. */
  public String health() {
    if (reading.isPresent()) {
      return failing() ? "interrupted" : "reading";
    }
    if (failing()) {
      return "failing";
    }
    return lastSuccessAt.isPresent() ? "well" : "never read";
  }

  /** How many collections it has. */
  public int collections() {
    return kind.collections(extras).size();
  }

  /** Name of the collection that is being read; empty if none is. */
  public String collectionName() {
    return reading
        .filter(now -> now.collection() < collections())
        .map(now -> kind.collections(extras).get(now.collection()).name())
        .orElse("");
  }

  private boolean failing() {
    return lastFailureAt
        .filter(failed -> lastSuccessAt.filter(success -> success.isAfter(failed)).isEmpty())
        .isPresent();
  }
}
