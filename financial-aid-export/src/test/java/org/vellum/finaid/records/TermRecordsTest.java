package org.vellum.finaid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.measure.model.Ruleset;

/** Periods and years of programs with terms, and of those that are paid by subscription. */
class TermRecordsTest {
  private final AProgram program = new AProgram();

  @Test
  void a_payment_period_is_a_term_of_the_calendar() {
    program.withTerms();
    RecordBatch batch =
        records(ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "12", 80));
    assertThat(batch.errors()).isEmpty();

    ExportRecord fall = one(batch, "pp:E-1:1");
    assertThat(fall.value("kind")).contains("TERM");
    assertThat(fall.value("state")).contains("COMPLETED");
    assertThat(fall.value("scheduledUnits")).contains("12");
    assertThat(fall.value("scheduledWeeks")).contains("13");
    assertThat(fall.value("startDate")).contains("2025-09-01");
    assertThat(fall.value("enrollmentIntensity")).contains("80");
    assertThat(fall.value("citation")).contains("34 CFR 668.4(a)");
    assertThat(fall.value("f4UnitsNum")).isEmpty();
    assertThat(one(batch, "pp:E-1:2").value("state")).contains("OPEN");

    // What a learner will take is not known: a full-time learner takes 45 credits in three terms.
    ExportRecord spring = one(batch, "pp:E-1:3");
    assertThat(spring.value("state")).contains("SCHEDULED");
    assertThat(spring.value("scheduledUnits")).contains("15");
    assertThat(spring.value("reading")).contains("OURS");
    assertThat(spring.value("startDate")).isEmpty();
    assertThat(one(batch, "ua:E-1:u-1:1").value("paymentPeriodSeq")).contains("1");
  }

  @Test
  void a_scheduled_year_ends_with_its_last_term_and_the_next_begins_with_the_next_fall() {
    program.withTerms();
    RecordBatch batch =
        records(ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "12", 80));
    ExportRecord first = one(batch, "ay:E-1:1");
    assertThat(first.value("startDate")).contains("2025-09-01");
    assertThat(first.value("scheduledEnd")).contains("2026-06-14");
    assertThat(first.value("actualEnd")).isEmpty();
    assertThat(first.value("thresholdUnits")).contains("27");
    assertThat(first.value("gradeLevel")).contains("1");
    ExportRecord second = one(batch, "ay:E-1:2");
    assertThat(second.value("startDate")).isEmpty();
    assertThat(second.value("scheduledEnd")).contains("2026-11-30");
    // 12 of 58.5 are done: with 15 in a term that is four more terms, and a year has three.
    assertThat(second.value("remainingUnitsAtStart")).contains("46.5");
    assertThat(second.value("shorterThanAy")).contains("false");
  }

  @Test
  void a_term_that_is_over_and_in_which_nothing_was_begun_is_no_period_of_the_learner() {
    program.withTerms();
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF);
    learner.end = Optional.of(LocalDate.parse("2026-02-01"));
    assertThat(records(learner).records())
        .filteredOn(each -> each.entity().name().equals("payment_period"))
        .singleElement()
        .satisfies(each -> assertThat(each.value("scheduledEnd")).contains("2026-03-22"));
  }

  @Test
  void years_of_subscription_periods_end_by_the_calendar_or_by_completion_as_the_school_says() {
    program.bySubscription();
    program.methods = methods(AidMethods.AnnualLimitYear.BBAY2);
    ExportRecord year = one(records(subscribed()), "ay:E-1:1");
    assertThat(year.value("scheduledEnd")).contains("2026-03-29");
    assertThat(year.value("thresholdUnits")).contains("36");
    assertThat(year.value("citation"))
        .contains("34 CFR 668.3(a); 34 CFR 685.203; FSA Handbook 2025-26, vol. 8 ch. 6");

    program.methods = methods(AidMethods.AnnualLimitYear.BBAY3);
    ExportRecord byCompletion = one(records(subscribed()), "ay:E-1:1");
    assertThat(byCompletion.value("thresholdUnits")).contains("45");
    assertThat(byCompletion.value("thresholdWeeks")).contains("30");
  }

  @Test
  void an_evaluation_of_progress_names_the_subscription_period_that_it_lies_in() {
    program.bySubscription();
    ALearner learner = subscribed();
    learner.evaluations.add(
        new SapEvaluation(LocalDate.parse("2025-12-01"), Optional.empty(), Optional.empty()));
    assertThat(one(records(learner), "sap:E-1:2025-12-01").value("paymentPeriodSeq")).contains("2");
  }

  @Test
  void a_withdrawal_from_a_term_is_figured_by_the_days_of_the_calendar() {
    program.withTerms();
    ALearner learner =
        ALearner.of("1").passed("u-1", "3", 40).failed("u-2", "4", 41).withdrew(day("2025-10-20"));
    learner.end = Optional.of(day("2025-10-20"));
    RecordBatch batch = records(learner);
    assertThat(batch.errors()).isEmpty();
    ExportRecord withdrawal = one(batch, "wd:E-1:2025-10-20");
    assertThat(withdrawal.value("paymentPeriodSeq")).contains("1");
    assertThat(withdrawal.value("periodStart")).contains("2025-09-01");
    assertThat(withdrawal.value("scheduledEnd"))
        .isEqualTo(one(batch, "pp:E-1:1").value("scheduledEnd"));
    assertThat(withdrawal.value("daysCompleted")).contains("50");
    assertThat(withdrawal.value("totalDays")).contains("91");
    assertThat(withdrawal.value("percentCompleted")).contains("54.9");
    assertThat(withdrawal.value("pastSixtyPercent")).contains("false");
    assertThat(withdrawal.value("projectionMethod")).contains("FIXED_CALENDAR");
    assertThat(withdrawal.value("projectedDays")).isEmpty();
    assertThat(withdrawal.value("unitsInPeriod")).contains("7");
    assertThat(withdrawal.value("unitsEarned")).contains("3");
    assertThat(withdrawal.value("unitsFailed")).contains("4");
    assertThat(withdrawal.value("reading")).contains("TEXT");
    assertThat(one(batch, "pp:E-1:1").value("state")).contains("WITHDRAWN");
  }

  @Test
  void a_withdrawal_from_a_subscription_period_is_figured_by_its_days_without_a_projection() {
    program.bySubscription();
    ALearner learner = subscribed().withdrew(ALearner.START.plusDays(70 + 42));
    RecordBatch batch = records(learner);
    assertThat(batch.errors()).isEmpty();
    ExportRecord withdrawal = one(batch, "wd:E-1:2025-12-22");
    assertThat(withdrawal.value("paymentPeriodSeq")).contains("2");
    // 43 of 70 days, and exactly 42 are sixty percent.
    assertThat(withdrawal.value("daysCompleted")).contains("43");
    assertThat(withdrawal.value("totalDays")).contains("70");
    assertThat(withdrawal.value("pastSixtyPercent")).contains("true");
    assertThat(withdrawal.value("unitsEarned")).contains("0");
  }

  @Test
  void who_began_nothing_in_a_term_does_not_withdraw_from_it() {
    program.withTerms();
    ALearner learner = ALearner.of("1").passed("u-1", "12", 80).withdrew(day("2026-01-20"));
    assertThat(records(learner).records())
        .noneMatch(each -> each.entity().name().equals("withdrawal"));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static ALearner subscribed() {
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "12", 150);
    for (int i = 0; i < 3; i++) {
      LocalDate from = ALearner.START.plusDays(70L * i);
      learner.subscriptions.add(new SubscriptionFacts(from, from.plusDays(69), "FULL", 1));
    }
    return learner;
  }

  private static AidMethods methods(AidMethods.AnnualLimitYear year) {
    return new AidMethods(
        AidMethods.PellFormulaCode.F1, year, AidMethods.ReturnBasis.PAYMENT_PERIOD);
  }

  private RecordBatch records(ALearner learner) {
    return LearnerRecords.by(program.catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1)
        .of(learner.facts());
  }

  private static ExportRecord one(RecordBatch batch, String id) {
    List<ExportRecord> found =
        batch.records().stream().filter(each -> each.id().equals(id)).toList();
    assertThat(found).as(id).hasSize(1);
    return found.getFirst();
  }
}
