package org.vellum.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An achievement in a published record, as a signed credential of its own (Open Badges 3.0,
 * AchievementCredential). It names either a competency or a course.
 *
 * @param credential last part of the credential's id
 * @param name the achievement's name
 * @param competency the competency that was attained
 * @param courseSourcedId {@code sourcedId} of the course that was completed (OneRoster 1.2,
 *     courses)
 * @param achievedAt when the deciding result was achieved, by the source's time
 * @param issuedAt when it was signed
 * @param verificationMethod the key that signed it, as its proof names it
 * @param validUntil when it expires, if it does (Verifiable Credentials 2.0, section 4.9)
 * @param percent the best of the results on which it rests, in whole percent of its scale
 * @param evidence what each of these results was given for, by title
 */
public record PublishedAchievement(
    UUID credential,
    String name,
    Optional<Competency> competency,
    Optional<String> courseSourcedId,
    Instant achievedAt,
    Instant issuedAt,
    String verificationMethod,
    Optional<Instant> validUntil,
    Optional<Integer> percent,
    List<String> evidence) {

  public PublishedAchievement {
    evidence = List.copyOf(evidence);
  }
}
