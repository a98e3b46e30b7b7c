package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.FrameworkAdopted.Association;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.vocabulary.Likeness;
import org.vellum.testsupport.TestDatabase;

/** What every index must find, in which order, and why. */
public abstract class FindPeopleContract {
  @RegisterExtension
  protected static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String QUERY = "Writes a query that joins tables";
  private static final String CHART = "Draws a chart that answers a question";

  @SuppressWarnings("NullAway.Init")
  private SearchCenter center;

  @BeforeEach
  void begin() {
    center = center(database);
  }

  /** A search service with the index that is looked at. */
  protected abstract SearchCenter center(TestDatabase database);

  @Test
  void somebody_is_found_by_the_words_of_a_skill_with_the_reason() throws Exception {
    UUID ada = center.shown("ada", center.attained(QUERY));

    FindPeople.Result.Page page = center.page(ACME, all("writing queries"));

    assertThat(page.people()).extracting(FoundPerson::profile).containsExactly(ada);
    FoundPerson person = page.people().getFirst();
    assertThat(person.named()).isFalse();
    assertThat(person.name()).startsWith("Learner ").doesNotContain("ADA");
    Reason reason = person.reasons().getFirst();
    assertThat(reason.likeness()).isEqualTo(Likeness.WORDS);
    assertThat(reason.achievement()).isEqualTo(QUERY);
    assertThat(reason.framework()).isEqualTo("Applied data practice");
    assertThat(reason.evidence()).containsExactly("Survey project");
    assertThat(List.of(reason.match(), reason.level(), reason.recency(), reason.strength()))
        .containsExactly(160, 18, 20, 5);
    assertThat(person.score()).isEqualTo(203);
  }

  @Test
  void all_required_skills_must_be_shown_and_enough_of_the_others() throws Exception {
    UUID both = center.shown("both", center.attained(QUERY), center.attained(CHART));
    UUID one = center.shown("one", center.attained(QUERY));

    assertThat(center.found(ACME, QUERY, CHART)).containsExactly(both);
    List<Wanted> nice = List.of(Wanted.parse(CHART), Wanted.parse("Cooks"));
    SkillQuery likes = new SkillQuery(List.of(Wanted.parse(QUERY)), nice, 0, Filters.NONE);
    assertThat(center.page(ACME, likes).people())
        .extracting(FoundPerson::profile)
        .containsExactly(both, one);
    assertThat(center.page(ACME, likes).unknown()).containsExactly("Cooks");
    SkillQuery needsOne = new SkillQuery(likes.required(), nice, 1, Filters.NONE);
    assertThat(center.page(ACME, needsOne).people())
        .extracting(FoundPerson::profile)
        .containsExactly(both);
  }

  @Test
  void a_level_is_asked_for_at_the_end_of_a_line() throws Exception {
    UUID good = center.shown("good", center.attained(QUERY, 90, LocalDate.of(2026, 5, 4)));
    UUID fair = center.shown("fair", center.attained(QUERY, 70, LocalDate.of(2026, 5, 4)));

    assertThat(center.found(ACME, QUERY)).containsExactly(good, fair);
    assertThat(center.found(ACME, QUERY + ", at least 80 %")).containsExactly(good);
    assertThat(center.found(ACME, QUERY + " 91%")).isEmpty();
  }

  @Test
  void who_earned_it_lately_stands_first() throws Exception {
    UUID old = center.shown("old", center.attained(QUERY, 90, LocalDate.of(2022, 5, 4)));
    UUID recent = center.shown("recent", center.attained(QUERY, 90, LocalDate.of(2026, 5, 4)));
    assertThat(center.found(ACME, QUERY)).containsExactly(recent, old);
  }

  @Test
  void spelling_is_forgiven() throws Exception {
    UUID ada = center.shown("ada", center.attained(CHART));
    FindPeople.Result.Page page = center.page(ACME, all("Draws a charrt"));
    assertThat(page.people()).extracting(FoundPerson::profile).containsExactly(ada);
    assertThat(page.people().getFirst().reasons().getFirst().likeness())
        .isEqualTo(Likeness.SPELLING);
  }

  @Test
  void what_a_framework_associates_is_found_too_but_stands_behind() throws Exception {
    PublishedAchievement query = center.attained(QUERY);
    PublishedAchievement records = center.attained("Retrieves records by SQL");
    PublishedAchievement part = center.attained("Names the keys of two tables");
    UUID same = center.shown("same", query);
    UUID other = center.shown("other", records);
    UUID child = center.shown("child", part);
    center.hears(
        new FrameworkAdopted(
            SearchCenter.FRAMEWORK,
            "Applied data practice",
            List.of(),
            List.of(
                new Association("exactMatchOf", uri(records), uri(query)),
                new Association("isChildOf", uri(part), uri(query)))));

    FindPeople.Result.Page page = center.page(ACME, all(QUERY));
    assertThat(page.people()).extracting(FoundPerson::profile).containsExactly(same, other, child);
    assertThat(page.people().getLast().reasons().getFirst().likeness())
        .isEqualTo(Likeness.CROSSWALK);
    assertThat(center.found(ACME, "Retrieves records by SQL"))
        .as("an exact match and its parts")
        .containsExactly(other, same, child);
    assertThat(center.found(ACME, "Names the keys of two tables"))
        .as("not the whole by its part")
        .containsExactly(child);
  }

  @Test
  void an_occupation_is_asked_for_by_its_skills_and_the_reasons_name_both() throws Exception {
    UUID both = center.shown("both", center.attained(QUERY), center.attained(CHART));
    UUID one = center.shown("one", center.attained(CHART));
    center.shown("none", center.attained("Cooks"));
    center.load("O*NET-SOC Code,Title\n15-2051.00,Data Scientists\n");
    center.load(
        """
        Skill Name,Contextualized Skill Statement,O*NET Job Role
        Joins,%s,15-2051.00
        Charts,%s,15-2051.00
        Juggling,Keeps five balls in the air,15-2051.00
        """
            .formatted(QUERY, CHART));

    List<FoundPerson> people = center.page(ACME, of("data scientist", 0)).people();
    assertThat(people).extracting(FoundPerson::profile).containsExactly(both, one);
    assertThat(people.getFirst().reasons())
        .hasSize(2)
        .allSatisfy(reason -> {
          assertThat(reason.occupation()).contains("Data Scientists (15-2051.00)");
          assertThat(reason.likeness()).isEqualTo(Likeness.LABEL);
          assertThat(reason.required()).isFalse();
          assertThat(reason.match()).isEqualTo(90);
        })
        .extracting(Reason::asked)
        .containsExactlyInAnyOrder("Joins", "Charts");
    assertThat(center.page(ACME, of("15-2051.00", 2)).people())
        .extracting(FoundPerson::profile)
        .containsExactly(both);
    assertThat(center.page(ACME, of("Alchemists", 0)).people()).isEmpty();
    assertThat(center.page(ACME, of("Alchemists", 0)).unknown()).containsExactly("Alchemists");
  }

  private static SkillQuery of(String occupation, int atLeast) {
    return new SkillQuery(List.of(), List.of(), atLeast, Filters.NONE, Optional.of(occupation));
  }

  private static String uri(PublishedAchievement achievement) {
    return achievement.competency().orElseThrow().uri();
  }

  @Test
  void other_labels_of_an_adopted_framework_are_words_too_and_are_suggested() throws Exception {
    PublishedAchievement query = center.attained(QUERY);
    UUID ada = center.shown("ada", query);
    center.hears(
        new FrameworkAdopted(
            SearchCenter.FRAMEWORK,
            "Applied data practice",
            List.of(
                new FrameworkAdopted.Item(
                    query.competency().orElseThrow().identifier(),
                    uri(query),
                    QUERY,
                    Optional.of("ADP.7"),
                    List.of("Relational joins"))),
            List.of()));
    assertThat(center.found(ACME, "relational join")).containsExactly(ada);
    assertThat(center.found(ACME, "ADP.7")).containsExactly(ada);
    assertThat(center.found(ACME, uri(query))).containsExactly(ada);
    assertThat(center.skills.suggest("relat", center.now())).containsExactly(QUERY);
    center.publish("ada", query);
    assertThat(center.found(ACME, "relational join")).as("a record forgets no label").hasSize(1);
  }

  @Test
  void pages_follow_one_another_without_gap_or_repetition() throws Exception {
    for (int i = 0; i < 11; i++) {
      center.shown("learner-" + i, center.attained(QUERY, 60 + i % 3, LocalDate.of(2026, 5, 4)));
    }
    List<UUID> whole = center.found(ACME, QUERY);
    assertThat(whole).hasSize(11);
    List<UUID> read = new ArrayList<>();
    String cursor = "";
    do {
      FindPeople.Result.Page page =
          (FindPeople.Result.Page) center.find(ACME, all(QUERY), cursor, 3);
      page.people().forEach(each -> read.add(each.profile()));
      cursor = page.next().orElse("");
    } while (!cursor.isEmpty());
    assertThat(read).isEqualTo(whole);
    assertThat(center.sightings.listOf(SearchCenter.learner("learner-0")))
        .singleElement()
        .satisfies(sighting -> assertThat(sighting.searches()).isEqualTo(2));
  }

  @Test
  void a_cursor_goes_on_with_its_own_search_and_nothing_else() throws Exception {
    for (int i = 0; i < 3; i++) {
      center.shown("learner-" + i, center.attained(QUERY));
    }
    FindPeople.Result.Page page = (FindPeople.Result.Page) center.find(ACME, all(QUERY), "", 1);
    String cursor = page.next().orElseThrow();
    FindPeople.Result.BadCursor bad = new FindPeople.Result.BadCursor();
    assertThat(center.find("another", all(QUERY), cursor, 1)).isEqualTo(bad);
    assertThat(center.find(ACME, all(CHART), cursor, 1)).isEqualTo(bad);
    assertThat(center.find(ACME, all(QUERY), "x" + cursor, 1)).isEqualTo(bad);
    assertThat(center.find(ACME, all(QUERY), cursor.replace(".", ""), 1)).isEqualTo(bad);
    assertThat(center.find(ACME, all(QUERY), "a".repeat(10_000), 1)).isEqualTo(bad);
    assertThat(center.find(ACME, all(QUERY), cursor, 1)).isInstanceOf(FindPeople.Result.Page.class);
  }

  @Test
  void what_cannot_be_asked_is_said_in_sentences() throws Exception {
    assertThat(center.find(ACME, all(), "", 20))
        .isEqualTo(
            new FindPeople.Result.Refused(
                List.of("Ask for at least one skill: people are found by what they can do.")));
    String[] bomb = new String[10_000];
    Arrays.fill(bomb, "data");
    assertThat(center.find(ACME, all(bomb), "", 20)).isInstanceOf(FindPeople.Result.Refused.class);
    assertThat(center.find(ACME, all("x".repeat(201)), "", 20))
        .isInstanceOf(FindPeople.Result.Refused.class);
    assertThat(
            ((FindPeople.Result.Page) center.find(ACME, all("data"), "", Integer.MAX_VALUE))
                .people())
        .as("a page is no larger than it can be")
        .isEmpty();
    SkillQuery more = new SkillQuery(List.of(), List.of(new Wanted("a", 101)), 2, Filters.NONE);
    assertThat(((FindPeople.Result.Refused) center.find(ACME, more, "", 20)).faults()).hasSize(2);
  }

  @Test
  void nothing_that_is_typed_is_an_operator() throws Exception {
    center.shown("ada", center.attained(QUERY));
    for (String text :
        List.of(
            "-chart",
            "!chart",
            "*",
            "%",
            "'; drop table search.entry; --",
            ":*",
            "zz | query <-> qq",
            "chart & !table",
            "(((((((((((",
            "\\",
            "*ing",
            "/.*/",
            "(a+)+$",
            "achievements.skill:*",
            "{\"match_all\": {}}",
            "(".repeat(100) + "a" + ")".repeat(99),
            "https://example.org/?a=b&c='d'",
            "the of and")) {
      assertThat(center.found(ACME, text)).as(text).isEmpty();
      assertThat(center.skills.suggest(text, center.now())).as(text).isEmpty();
    }
    assertThat(center.found(ACME, QUERY)).hasSize(1);
  }
}
