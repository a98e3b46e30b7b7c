package org.vellum.finaid.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.delta.Comparison;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;

class ComparedRecordsTest {
  private final AProgram program = new AProgram();
  private LocalDate day = ALearner.AS_OF;
  private KnownRecords known = KnownRecords.none();
  private long position = 100;

  private LearnerRecords records() {
    return LearnerRecords.by(program.catalogue(), day, Ruleset.US_TIV_2025_1);
  }

  private static LearnerFacts facts(ALearner learner, int version, Instant sourceAsOf) {
    LearnerFacts facts = learner.facts();
    return new LearnerFacts(
        facts.student(), facts.enrollments(), facts.suppressed(), version, sourceAsOf);
  }

  private static LearnerFacts facts(ALearner learner, int version) {
    return facts(learner, version, ALearner.SOURCE);
  }

  /** As a full package gives them; what is known is kept as it is between two runs. */
  private List<ExportRecord> given(LearnerFacts learner) {
    ComparedRecords compared = compared(learner, Optional.empty());
    List<ExportRecord> given = given(compared);
    known = KnownRecords.read(compared.comparison().after().bytes());
    return given;
  }

  private ComparedRecords compared(LearnerFacts learner, Optional<Position> since) {
    position++;
    return ComparedRecords.of(records(), learner, known, since, new Position(position, 0));
  }

  private static List<ExportRecord> given(ComparedRecords compared) {
    List<ExportRecord> given = new ArrayList<>();
    compared.batch().records().forEach(each -> compared.given(each).ifPresent(given::add));
    given.addAll(compared.gone());
    return given;
  }

  private static int version(List<ExportRecord> records, String id) {
    return records.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow()
        .version();
  }

  @Test
  void a_record_keeps_its_version_while_it_says_the_same() {
    ALearner learner = ALearner.of("1").passed("u-1", "4", 30);
    assertThat(given(facts(learner, 7))).allMatch(each -> each.version() == 7);
    learner.passed("u-2", "4", 60);
    List<ExportRecord> later = given(facts(learner, 9));
    assertThat(version(later, "st:S-1")).isEqualTo(7);
    assertThat(later).anyMatch(each -> each.id().contains("u-2") && each.version() == 9);
    assertThat(later).anyMatch(each -> each.id().contains("u-1") && each.version() == 7);
  }

  @Test
  void a_record_that_changes_without_new_facts_gets_a_greater_version_all_the_same() {
    ALearner learner = ALearner.of("1").passed("u-1", "4", 30);
    given(facts(learner, 7));
    program.title = "Another name";
    day = day.plusDays(200);
    List<ExportRecord> later = given(facts(learner, 7));
    assertThat(later).anyMatch(each -> each.version() == 8).anyMatch(each -> each.version() == 7);
  }

  @Test
  void what_is_taken_back_and_comes_again_grows_older_each_time() {
    ALearner learner = ALearner.of("1").passed("u-1", "4", 30);
    given(facts(learner, 7));
    learner.suppressed = true;
    ComparedRecords gone = compared(facts(learner, 7), Optional.of(new Position(1, 0)));
    assertThat(given(gone))
        .isNotEmpty()
        .allMatch(each -> each.isTombstone() && each.version() == 8);
    known = gone.comparison().after();
    learner.suppressed = false;
    assertThat(given(facts(learner, 7))).allMatch(each -> each.version() == 9);
  }

  @Test
  void it_is_told_why_records_changed() {
    ALearner learner = ALearner.of("1").passed("u-1", "4", 30);
    given(facts(learner, 1));
    learner.passed("u-2", "4", 60);
    assertThat(causes(facts(learner, 2))).containsExactly(Comparison.Cause.FACTS);
    program.title = "Another name";
    assertThat(causes(facts(learner, 3)))
        .containsExactlyInAnyOrder(Comparison.Cause.FACTS, Comparison.Cause.PROGRAM);
    given(facts(learner, 3));
    day = day.plusDays(200);
    assertThat(causes(facts(learner, 3))).containsExactly(Comparison.Cause.TIME);
  }

  private Set<Comparison.Cause> causes(LearnerFacts learner) {
    ComparedRecords compared = compared(learner, Optional.empty());
    given(compared);
    // Records that are the same have no cause.
    return compared.comparison().causes();
  }

  @Test
  void facts_that_are_older_than_those_exported_are_rejected_and_take_nothing_back() {
    ALearner learner = ALearner.of("1").passed("u-1", "4", 30);
    given(facts(learner, 7));
    ComparedRecords stale =
        compared(
            facts(learner, 6, ALearner.SOURCE.minusSeconds(1)), Optional.of(new Position(1, 0)));
    assertThat(stale.isStale()).isTrue();
    assertThat(stale.batch().records()).isEmpty();
    assertThat(stale.batch().errors()).extracting(RowError::code).contains("STALE_SOURCE");
    assertThat(compared(facts(learner, 7), Optional.empty()).isStale()).isFalse();
  }

  @Test
  void a_fault_names_the_run_that_saw_it_first_until_it_is_gone() {
    ALearner learner = ALearner.of("1");
    learner.birthDate = Optional.empty();
    assertThat(seen(learner, "run-1")).containsExactly("run-1");
    assertThat(seen(learner, "run-2")).containsExactly("run-1");
    learner.birthDate = Optional.of(LocalDate.of(2000, 1, 1));
    assertThat(seen(learner, "run-3")).isEmpty();
    learner.birthDate = Optional.empty();
    assertThat(seen(learner, "run-4")).containsExactly("run-4");
  }

  private List<String> seen(ALearner learner, String run) {
    ComparedRecords compared = compared(learner.facts(), Optional.empty());
    List<String> seen =
        compared.batch().errors().stream()
            .filter(fault -> fault.code().equals("BIRTH_DATE_MISSING"))
            .map(fault -> compared.comparison().firstSeen(fault, run))
            .toList();
    given(compared);
    known = KnownRecords.read(compared.comparison().after().bytes());
    return seen;
  }
}
