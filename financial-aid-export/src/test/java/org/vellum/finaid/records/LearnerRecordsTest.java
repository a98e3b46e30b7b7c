package org.vellum.finaid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

class LearnerRecordsTest {
  private static final LocalDate START = ALearner.START;
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;

  private final AProgram program = new AProgram();

  @Test
  void the_order_of_the_facts_does_not_matter() {
    ALearner learner = ALearner.of("1").passed("u-1", "11.5", 60).passed("u-2", "11.5", 125);
    List<String> before = hashes(records(learner));
    Collections.reverse(learner.attempts);
    assertThat(hashes(records(learner))).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void a_rejected_attempt_takes_what_is_derived_from_it_with_it() {
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "0", 60);
    RecordBatch batch = records(learner);
    assertThat(batch.rejected())
        .containsOnlyKeys("unit_attempt", "academic_year", "payment_period");
    assertThat(batch.records())
        .extracting(each -> each.entity().name())
        .contains("student", "enrollment")
        .doesNotContain("payment_period");
  }

  @Test
  void a_return_within_180_days_goes_on_in_the_same_period() {
    ALearner back = returned(START.plusDays(100));
    ExportRecord enrollment = one(records(back), "en:E-2");
    assertThat(enrollment.value("reentryKind")).contains("SAME_PERIOD");
    ExportRecord first = one(records(back), "pp:E-2:1");
    assertThat(first.value("startDate")).contains(START.toString());
    // 11.5 before and 11.5 after: 22.5 of the period are done.
    assertThat(first.value("unitsCompletedDate")).contains("2025-12-30");
    assertThat(one(records(back), "pp:E-1:1").value("state")).contains("WITHDRAWN");
  }

  @Test
  void a_return_after_180_days_begins_anew_with_what_remains() {
    ALearner back = returned(START.plusDays(41 + 181));
    back.credit =
        new EnrollmentFacts.EntryCredit(
            BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(UnitsAndWeeks.of(47, 50)));
    back.attempts.clear();
    LocalDate asOf = LocalDate.of(2026, 6, 1);
    RecordBatch batch = LearnerRecords.by(program.catalogue(), asOf, RULES).of(back.facts());
    assertThat(one(batch, "en:E-2").value("reentryKind")).contains("NEW_PERIOD");
    ExportRecord first = one(batch, "pp:E-2:1");
    assertThat(first.value("startDate")).contains(back.begin.toString());
    assertThat(first.value("scheduledUnits")).contains("22.5");
    assertThat(one(batch, "pp:E-2:3").value("scheduledUnits")).contains("2");
  }

  @Test
  void a_unit_is_worth_what_the_equivalency_of_its_first_day_says() {
    program.equivalencies.add(worth("2", START.plusDays(10)));
    program.equivalencies.add(worth("3", START.plusDays(50)));
    AttemptFacts attempt = ALearner.of("1").passed("c-1", "9", 60).attempts.getFirst();
    assertThat(unitsFrom(attempt, START.plusDays(9))).contains("9");
    assertThat(unitsFrom(attempt, START.plusDays(10))).contains("2");
    assertThat(unitsFrom(attempt, START.plusDays(49))).contains("2");
    assertThat(unitsFrom(attempt, START.plusDays(50))).contains("3");
  }

  private static Equivalency worth(String units, LocalDate from) {
    return new Equivalency(
        "c-1",
        AProgram.ID,
        new BigDecimal(units),
        UnitMeasure.QUARTER,
        Optional.empty(),
        from,
        Optional.empty(),
        ALearner.SOURCE);
  }

  private Optional<String> unitsFrom(AttemptFacts attempt, LocalDate day) {
    ALearner learner = ALearner.of("1");
    learner.attempts.add(from(attempt, day));
    return one(records(learner), "ua:E-1:c-1:1").value("equivalentUnits");
  }

  private static ALearner returned(LocalDate day) {
    ALearner left = ALearner.of("1").passed("u-1", "11.5", 30).withdrew(START.plusDays(41));
    ALearner back = ALearner.of("1").passed("u-2", "11.5", 120);
    back.enrollmentId = "E-2";
    back.begin = day;
    back.attempts.replaceAll(each -> from(each, day));
    back.origin = new EnrollmentFacts.Origin(Optional.of("E-1"), Optional.empty());
    back.others.add(left.enrollment());
    return back;
  }

  private static AttemptFacts from(AttemptFacts of, LocalDate day) {
    return new AttemptFacts(
        of.unitId(),
        of.kind(),
        of.attempt(),
        of.size(),
        day,
        Optional.of(day),
        of.lastEngagement(),
        of.endDate(),
        of.outcome(),
        of.outcomeDate(),
        of.origin(),
        of.countsTowardProgram(),
        of.paymentPeriod(),
        of.remedial(),
        of.lessons());
  }

  @Test
  void weeks_on_an_approved_leave_do_not_count() {
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF);
    int before = timeline(learner).weekEnds().size();
    learner.leaves.add(
        new LeaveFacts(
            LeaveFacts.Kind.LOA,
            START.plusDays(28),
            Optional.of(START.plusDays(28 + 20)),
            Optional.of(START),
            true,
            Optional.of(START),
            Optional.empty(),
            Optional.empty()));
    assertThat(timeline(learner).weekEnds()).hasSize(before - 3);
  }

  private EnrollmentTimeline timeline(ALearner learner) {
    LearnerRecords records = LearnerRecords.by(program.catalogue(), ALearner.AS_OF, RULES);
    LearnerFacts facts = learner.facts();
    return EnrollmentTimeline.of(
        facts,
        facts.enrollments().getLast(),
        records.program(AProgram.ID).orElseThrow(),
        ALearner.AS_OF);
  }

  @Test
  void a_subscription_period_waits_for_the_hours_of_those_before_the_last() {
    program.bySubscription();
    program.length = UnitsAndWeeks.of(120, 150);
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "12", 150);
    for (int i = 0; i < 3; i++) {
      LocalDate from = START.plusDays(70L * i);
      learner.subscriptions.add(new SubscriptionFacts(from, from.plusDays(69), "FULL", 1));
    }
    ExportRecord third = one(records(learner), "pp:E-1:3");
    assertThat(third.value("kind")).contains("SUBSCRIPTION");
    assertThat(third.value("requiredCumulativeUnits")).contains("12");
    assertThat(third.value("requirementMetDate")).contains(START.plusDays(150).toString());
    assertThat(third.value("enrollmentIntensity")).contains("100");
    assertThat(third.value("beganNewCoursework")).contains("false");
    assertThat(third.value("f4UnitsNum")).isEmpty();
    assertThat(one(records(learner), "en:E-1").value("reportedEnrollmentStatus")).contains("F");
  }

  @Test
  void figures_of_progress_count_attempts_that_had_ended_by_the_day() {
    ALearner learner =
        ALearner.of("1").passed("u-1", "4", 30).failed("u-2", "2", 40).passed("u-3", "4", 90);
    learner.evaluations.add(
        new SapEvaluation(START.plusDays(60), Optional.of("3.2"), Optional.empty()));
    ExportRecord sap = one(records(learner), "sap:E-1:2025-10-31");
    assertThat(sap.value("attempted")).contains("6");
    assertThat(sap.value("earned")).contains("4");
    assertThat(sap.value("pacePercent")).contains("66.67");
    // Eight weeks of 60 for 58.5 units.
    assertThat(sap.value("expectedByNow")).contains("7.8");
    assertThat(sap.value("paymentPeriodSeq")).contains("1");
    assertThat(sap.value("qualitativeMeasure")).contains("3.2");
  }

  @Test
  void learners_with_one_number_are_all_rejected() {
    LearnerRecords records =
        LearnerRecords.by(program.catalogue(), ALearner.AS_OF, RULES)
            .withDuplicateNumbers(Set.of("S-1", "S-2"))
            .withDuplicateIds(Set.of("S-4"));
    assertThat(records.of(ALearner.of("1").facts()).errors())
        .extracting(RowError::code)
        .contains("SSN_DUPLICATE");
    assertThat(records.of(ALearner.of("4").facts()).errors())
        .extracting(RowError::code)
        .contains("STUDENT_DUPLICATE");
    assertThat(records.of(ALearner.of("3").facts()).rejected()).isEmpty();
  }

  @Test
  void of_two_records_with_one_identifier_the_second_is_rejected() {
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF);
    learner.evaluations.add(new SapEvaluation(START, Optional.empty(), Optional.empty()));
    learner.evaluations.add(new SapEvaluation(START, Optional.of("4.0"), Optional.empty()));
    RecordBatch batch = records(learner);
    assertThat(batch.rejected()).containsOnly(Map.entry("sap_snapshot", 1));
    assertThat(batch.errors()).extracting(RowError::code).containsExactly("RECORD_DUPLICATE");
    assertThat(one(batch, "sap:E-1:" + START).value("qualitativeMeasure")).isEmpty();
  }

  @Test
  void figures_that_cannot_be_worked_out_are_rejected_and_no_others() {
    program.inClockHours();
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF).withdrew(START.plusDays(9));
    learner.withdrawal =
        Optional.of(
            new WithdrawalFacts(
                START.plusDays(9),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(-5)),
                Optional.empty()));
    RecordBatch batch = records(learner);
    assertThat(batch.rejected()).containsOnly(Map.entry("withdrawal", 1));
  }

  @Test
  void facts_that_are_older_than_what_was_exported_are_not_exported_again() {
    LearnerRecords records = LearnerRecords.by(program.catalogue(), ALearner.AS_OF, RULES);
    LearnerFacts facts = ALearner.of("1").engagedUntil(ALearner.AS_OF).facts();
    RecordBatch stale = records.of(facts, ALearner.SOURCE.plusSeconds(1));
    assertThat(stale.records()).isEmpty();
    assertThat(stale.errors().getFirst().code()).isEqualTo("STALE_SOURCE");
    assertThat(records.of(facts, ALearner.SOURCE).errors()).isEmpty();
  }

  @Test
  void facts_beyond_all_sense_reject_a_learner_and_throw_nothing() {
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF);
    learner.begin = LocalDate.MAX.minusDays(3);
    RecordBatch batch = records(learner);
    assertThat(batch.errors()).extracting(RowError::code).contains("NOT_DERIVABLE");
    assertThat(batch.records()).extracting(ExportRecord::id).contains("st:S-1");
  }

  @Test
  void what_is_suppressed_is_counted_and_says_nothing() {
    ALearner learner = ALearner.of("1").passed("u-1", "0", 1);
    int all = records(learner).selected().values().stream().mapToInt(Integer::intValue).sum();
    learner.suppressed = true;
    RecordBatch batch = records(learner);
    assertThat(batch.records()).isEmpty();
    assertThat(batch.errors()).isEmpty();
    assertThat(batch.suppressed().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(all);
  }

  private RecordBatch records(ALearner learner) {
    return LearnerRecords.by(program.catalogue(), ALearner.AS_OF, RULES).of(learner.facts());
  }

  private static ExportRecord one(RecordBatch batch, String id) {
    return batch.records().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " of " + batch));
  }

  private static List<String> hashes(RecordBatch batch) {
    return batch.records().stream().map(ExportRecord::recordHash).toList();
  }
}
