package org.vellum.transcript.home;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.display.RecordView;
import org.vellum.transcript.display.ShowRecord;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.records.Learners;
import org.vellum.transcript.sharing.CreateShare;
import org.vellum.transcript.sharing.ShareRefusal;
import org.vellum.transcript.sharing.Shares;

/** Makes the learner's page: the record, its shares, and the form for another one. */
@Component
public class MyRecordPage {
  private static final String TEMPLATE = "org/vellum/transcript/home/my-record";
  private static final String EMPTY = "org/vellum/transcript/home/no-record";
  private static final int USUAL_DAYS = 30;

  private final PublishedRecords records;
  private final Learners learners;
  private final ShowRecord showRecord;
  private final Shares shares;
  private final Clock clock;

  @Inject
  public MyRecordPage(
      PublishedRecords records,
      Learners learners,
      ShowRecord showRecord,
      Shares shares,
      Clock clock) {
    this.records = records;
    this.learners = learners;
    this.showRecord = showRecord;
    this.shares = shares;
    this.clock = clock;
  }

  /**
   * What the learner filled in, to be shown again if it was refused.
   *
   * @param all whether the whole record is to be shared
   * @param chosen the achievements chosen
   * @param expires the last day as typed
   * @param note for whom
   */
  record Filled(boolean all, List<UUID> chosen, String expires, String note) {}

  Page of(String username) {
    String usual = today().plusDays(USUAL_DAYS).toString();
    return of(username, new Filled(true, List.of(), usual, ""), List.of());
  }

  Page of(String username, Filled filled, List<ShareRefusal> refusals) {
    Optional<PublishedRecord> record = records.findCurrentOf(username);
    if (record.isEmpty()) {
      return Page.of(EMPTY);
    }
    String learner = learners.find(record.get().learner()).map(Learner::name).orElse("");
    RecordView view = showRecord.show(record.get().credential(), learner);
    return Page.of(
        TEMPLATE,
        Map.of(
            "record",
            view,
            "shares",
            shares.listOf(username),
            "filled",
            filled,
            "refusals",
            refusals,
            "verification",
            "/my/record/verification",
            "earliest",
            today().plusDays(1).toString(),
            "latest",
            today().plus(CreateShare.LONGEST).toString()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
