package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.delta.SinceToken;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.facts.FactsSnapshot;
import org.vellum.finaid.facts.LearnerFactsSource;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.LearnerRecords;
import org.vellum.finaid.run.ComparedRecords;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunProfile;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.platform.usecase.Component;

/** Tells which records changed since a package, as they are now and without waiting for a run. */
@Component
public class ListChanges {
  /** The most records of a page. */
  public static final int MOST = 5_000;

  private static final int LEARNERS = 200;

  /** Comes after the programs and before every learner: no identifier is so. */
  private static final String AFTER_PROGRAMS = "\u0001";

  private final LearnerFactsSource source;
  private final PublishedLearners published;
  private final RunNumbers numbers;
  private final RunConfiguration configuration;
  private final Clock clock;

  @Inject
  public ListChanges(
      LearnerFactsSource source,
      PublishedLearners published,
      RunNumbers numbers,
      RunConfiguration configuration,
      Clock clock) {
    this.source = source;
    this.published = published;
    this.numbers = numbers;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * A page.
     *
     * @param profile whose packages it goes on from
     * @param records as canonical JSON
     * @param next what to ask with next: the next page, or when there is none the next changes
     * @param hasMore whether there is another page
     */
    record Page(String profile, List<String> records, String next, boolean hasMore)
        implements Result {}

    /** The token is unknown or too old: a full run is needed. */
    record Gone() implements Result {}

    /** There is no such kind of record. */
    record UnknownEntity() implements Result {}
  }

  /**
   * Lists changes.
   *
   * @param since a token of a manifest, or what the page before gave as next
   * @param entity only this kind of record; empty for all
   * @param limit at most so many records, from 1 to {@link #MOST}
   */
  public Result list(String since, String entity, int limit) {
    if (!entity.isEmpty() && EntityTable.find(entity).isEmpty()) {
      return new Result.UnknownEntity();
    }
    Instant oldest = clock.instant().minus(configuration.changesKept());
    return ChangeCursor.parse(since)
        .filter(cursor -> !cursor.since().asOf().isBefore(oldest))
        .filter(cursor -> RunProfile.find(cursor.since().profile()).isPresent())
        .<Result>map(cursor -> page(cursor, entity, limit))
        .orElseGet(Result.Gone::new);
  }

  /** Whoever is given something is noted before it is read, so that no package overlooks it. */
  private Result.Page page(ChangeCursor from, String entity, int limit) {
    boolean noted = isAnythingChanged(from);
    if (noted) {
      published.noteChangesGiven(configuration.opeid(), from.since().profile());
    }
    Result.Page page = read(from, entity, limit);
    if (noted || page.records().isEmpty()) {
      return page;
    }
    // It became known just now.
    published.noteChangesGiven(configuration.opeid(), from.since().profile());
    return read(from, entity, limit);
  }

  private boolean isAnythingChanged(ChangeCursor from) {
    long since = from.since().position().horizon();
    try (FactsSnapshot snapshot = source.open()) {
      return !snapshot.changedSince(since, Optional.of(from.after()), 1).isEmpty()
          || !snapshot.programsChangedSince(since).isEmpty();
    }
  }

  private Result.Page read(ChangeCursor from, String entity, int limit) {
    try (FactsSnapshot snapshot = source.open()) {
      long horizon = snapshot.position();
      Instant asOf = clock.instant();
      SinceToken now =
          new SinceToken(
              from.since().profile(),
              new Position(horizon, ChronoUnit.MICROS.between(Instant.EPOCH, asOf)),
              asOf);
      SinceToken first = from.isAtBeginning() ? now : from.first();
      Reading reading = new Reading(snapshot, from, now, entity, limit);
      boolean more = reading.fill();
      String next =
          more
              ? new ChangeCursor(from.since(), first, reading.after, reading.skipped).text()
              : first.text();
      return new Result.Page(from.since().profile(), reading.records, next, more);
    }
  }

  /** Fills a page. */
  private final class Reading {
    private final FactsSnapshot snapshot;
    private final ChangeCursor from;
    private final SinceToken now;
    private final String entity;
    private final int limit;
    private final List<String> records = new ArrayList<>();
    private @Nullable LearnerRecords made;
    private String after;
    private int skipped;

    Reading(FactsSnapshot snapshot, ChangeCursor from, SinceToken now, String entity, int limit) {
      this.snapshot = snapshot;
      this.from = from;
      this.now = now;
      this.entity = entity;
      this.limit = limit;
      this.after = from.after();
      this.skipped = from.skipped();
    }

    /** Whether there is more than fits. */
    boolean fill() {
      long since = from.since().position().horizon();
      if (after.isEmpty()) {
        if (!snapshot.programsChangedSince(since).isEmpty() && !take(programs())) {
          return true;
        }
        done(AFTER_PROGRAMS);
      }
      while (true) {
        List<LearnerFacts> learners = snapshot.changedSince(since, Optional.of(after), LEARNERS);
        if (learners.isEmpty()) {
          return false;
        }
        Map<String, byte[]> known =
            known(learners.stream().map(each -> each.student().institutionStudentId()).toList());
        for (LearnerFacts learner : learners) {
          String id = learner.student().institutionStudentId();
          if (!take(changes(learner, known.get(id)))) {
            return true;
          }
          done(id);
        }
      }
    }

    /** Made when the first change is known: mostly whoever asks is told that there is none. */
    private LearnerRecords making() {
      if (made == null) {
        LocalDate day = LocalDate.ofInstant(now.asOf(), ZoneOffset.UTC);
        made =
            LearnerRecords.by(snapshot.catalogue(), day, Ruleset.inForceOn(day).orElseThrow())
                .withDuplicateIds(snapshot.sharedIdentifiers())
                .withDuplicateNumbers(numbers.shared());
      }
      return made;
    }

    private void done(String id) {
      after = id;
      skipped = 0;
    }

    private Map<String, byte[]> known(List<String> ids) {
      return published.find(configuration.opeid(), from.since().profile(), ids);
    }

    private List<ExportRecord> programs() {
      byte[] known = known(List.of(PublishedLearners.PROGRAMS)).get(PublishedLearners.PROGRAMS);
      return given(
          ComparedRecords.ofPrograms(
              making(), read(known), Optional.of(from.since().position()), now.position()));
    }

    private boolean take(List<ExportRecord> changes) {
      List<ExportRecord> left = changes.subList(Math.min(skipped, changes.size()), changes.size());
      for (ExportRecord each : left) {
        if (records.size() == limit) {
          return false;
        }
        records.add(each.json());
        skipped++;
      }
      return true;
    }

    private List<ExportRecord> changes(LearnerFacts learner, byte @Nullable [] known) {
      ComparedRecords compared =
          ComparedRecords.of(
              making(), learner, read(known), Optional.of(from.since().position()), now.position());
      return compared.isStale() ? List.of() : given(compared);
    }

    private static KnownRecords read(byte @Nullable [] known) {
      return known == null ? KnownRecords.none() : KnownRecords.read(known);
    }

    private List<ExportRecord> given(ComparedRecords compared) {
      List<ExportRecord> given =
          new ArrayList<>(
              compared.batch().records().stream()
                  .map(compared::given)
                  .flatMap(Optional::stream)
                  .toList());
      given.addAll(compared.gone());
      given.removeIf(each -> !entity.isEmpty() && !each.entity().name().equals(entity));
      return given;
    }
  }
}
