package org.vellum.finaid.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;

class NextChangesTest {
  private static final Position NOW = new Position(100, 0);

  private final LearnerFacts facts =
      ALearner.of("1").passed("u-1", "4", 30).passed("u-2", "4", 60).facts();

  private static LearnerRecords records(LocalDate day) {
    return LearnerRecords.by(new AProgram().catalogue(), day, Ruleset.US_TIV_2025_1);
  }

  /** As a run of all records does. */
  private KnownRecords remembered(LocalDate day) {
    ComparedRecords compared =
        ComparedRecords.of(records(day), facts, KnownRecords.none(), Optional.empty(), NOW);
    compared.batch().records().forEach(compared::given);
    return compared.comparison().after();
  }

  private Optional<String> fault(KnownRecords remembered, LocalDate day, int number) {
    return NextChanges.fault(records(day), facts, remembered.bytes(), NOW, number);
  }

  @Test
  void whichever_record_said_something_else_it_is_given_and_no_other() {
    KnownRecords remembered = remembered(ALearner.AS_OF);
    int records = remembered.standing().size();
    assertThat(records).isGreaterThan(5);
    assertThat(IntStream.range(0, records))
        .allMatch(number -> fault(remembered, ALearner.AS_OF, number).isEmpty());
  }

  @Test
  void a_record_that_would_be_given_though_nothing_became_known_is_found() {
    // The first is the learner's, which says the same on every day; periods that are late do not.
    assertThat(fault(remembered(ALearner.AS_OF), ALearner.AS_OF.plusDays(200), 0))
        .hasValue("given with one of student");
  }

  @Test
  void of_a_learner_of_whom_nothing_is_exported_there_is_nothing_to_try() {
    assertThat(fault(KnownRecords.none(), ALearner.AS_OF, 0)).isEmpty();
  }

  @Test
  void more_of_the_first_learners_are_tried() {
    assertThat(LongStream.iterate(0, number -> number < 1_000, NextChanges::after)).hasSize(125);
    assertThat(LongStream.iterate(1_000, number -> number < 9_000, NextChanges::after))
        .hasSize(125);
  }
}
