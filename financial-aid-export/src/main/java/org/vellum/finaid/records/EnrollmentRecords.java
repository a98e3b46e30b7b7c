package org.vellum.finaid.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.LearnerLeaves;
import org.vellum.finaid.timeline.model.ProgramRules;
import org.vellum.finaid.timeline.model.TermTimeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;

/** The records of one enrollment, with what is wrong with them. */
final class EnrollmentRecords {
  private final LearnerFacts learner;
  private final EnrollmentFacts enrollment;
  private final Optional<ProgramRules> program;
  private final LocalDate asOf;
  private final LearnerRows rows;
  private final RecordBatch.Builder batch;

  EnrollmentRecords(
      LearnerFacts learner,
      EnrollmentFacts enrollment,
      Optional<ProgramRules> program,
      LocalDate asOf,
      LearnerRows rows,
      RecordBatch.Builder batch) {
    this.learner = learner;
    this.enrollment = enrollment;
    this.program = program;
    this.asOf = asOf;
    this.rows = rows;
    this.batch = batch;
  }

  /** One that has days beyond all sense is rejected before anything is worked out with them. */
  void add() {
    if (!SensibleDays.areIn(enrollment)) {
      RowError error =
          Condition.NOT_DERIVABLE.at(EnrollmentConditions.place(enrollment), "enrollmentId", "");
      Row row = row(Entities.ENROLLMENT, EnrollmentRows.id(enrollment));
      batch.add(row, List.of(error));
      return;
    }
    List<RowError> found =
        new ArrayList<>(EnrollmentConditions.of(learner, enrollment, program, asOf));
    Optional<EnrollmentTimeline> timeline = timeline(found);
    Row row = row(Entities.ENROLLMENT, EnrollmentRows.id(enrollment));
    batch.add(new EnrollmentRows(learner, enrollment, program, asOf).fill(row, timeline), found);
    engagement();
    boolean whole = leaves();
    if (program.isPresent() && timeline.isPresent()) {
      whole &= attempts(program.get(), timeline.get());
      derived(timeline.get(), whole);
    }
  }

  /** One learner's facts must not stop the others, however odd they are. */
  private Optional<EnrollmentTimeline> timeline(List<RowError> found) {
    try {
      return program.map(rules -> EnrollmentTimeline.of(learner, enrollment, rules, asOf));
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
      found.add(
          Condition.NOT_DERIVABLE.at(EnrollmentConditions.place(enrollment), "enrollmentId", ""));
      return Optional.empty();
    }
  }

  private boolean attempts(ProgramRules rules, EnrollmentTimeline timeline) {
    boolean whole = true;
    Attempts attempts = new Attempts(enrollment, rules, timeline, asOf);
    for (AttemptFacts attempt : enrollment.attempts()) {
      Row row = row(Entities.UNIT_ATTEMPT, Attempts.id(enrollment, attempt));
      whole &= batch.add(attempts.fill(row, attempt), attempts.conditions(attempt));
    }
    return whole;
  }

  private void engagement() {
    LocalDate free = LocalDate.MIN;
    for (EngagementWeek week :
        enrollment.engagement().stream()
            .sorted(Comparator.comparing(EngagementWeek::weekStart))
            .toList()) {
      EngagementRow each = new EngagementRow(enrollment, week);
      batch.add(each.fill(row(Entities.ENGAGEMENT_WEEK, each.id())), each.conditions(free, asOf));
      free = week.weekStart().plusDays(7);
    }
  }

  private boolean leaves() {
    boolean whole = true;
    if (!enrollment.leaves().isEmpty()) {
      LearnerLeaves all = LearnerLeaves.of(enrollment, asOf, rows.ruleset());
      for (LeaveFacts leave : enrollment.leaves()) {
        LeaveRow each = new LeaveRow(enrollment, leave, all);
        whole &= batch.add(each.fill(row(Entities.LEAVE, each.id())), each.conditions());
      }
    }
    return whole;
  }

  /** What is derived, from facts that are exported too. */
  private void derived(EnrollmentTimeline timeline, boolean whole) {
    PeriodRows periods = new PeriodRows(timeline);
    timeline
        .timeline()
        .ifPresent(each -> {
          List<RowError> broken = Continuity.errors(enrollment, each.periods());
          for (TimelineYear year : each.years()) {
            String id = id("ay", year.year().seq());
            add(Entities.ACADEMIC_YEAR, id, row -> periods.fill(row, year), List.of(), whole);
          }
          for (TimelinePeriod period : each.periods()) {
            String id = Continuity.id(enrollment, period);
            List<RowError> found = broken.stream().filter(error -> error.key().equals(id)).toList();
            add(Entities.PAYMENT_PERIOD, id, row -> periods.fill(row, period), found, whole);
          }
        });
    terms(timeline, periods, whole);
    WithdrawalRows.of(timeline)
        .ifPresent(
            each -> add(Entities.WITHDRAWAL, each.id(), each::fill, each.conditions(), whole));
    for (SapEvaluation evaluation : enrollment.evaluations()) {
      SapRow each = new SapRow(timeline, evaluation);
      add(Entities.SAP_SNAPSHOT, each.id(), each::fill, List.of(), whole);
    }
  }

  private void terms(EnrollmentTimeline timeline, PeriodRows periods, boolean whole) {
    TermTimeline terms = timeline.terms();
    for (CalendarYear year : terms.years()) {
      CalendarYearRow each = new CalendarYearRow(timeline, year, asOf);
      add(Entities.ACADEMIC_YEAR, id("ay", year.seq()), each::fill, List.of(), whole);
    }
    for (TimelineYear year : terms.yearsByCompletion()) {
      String id = id("ay", year.year().seq());
      add(Entities.ACADEMIC_YEAR, id, row -> periods.fill(row, year), List.of(), whole);
    }
    List<SubscriptionRow> subscriptions = SubscriptionRow.all(timeline, asOf);
    for (SubscriptionRow each : subscriptions) {
      add(Entities.PAYMENT_PERIOD, each.id(), each::fill, each.conditions(), whole);
    }
    if (subscriptions.isEmpty()) {
      for (TermTimeline.Period period : terms.periods()) {
        TermRow each = new TermRow(timeline, period, asOf);
        add(Entities.PAYMENT_PERIOD, each.id(), each::fill, List.of(), whole);
      }
    }
  }

  private void add(
      Entity entity, String id, Consumer<Row> fill, List<RowError> found, boolean whole) {
    List<RowError> all = new ArrayList<>(found);
    Condition.Place place = new Condition.Place(entity.name(), id);
    if (!whole) {
      all.add(Condition.FACTS_REJECTED.at(place, "enrollmentId", ""));
    }
    Row row = row(entity, id);
    try {
      fill.accept(row);
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
      all.add(Condition.NOT_DERIVABLE.at(place, "enrollmentId", ""));
    }
    batch.add(row, all);
  }

  private String id(String prefix, int seq) {
    return prefix + ":" + enrollment.enrollmentId() + ":" + seq;
  }

  private Row row(Entity entity, String id) {
    return rows.of(enrollment, entity, id);
  }
}
