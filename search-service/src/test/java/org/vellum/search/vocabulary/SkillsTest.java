package org.vellum.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class SkillsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String CHART = "Draws a chart that answers a question";

  private static final UUID FRAMEWORK = new UUID(1, 1);

  private final Jdbi jdbi = Database.over(database.dataSource());
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private final Skills skills = new Skills(jdbi);

  private static SkillDraft told(String name, List<String> labels, boolean adopted) {
    return new SkillDraft(
        "https://skills.example/CFItems/chart",
        name,
        Optional.of("ADP.9"),
        labels,
        "Applied data practice",
        Optional.empty(),
        Optional.empty(),
        adopted);
  }

  @Test
  void a_large_vocabulary_is_asked_by_its_indexes_and_never_read_as_a_whole() {
    long chart = skills.keep(told(CHART, List.of("Visualises findings"), true));
    jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into search.skill (key, name, code)
          select 'https://skills.example/CFItems/' || n,
                 'Explains ' || md5('a' || n) || ' and ' || md5('b' || n), 'M.' || n
            from generate_series(1, 6000) n
          """);
      handle.execute("vacuum analyze search.skill");
    });

    assertThat(skills.resolve("draws a CHART that answers a question"))
        .containsExactly(new Match(chart, 100, Likeness.SAME));
    assertThat(skills.resolve("adp.9")).containsExactly(new Match(chart, 100, Likeness.SAME));
    assertThat(skills.resolve("Draws a charrt"))
        .containsExactly(new Match(chart, 60, Likeness.SPELLING));
    assertThat(skills.resolve("Vizualises findings"))
        .as("other labels are forgiven too")
        .containsExactly(new Match(chart, 60, Likeness.SPELLING));
    assertThat(skills.suggest("draws a charrt", NOW)).containsExactly(CHART);

    assertThat(plan(Skills.RESOLVE))
        .contains("skill_by_name", "skill_by_code", "skill_by_words", "skill_by_spelling")
        .doesNotContain("Seq Scan on skill");
    assertThat(plan(Skills.SUGGEST))
        .contains("skill_by_beginnings", "skill_by_spelling")
        .doesNotContain("Seq Scan on skill");
  }

  /** How the database answers to a misspelt text. */
  private String plan(String sql) {
    return jdbi.withHandle(handle ->
        String.join(
            "\n",
            handle
                .createQuery("explain " + sql)
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bind("text", "draws a charrt")
                .bind("typed", "draws a charrt")
                .bind("beginnings", "'draws':* & 'charrt':*")
                .bind("smallest", 5)
                .bind("lookedAt", 25)
                .bind("now", NOW)
                .bind("most", 300)
                .mapTo(String.class)
                .list()));
  }

  @Test
  void what_is_told_again_is_not_written_again() {
    long number = skills.keep(told(CHART, List.of(), false));
    String written = version();

    assertThat(skills.keep(told(CHART, List.of(), false))).isEqualTo(number);
    assertThat(version()).isEqualTo(written);

    assertThat(skills.keep(told("Draws a chart", List.of(), false))).isEqualTo(number);
    assertThat(version()).isNotEqualTo(written).endsWith("Draws a chart");
  }

  @Test
  void what_an_adopted_framework_says_is_replaced_by_frameworks_alone() {
    long number = skills.keep(told(CHART, List.of("Visualises findings"), true));
    String written = version();

    assertThat(skills.keep(told("Something else", List.of(), false))).isEqualTo(number);
    assertThat(version()).isEqualTo(written);

    assertThat(skills.keep(told("Draws charts", List.of(), true))).isEqualTo(number);
    assertThat(version()).endsWith("Draws charts");
  }

  @Test
  void each_association_leads_to_what_it_may_stand_for() {
    record Case(String type, int there, int back) {}
    List<Case> cases =
        List.of(
            new Case("exactMatchOf", 95, 95),
            new Case("isTranslationOf", 95, 95),
            new Case("replacedBy", 90, 90),
            new Case("isRelatedTo", 60, 60),
            new Case("isPeerOf", 60, 60),
            new Case("isChildOf", 0, 70),
            new Case("isPartOf", 0, 70),
            new Case("precedes", 0, 0),
            new Case("exemplar", 0, 0));
    Crosswalks crosswalks = new Crosswalks(jdbi);
    for (Case each : cases) {
      String origin = "https://a.example/" + each.type();
      String destination = "https://b.example/" + each.type();
      long one = skills.keep(named(origin, "Origin " + each.type()));
      long other = skills.keep(named(destination, "Target " + each.type()));
      crosswalks.keep(
          FRAMEWORK, List.of(new Crosswalks.Association(each.type(), origin, destination)));
      assertThat(skills.resolve(origin)).as(each.type()).isEqualTo(found(one, other, each.there()));
      assertThat(skills.resolve(destination))
          .as(each.type())
          .isEqualTo(found(other, one, each.back()));
    }
  }

  private static List<Match> found(long asked, long associated, int nearness) {
    Match same = new Match(asked, 100, Likeness.SAME);
    return nearness == 0
        ? List.of(same)
        : List.of(same, new Match(associated, nearness, Likeness.CROSSWALK));
  }

  private static SkillDraft named(String key, String name) {
    return new SkillDraft(
        key, name, Optional.empty(), List.of(), "", Optional.empty(), Optional.empty(), true);
  }

  /** Which version of its row a skill has, and its name. */
  private String version() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select xmin || ' ' || ctid || ' ' || name from search.skill")
            .mapTo(String.class)
            .one());
  }
}
