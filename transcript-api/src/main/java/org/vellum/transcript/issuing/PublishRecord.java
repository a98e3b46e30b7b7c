package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.records.Learners;
import org.vellum.transcript.status.Revocations;
import org.vellum.transcript.status.RevokeCredential;

/**
 * Publishes a learner's record as it stands now. Credentials that say what was withdrawn are
 * revoked; the record that held them is superseded and shows by them what was wrong in it.
 */
@UseCase
public class PublishRecord {
  private final Learners learners;
  private final RecordDrafts drafts;
  private final RecordSigning signing;
  private final IssuedAchievements issued;
  private final PublishedRecords records;
  private final Revocations revocations;
  private final RevokeCredential revokeCredential;
  private final RecordAnnouncement announcement;
  private final AuditLog audit;

  @Inject
  public PublishRecord(
      Learners learners,
      RecordDrafts drafts,
      RecordSigning signing,
      IssuedAchievements issued,
      PublishedRecords records,
      Revocations revocations,
      RevokeCredential revokeCredential,
      RecordAnnouncement announcement,
      AuditLog audit) {
    this.learners = learners;
    this.drafts = drafts;
    this.signing = signing;
    this.issued = issued;
    this.records = records;
    this.revocations = revocations;
    this.revokeCredential = revokeCredential;
    this.announcement = announcement;
    this.audit = audit;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * A new version was signed.
     *
     * @param record the new version, now current
     * @param signed how many achievements were signed for it
     * @param reused how many were taken over as signed before
     * @param revoked how many were revoked, because they were withdrawn
     */
    record Published(PublishedRecord record, int signed, int reused, int revoked)
        implements Result {}

    /** The current record already says all that stands. */
    record Unchanged(PublishedRecord record) implements Result {}

    /** Nothing of the current record stands any more; it was revoked. */
    record Emptied(PublishedRecord record) implements Result {}

    /** The learner has attained and completed nothing that could be published. */
    record NothingStands() implements Result {}

    /** There is no such learner. */
    record UnknownLearner() implements Result {}
  }

  /**
   * Publishes.
   *
   * @param actor the registrar
   * @param learner whose record
   */
  public Result publish(String actor, UUID learner) {
    records.lock(learner);
    Optional<Learner> known = learners.find(learner);
    if (known.isEmpty()) {
      return new Result.UnknownLearner();
    }
    RecordDraft draft = drafts.of(known.get());
    correct(actor, draft.corrections());
    if (draft.isEmpty()) {
      return empty(actor, draft);
    }
    return draft
        .unchanged()
        .<Result>map(Result.Unchanged::new)
        .orElseGet(() -> published(actor, known.get(), draft));
  }

  /** Before anything is given a place in a list, so that lists are locked from old to new. */
  private void correct(String actor, List<IssuedAchievement> corrections) {
    List<UUID> credentials = corrections.stream().map(IssuedAchievement::id).toList();
    revocations
        .inLockingOrder(credentials)
        .forEach(each -> revokeCredential.revoke(actor, each, Reasons.WITHDRAWN));
  }

  private Result empty(String actor, RecordDraft draft) {
    if (draft.current().isEmpty() || draft.currentRevoked()) {
      return new Result.NothingStands();
    }
    PublishedRecord record = draft.current().get();
    revokeCredential.revoke(actor, record.id(), Reasons.NOTHING_STANDS);
    return new Result.Emptied(record);
  }

  private Result published(String actor, Learner learner, RecordDraft draft) {
    RecordSigning.SignedRecord made = signing.sign(learner, draft);
    issued.add(made.signed());
    records.add(made.record(), actor, made.achievements());
    announcement.announce(made.record(), made.achievements(), draft.standing());
    made.signed().forEach(each -> audit.record(signed(actor, each.id(), made)));
    audit.record(signed(actor, made.record().id(), made));
    audit.record(
        AuditEntry.of(
            actor,
            "record-published",
            made.record().id().toString(),
            Map.of(
                "learner", learner.id().toString(),
                "version", Integer.toString(made.record().version()),
                "achievements", Integer.toString(made.achievements().size()))));
    return new Result.Published(
        made.record(), made.signed().size(), draft.reused().size(), draft.corrections().size());
  }

  private static AuditEntry signed(String actor, UUID credential, RecordSigning.SignedRecord made) {
    return AuditEntry.of(
        actor,
        "credential-signed",
        credential.toString(),
        Map.of("key", made.verificationMethod(), "record", made.record().id().toString()));
  }
}
