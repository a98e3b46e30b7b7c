package org.vellum.finaid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.program.model.CalendarType;

/** One fault in the facts of a learner in order, and the one condition that is found. */
class ConditionsTest {
  /** What follows from one that was rejected, and says no more. */
  private static final Set<String> FOLLOWING = Set.of("FACTS_REJECTED", "REFERENCE_MISSING");

  @Test
  void nothing_is_wrong_with_a_learner_in_order() {
    assertThat(errors(learner -> {}, program -> {})).isEmpty();
  }

  static Stream<LearnerFaults.Case> cases() {
    return LearnerFaults.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_fault_is_found_and_no_other(LearnerFaults.Case each) {
    List<RowError> errors = errors(each.learner(), each.program());
    assertThat(errors.stream().filter(error -> !FOLLOWING.contains(error.code())))
        .isNotEmpty()
        .allSatisfy(error -> {
          assertThat(error.code()).isEqualTo(each.condition().code());
          assertThat(error.severity()).isEqualTo(each.condition().severity());
          assertThat(error.citation()).isEqualTo(each.condition().citation());
          assertThat(error.field()).isEqualTo(each.column());
        });
  }

  @Test
  void every_condition_of_a_learner_is_tried() {
    Set<Condition> tried = EnumSet.noneOf(Condition.class);
    cases().forEach(each -> tried.add(each.condition()));
    tried.addAll(ProgramConditionsTest.TRIED);
    // What follows from others, what is known of all learners together, and our own mistakes.
    tried.addAll(
        List.of(
            Condition.FACTS_REJECTED,
            Condition.STUDENT_DUPLICATE,
            Condition.SSN_DUPLICATE,
            Condition.SSN_FORMAT,
            Condition.STALE_SOURCE,
            Condition.NOT_DERIVABLE,
            Condition.PERIOD_GAP,
            Condition.PERIOD_OVERLAP));
    assertThat(tried).containsExactlyInAnyOrder(Condition.values());
  }

  private static List<RowError> errors(Consumer<ALearner> change, Consumer<AProgram> ofProgram) {
    AProgram program = new AProgram();
    ofProgram.accept(program);
    ALearner learner = ALearner.of("1").engagedUntil(ALearner.AS_OF);
    change.accept(learner);
    if (program.calendar == CalendarType.CLOCK_HOUR) {
      learner.attempts.clear();
    }
    LearnerRecords records =
        LearnerRecords.by(program.catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);
    assertThat(records.ofPrograms().errors()).isEmpty();
    RecordBatch batch = records.of(learner.facts());
    assertThat(batch.selected().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(
            batch.records().size()
                + batch.rejected().values().stream().mapToInt(Integer::intValue).sum());
    return new ArrayList<>(batch.errors());
  }

  static Map<String, BigDecimal> hours() {
    return Map.of("FULL", new BigDecimal(12), "HALF", new BigDecimal(6));
  }

  static Optional<WithdrawalFacts> withdrawal(LocalDate day) {
    return Optional.of(
        new WithdrawalFacts(
            day, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
