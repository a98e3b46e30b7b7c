package org.vellum.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A learner's record was published. It takes the place of every earlier one: an achievement that is
 * not in it is no longer in the learner's record.
 *
 * @param record last part of the id of the record's credential (CLR 2.0, ClrCredential)
 * @param learner whose record it is
 * @param issuer identifier of the issuer, a DID
 * @param issuerName the issuer's name
 * @param publishedAt when it was signed
 * @param achievements what it holds, in its order
 */
public record RecordPublished(
    UUID record,
    UUID learner,
    String issuer,
    String issuerName,
    Instant publishedAt,
    List<PublishedAchievement> achievements)
    implements CredentialEvent {

  public RecordPublished {
    achievements = List.copyOf(achievements);
  }

  @Override
  public String subject() {
    return learner.toString();
  }
}
