package org.vellum.finaid.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.facts.model.EnrollmentFacts.EntryCredit;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;

class SourceTimesTest {
  private static final LocalDate LAST_WEEK = ALearner.START.plusWeeks(12);

  private final AProgram program = new AProgram();
  private KnownRecords known = KnownRecords.none();
  private LocalDate day = ALearner.AS_OF;
  private int version = 1;
  private long position = 100;

  /** What a package has of a learner, and what is known afterwards. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Given(List<ExportRecord> records, byte[] after) {
    Optional<ExportRecord> find(String id) {
      return records.stream().filter(each -> each.id().equals(id)).findFirst();
    }
  }

  private static Instant at(int version) {
    return ALearner.SOURCE.plusSeconds(version);
  }

  /** Something more became known of a learner. */
  private LearnerFacts told(ALearner learner) {
    version++;
    return facts(learner);
  }

  private LearnerFacts facts(ALearner learner) {
    LearnerFacts facts = learner.facts();
    return new LearnerFacts(
        facts.student(), facts.enrollments(), facts.suppressed(), version, at(version));
  }

  private Given of(LearnerFacts learner, Optional<Position> since) {
    LearnerRecords records = LearnerRecords.by(program.catalogue(), day, Ruleset.US_TIV_2025_1);
    ComparedRecords compared =
        ComparedRecords.of(records, learner, known, since, new Position(position + 1, 0));
    List<ExportRecord> given = new ArrayList<>();
    compared.batch().records().forEach(each -> compared.given(each).ifPresent(given::add));
    given.addAll(compared.gone());
    return new Given(given, compared.comparison().after().bytes());
  }

  private Given ofAll(LearnerFacts learner) {
    return of(learner, Optional.empty());
  }

  private Given ofChanges(LearnerFacts learner) {
    return of(learner, Optional.of(new Position(position, 0)));
  }

  private void publish(Given ntpx) {
    known = KnownRecords.read(ntpx.after());
    position++;
  }

  private static ALearner inTheMiddle() {
    return ALearner.of("1").passed("u-1", "4", 30).passed("u-2", "4", 60).engagedUntil(LAST_WEEK);
  }

  @Test
  void a_record_keeps_its_time_for_as_long_as_it_says_the_same() {
    ALearner learner = inTheMiddle();
    Given first = ofAll(facts(learner));
    publish(first);
    learner.passed("u-3", "4", 90);
    Given later = ofAll(told(learner));
    assertThat(later.find("st:S-1")).isEqualTo(first.find("st:S-1")).isPresent();
    assertThat(later.find("ua:E-1:u-1:1")).isEqualTo(first.find("ua:E-1:u-1:1")).isPresent();
    assertThat(later.find("ua:E-1:u-3:1").orElseThrow().sourceAsOf()).isEqualTo(at(2).toString());
    publish(later);
    assertThat(ofAll(facts(learner)).records()).isEqualTo(later.records());
  }

  @Test
  void changes_are_the_records_that_say_something_else_and_no_others() {
    ALearner learner = inTheMiddle();
    Given first = ofAll(facts(learner));
    publish(first);
    learner.passed("u-3", "4", 90);
    List<ExportRecord> changes = ofChanges(told(learner)).records();
    assertThat(changes)
        .extracting(ExportRecord::id)
        .contains("ua:E-1:u-3:1")
        .noneMatch(id -> id.startsWith("st:") || id.startsWith("ew:") || id.contains("u-1"));
    assertThat(changes).allMatch(each -> each.sourceAsOf().equals(at(2).toString()));
    assertThat(changes).allMatch(each -> isOfSchedule(each) || differs(each, first));
    assertThat(first.records()).hasSizeGreaterThan(2 * changes.size());
  }

  private static boolean isOfSchedule(ExportRecord each) {
    return List.of("enrollment", "academic_year", "payment_period").contains(each.entity().name());
  }

  private static boolean differs(ExportRecord each, Given before) {
    return before.find(each.id()).filter(other -> values(other).equals(values(each))).isEmpty();
  }

  @Test
  void of_what_is_as_it_was_published_nothing_is_made_but_for_a_package_of_all() {
    ALearner learner = inTheMiddle();
    publish(ofAll(facts(learner)));
    learner.passed("u-3", "4", 90);
    LearnerFacts facts = told(learner);
    LearnerRecords records = LearnerRecords.by(program.catalogue(), day, Ruleset.US_TIV_2025_1);
    Position now = new Position(position + 1, 0);
    assertThat(
            ComparedRecords.of(records, facts, known, Optional.of(new Position(position, 0)), now)
                .batch()
                .records())
        .filteredOn(each -> !isOfSchedule(each) && !each.id().startsWith("ua:E-1:u-3"))
        .hasSizeGreaterThan(10)
        .allMatch(ExportRecord::isAsPublished);
    assertThat(ComparedRecords.of(records, facts, known, Optional.empty(), now).batch().records())
        .noneMatch(ExportRecord::isAsPublished);
  }

  @Test
  void years_and_periods_of_an_enrollment_are_given_together() {
    ALearner learner = inTheMiddle();
    Given first = ofAll(facts(learner));
    publish(first);
    learner.credit = new EntryCredit(BigDecimal.ONE, BigDecimal.ZERO, Optional.empty());
    Given changes = ofChanges(told(learner));
    List<ExportRecord> schedule =
        first.records().stream().filter(SourceTimesTest::isOfSchedule).toList();
    assertThat(schedule).hasSizeGreaterThan(3);
    assertThat(changes.records().stream().filter(SourceTimesTest::isOfSchedule))
        .extracting(ExportRecord::id)
        .containsExactlyElementsOf(schedule.stream().map(ExportRecord::id).toList());
    assertThat(schedule).anyMatch(each -> !differs(each, changes));
    publish(changes);
    learner.engagement.removeLast();
    assertThat(ofChanges(told(learner)).records()).noneMatch(SourceTimesTest::isOfSchedule);
  }

  /** All but what tells when it became known. */
  private static String values(ExportRecord each) {
    return each.withSourceAsOf(at(0).toString()).withVersion(1).json();
  }

  @Test
  void what_says_something_else_without_new_facts_is_not_older_than_before() {
    ALearner learner = inTheMiddle();
    publish(ofAll(facts(learner)));
    learner.familyName = "Byron";
    publish(ofAll(told(learner)));
    day = day.plusDays(40);
    assertThat(ofChanges(facts(learner)).records())
        .isNotEmpty()
        .allMatch(each -> each.sourceAsOf().equals(at(2).toString()));
  }

  @Test
  void a_full_package_and_all_changes_since_make_each_full_package() {
    ALearner learner = inTheMiddle();
    Given first = ofAll(facts(learner));
    publish(first);
    Map<String, ExportRecord> held = new HashMap<>();
    take(held, first);
    for (int step = 0; step < 60; step++) {
      change(learner, step);
      LearnerFacts facts = step % 7 == 6 ? facts(learner) : told(learner);
      Given changes = ofChanges(facts);
      Given all = ofAll(facts);
      take(held, changes);
      assertThat(held.values())
          .as("after step %d", step)
          .containsExactlyInAnyOrderElementsOf(all.records());
      assertThat(changes.after()).isEqualTo(all.after());
      publish(changes);
    }
  }

  private void change(ALearner learner, int step) {
    switch (step % 10) {
      case 0 -> learner.passed("u-" + (3 + step), "1.5", 61 + step);
      case 1 -> learner.familyName = "Family " + step / 20;
      case 2 -> learner.failed("u-" + (3 + step), "1.5", 61 + step);
      case 3 -> learner.engagement.removeLast();
      case 4 -> learner.attempts.removeLast();
      case 5 -> learner.suppressed = true;
      case 6 -> day = day.plusDays(3);
      case 7 -> learner.suppressed = false;
      case 8 -> learner.withdrew(ALearner.START.plusDays(150));
      default -> {
        learner.withdrawal = Optional.empty();
        learner.statuses.removeLast();
      }
    }
  }

  /** As whoever imports packages does. */
  private static void take(Map<String, ExportRecord> held, Given ntpx) {
    for (ExportRecord each : ntpx.records()) {
      ExportRecord before = held.get(each.id());
      assertThat(before == null || !isOlder(each, before)).as("%s is not older", each).isTrue();
      if (each.isTombstone()) {
        held.remove(each.id());
      } else {
        held.put(each.id(), each);
      }
    }
  }

  private static boolean isOlder(ExportRecord each, ExportRecord before) {
    return Instant.parse(each.sourceAsOf()).isBefore(Instant.parse(before.sourceAsOf()));
  }

  @Test
  void what_says_again_what_a_package_said_is_given_where_something_else_was_given_in_between() {
    ALearner learner = inTheMiddle();
    Given first = ofAll(facts(learner));
    publish(first);
    learner.familyName = "Byron";
    told(learner);
    learner.familyName = "Lovelace";
    LearnerFacts again = told(learner);
    assertThat(ofChanges(again).records()).isEmpty();
    known = KnownRecords.read(KnownRecords.overtaken(first.after()));
    Given changes = ofChanges(again);
    assertThat(changes.records()).hasSameSizeAs(first.records());
    assertThat(changes.find("st:S-1").orElseThrow().sourceAsOf()).isEqualTo(at(3).toString());
    publish(changes);
    assertThat(ofChanges(told(learner)).records()).isEmpty();
  }

  @Test
  void where_nothing_became_known_since_a_package_it_does_not_matter_who_was_given_changes() {
    ALearner learner = inTheMiddle();
    publish(ofAll(facts(learner)));
    learner.familyName = "Byron";
    Given second = ofAll(told(learner));
    publish(second);
    known = KnownRecords.read(KnownRecords.overtaken(second.after()));
    assertThat(ofChanges(facts(learner)).records()).isEmpty();
    assertThat(ofAll(facts(learner)).records()).isEqualTo(second.records());
  }
}
