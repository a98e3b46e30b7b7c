package org.vellum.transcript.issuing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * One achievement of a learner as a signed credential of its own: issued, perhaps reused in later
 * versions of the record, perhaps revoked, never changed and never deleted.
 *
 * @param id its identifier, random; the credential's id is {@code {baseUrl}/credentials/{id}}
 * @param learner who achieved it
 * @param fact the attainment or course completion that it states
 * @param title statement of the competency, or title of the course
 * @param kind what was achieved
 * @param achievedAt when the deciding result was achieved, by the source's time
 * @param issuedAt when it was signed
 * @param contentHash SHA-256 of what it says, in hexadecimal
 * @param credential the AchievementCredential (Open Badges 3.0) exactly as signed, JSON in UTF-8
 */
public record IssuedAchievement(
    UUID id,
    UUID learner,
    UUID fact,
    String title,
    Kind kind,
    Instant achievedAt,
    Instant issuedAt,
    String contentHash,
    String credential) {

  /** What a learner can achieve. */
  public enum Kind {
    /** A competency of a framework was attained. */
    COMPETENCY,
    /** A course was completed. */
    COURSE
  }

  /** The day of issue, in UTC. */
  public LocalDate issuedOn() {
    return LocalDate.ofInstant(issuedAt, ZoneOffset.UTC);
  }

  /** The day on which it was achieved, in UTC. */
  public LocalDate achievedOn() {
    return LocalDate.ofInstant(achievedAt, ZoneOffset.UTC);
  }
}
