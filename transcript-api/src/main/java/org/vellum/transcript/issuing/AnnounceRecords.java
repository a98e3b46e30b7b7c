package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.KeyCompromised;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.Announced;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.SigningKeys;
import org.vellum.transcript.records.Attainment;
import org.vellum.transcript.records.Attainments;
import org.vellum.transcript.records.Completion;
import org.vellum.transcript.status.Revocations;

/**
 * Announces records again that were published before anybody read the announcements. It is done in
 * parts, each in a transaction of its own, so that it can be taken up where it was cut off; who
 * read of a record already learns nothing new.
 */
@UseCase
public class AnnounceRecords {
  /** How many records a part has at most. */
  static final int PART = 100;

  private final PublishedRecords records;
  private final Attainments attainments;
  private final Revocations revocations;
  private final RecordAnnouncement announcement;
  private final Issuer issuer;
  private final SigningKeys keys;
  private final EventLog events;
  private final AuditLog audit;

  @Inject
  public AnnounceRecords(
      PublishedRecords records,
      Attainments attainments,
      Revocations revocations,
      RecordAnnouncement announcement,
      Issuer issuer,
      SigningKeys keys,
      EventLog events,
      AuditLog audit) {
    this.records = records;
    this.attainments = attainments;
    this.revocations = revocations;
    this.announcement = announcement;
    this.issuer = issuer;
    this.keys = keys;
    this.events = events;
    this.audit = audit;
  }

  /**
   * How far it is.
   *
   * @param announced how many records were announced
   * @param remaining how many are still to be
   * @param next after which learner to go on; empty where none remains
   */
  public record Progress(int announced, long remaining, Optional<UUID> next) {

    /** With a part that follows. */
    Progress and(Progress later) {
      return new Progress(announced + later.announced, later.remaining, later.next);
    }
  }

  /**
   * Announces a part.
   *
   * @param actor who asks for it
   * @param after after which learner, in the order of their identifiers; empty for the beginning
   */
  public Progress announce(String actor, Optional<UUID> after) {
    if (after.isEmpty()) {
      announceKeys();
    }
    List<UUID> learners = records.listLearners(after, PART);
    learners.forEach(this::announce);
    if (!learners.isEmpty()) {
      audit.record(
          AuditEntry.of(
              actor,
              "records-announced",
              "records",
              Map.of("records", Integer.toString(learners.size()))));
    }
    Optional<UUID> last = learners.isEmpty() ? after : Optional.of(learners.getLast());
    long remaining = records.countLearners(last);
    return new Progress(learners.size(), remaining, last.filter(any -> remaining > 0));
  }

  private void announceKeys() {
    events.announceEach(
        keys.list(issuer.did()).stream()
            .flatMap(key ->
                key
                    .compromise()
                    .map(each -> new KeyCompromised(key.verificationMethod(), each.since()))
                    .stream())
            .map(fact -> new Announced(fact, fact.subject()))
            .toList());
  }

  /** Under the lock of publishing, so that no earlier record is announced after a later one. */
  private void announce(UUID learner) {
    records.lock(learner);
    PublishedRecord record = records.findCurrent(learner).orElseThrow();
    List<IssuedAchievement> achievements = records.listAchievements(record.id());
    announcement.announce(record, achievements, facts(learner));
    List<UUID> credentials = new ArrayList<>(List.of(record.id()));
    achievements.forEach(each -> credentials.add(each.id()));
    events.announceEach(
        revocations.among(credentials).values().stream()
            .map(each -> new CredentialRevoked(each.credential(), each.revokedAt()))
            .map(fact -> new Announced(fact, fact.subject()))
            .toList());
  }

  /** All that was ever told of the learner: what was withdrawn since stands in the record still. */
  private List<Achieved> facts(UUID learner) {
    return Stream.<Achieved>concat(
            attainments.listOf(learner).stream()
                .map(Attainment::fact)
                .map(Achieved.OfCompetency::new),
            attainments.listCompletionsOf(learner).stream()
                .map(Completion::fact)
                .map(Achieved.OfCourse::new))
        .toList();
  }
}
