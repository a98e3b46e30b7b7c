package org.vellum.finaid.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.finaid.facts.Office.ADA;
import static org.vellum.finaid.facts.Office.START;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.facts.Office;
import org.vellum.finaid.facts.ProgramParameters;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.parameters.SetParameters.Result;
import org.vellum.finaid.parameters.SetParameters.Wish;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class SetParametersTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  private final Office office = new Office(database);
  private final ProgramParameters parameters = new ProgramParameters(office.jdbi);
  private final SetParameters setParameters =
      new SetParameters(
          parameters,
          office.programs,
          new AuditLog(
              office.jdbi,
              Office.CLOCK,
              new PlatformConfiguration(
                  URI.create("http://localhost:9080"),
                  "Test",
                  "s".repeat(32),
                  Duration.ofHours(1),
                  1)),
          Office.CLOCK);

  @BeforeEach
  void founded() throws Exception {
    office.learner(ADA, "S-1", "Lovelace").program().enrolled("E-1", ADA);
    UUID other = new UUID(1, 1);
    office.learner(other, "S-2", "Hopper").enrolled("E-2", other);
  }

  /** A form as it is right, for learners from the first day of all. */
  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>(ParametersForm.shown(Office.facts(START)));
    form.remove("revision");
    return form;
  }

  private static Map<String, String> form(String field, String value) {
    Map<String, String> form = form();
    form.put(field, value);
    return form;
  }

  private Result set(Map<String, String> form, Wish wish) throws Exception {
    return database.inTransaction(() -> setParameters.set("DATA", form, wish, "officer"));
  }

  private ProgramFacts saved(Map<String, String> form) throws Exception {
    return switch (set(form, Wish.SAVE)) {
      case Result.Saved(ProgramFacts facts, Effect effect) -> facts;
      case Result other -> throw new AssertionError(other.toString());
    };
  }

  private Effect effect(Map<String, String> form) throws Exception {
    return switch (set(form, Wish.SHOW)) {
      case Result.Shown(ProgramFacts facts, Effect effect) -> effect;
      case Result other -> throw new AssertionError(other.toString());
    };
  }

  @Test
  void what_is_saved_is_in_the_facts_of_learners_who_begin_then() throws Exception {
    saved(form());

    assertThat(parameters.versions("DATA"))
        .singleElement()
        .satisfies(facts -> {
          assertThat(facts.terms()).isEqualTo(Office.facts(START).terms());
          assertThat(facts.methods()).isEqualTo(Office.facts(START).methods());
          assertThat(facts.identity().factsVersion()).isEqualTo(1);
        });
    assertThat(office.facts("S-1").enrollments().getFirst().programVersionId())
        .isEqualTo("DATA@" + START);
  }

  @Test
  void the_effect_is_shown_and_nothing_is_kept() throws Exception {
    saved(form());
    Effect effect = effect(form("units", "48"));

    assertThat(effect.learners()).isEqualTo(2);
    assertThat(effect.affected()).isEqualTo(2);
    assertThat(effect.periods()).extracting(Effect.Change::differs).containsExactly(true, true);
    assertThat(parameters.versions("DATA"))
        .singleElement()
        .satisfies(facts -> assertThat(facts.terms().length().units()).isEqualByComparingTo("24"));
  }

  @Test
  void what_changes_no_period_affects_nobody() throws Exception {
    saved(form());

    assertThat(effect(form("cipCode", "11.0102")).affected()).isZero();
  }

  @Test
  void a_later_version_leaves_those_alone_who_began_before_it() throws Exception {
    saved(form());
    Map<String, String> later = form("effectiveFrom", "2026-01-01");
    later.put("units", "48");

    assertThat(effect(later).learners()).isZero();
    saved(later);
    assertThat(office.facts("S-1").enrollments().getFirst().programVersionId())
        .isEqualTo("DATA@" + START);
    try (var snapshot = office.source.open()) {
      assertThat(snapshot.catalogue().programs().get("DATA@" + START))
          .extracting(facts -> facts == null ? null : facts.identity().effectiveTo().orElse(null))
          .isEqualTo(LocalDate.parse("2025-12-31"));
    }
  }

  @Test
  void who_is_slower_is_told_and_overwrites_nothing() throws Exception {
    saved(form());
    Map<String, String> seen = ParametersForm.shown(parameters.versions("DATA").getFirst());
    Map<String, String> first = new HashMap<>(seen);
    first.put("units", "30");
    Map<String, String> second = new HashMap<>(seen);
    second.put("units", "36");

    assertThat(saved(first).terms().length().units()).isEqualByComparingTo("30");
    assertThat(set(second, Wish.SAVE)).isInstanceOf(Result.Overtaken.class);
    assertThat(parameters.versions("DATA").getFirst().terms().length().units())
        .isEqualByComparingTo("30");
  }

  @ParameterizedTest
  @CsvSource({
    "ayUnits, 23, ay-below-minimum",
    "ayWeeks, 29, ay-below-minimum",
    "units, 0, units-not-positive",
    "weeks, 12.5, weeks-not-positive",
    "measure, CLOCK, calendar-mismatch",
    "pellFormula, F1, formula-mismatch",
    "annualLimitYear, SAY, year-mismatch",
    "cipCode, 110701, unreadable",
    "opeid, 1234, unreadable",
    "effectiveFrom, soon, unreadable",
    "directAssessment, true, missing"
  })
  void what_a_rule_forbids_is_refused_at_its_field(String field, String value, String code)
      throws Exception {
    List<Finding> findings =
        switch (set(form(field, value), Wish.SAVE)) {
          case Result.Refused(List<Finding> found) -> found;
          case Result other -> throw new AssertionError(other.toString());
        };

    assertThat(findings).extracting(Finding::code).contains(code);
    assertThat(parameters.versions("DATA")).isEmpty();
  }
}
