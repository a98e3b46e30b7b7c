package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.transcript.display.RecordView;
import org.vellum.transcript.display.ShowRecord;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.records.Learners;

/** Shows a shared record to whoever holds the link, and keeps that it was viewed. */
@UseCase
public class OpenShare {
  private final ShareDoor door;
  private final Shares shares;
  private final Learners learners;
  private final ShowRecord showRecord;
  private final AuditLog audit;
  private final Ids ids;

  @Inject
  public OpenShare(
      ShareDoor door,
      Shares shares,
      Learners learners,
      ShowRecord showRecord,
      AuditLog audit,
      Ids ids) {
    this.door = door;
    this.shares = shares;
    this.learners = learners;
    this.showRecord = showRecord;
    this.audit = audit;
    this.ids = ids;
  }

  /** In which form a shared record was seen. */
  public enum Kind {
    /** The readable page. */
    PAGE,
    /** The signed document. */
    DOCUMENT,
    /** The report of its verification. */
    VERIFICATION
  }

  /** What is seen. */
  public sealed interface Result {
    /**
     * The record.
     *
     * @param credential the ClrCredential exactly as signed
     * @param view the same for people
     */
    record Shown(String credential, RecordView view) implements Result {}

    /** The share asks for an access code, and none was brought. */
    record CodeNeeded() implements Result {}

    /** The access code that was brought is not the right one. */
    record WrongCode() implements Result {}

    /**
     * Nothing, as at an address at which there never was anything.
     *
     * @param reason for the log only: why there is nothing
     */
    record Nothing(String reason) implements Result {}
  }

  /**
   * Opens a share.
   *
   * @param token the secret part of the link
   * @param presented what was brought beside the link
   * @param kind in which form it will be seen
   */
  public Result open(String token, Presented presented, Kind kind) {
    return switch (door.enter(token, presented)) {
      case Entry.Admitted admitted -> shown(admitted.share(), admitted.record(), kind);
      case Entry.CodeNeeded() -> new Result.CodeNeeded();
      case Entry.WrongCode() -> new Result.WrongCode();
      case Entry.Closed(Entry.Reason reason) -> new Result.Nothing(reason.name());
    };
  }

  private Result shown(Share share, PublishedRecord record, Kind kind) {
    shares.addView(ids.next(), share, kind);
    audit.record(
        AuditEntry.of(
            "share:" + share.id(),
            "record-disclosed",
            record.id().toString(),
            Map.of("form", kind.name())));
    String learner = learners.find(share.learner()).map(Learner::name).orElse("");
    String credential = share.selection().map(Selection::credential).orElse(record.credential());
    Optional<UUID> whole = share.selection().map(selection -> record.id());
    return new Result.Shown(credential, showRecord.show(credential, learner, whole));
  }
}
