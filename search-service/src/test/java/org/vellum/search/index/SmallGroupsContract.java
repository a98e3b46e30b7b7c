package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.KeyCompromised;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.profile.Terms;
import org.vellum.testsupport.TestDatabase;

/** What every index may tell of few people, and whom it may not show. */
public abstract class SmallGroupsContract {
  @RegisterExtension
  protected static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  @SuppressWarnings("NullAway.Init")
  private SearchCenter center;

  @BeforeEach
  void begin() {
    center = center(database);
  }

  /** A search service with the index that is looked at. */
  protected abstract SearchCenter center(TestDatabase database);

  private void inRegion(String region, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      String name = "learner-" + i;
      center.learner(name, center.attained(SKILL));
      Terms plain = center.terms(name);
      center.granted(
          name,
          new Terms(
              plain.achievements(),
              false,
              region,
              Optional.of(Availability.NOW),
              Optional.empty(),
              plain.lastDay()));
    }
  }

  private static SkillQuery within(String region) {
    Filters filters =
        new Filters(
            Optional.empty(),
            Optional.empty(),
            Optional.of(region),
            Optional.empty(),
            Optional.empty());
    return new SkillQuery(List.of(Wanted.parse(SKILL)), List.of(), 0, filters);
  }

  @Test
  void no_count_is_of_fewer_than_five_and_no_difference_is_of_one() throws Exception {
    inRegion("North", 0, 6);
    inRegion("South", 6, 10);
    FindPeople.Result.Page page = center.page(ACME, all(SKILL));
    assertThat(page.people()).hasSize(10);
    assertThat(page.count()).isEqualTo(10);
    assertThat(page.facets())
        .contains(new Facet("region", "North", "North", 5))
        .noneMatch(each -> each.value().equals("South"))
        .allMatch(each -> each.count() % 5 == 0 && each.count() > 0);
    inRegion("South", 10, 11);
    assertThat(center.page(ACME, all(SKILL)).count()).as("one more is not told").isEqualTo(10);
  }

  @Test
  void a_filter_within_which_fewer_than_five_lie_is_refused() throws Exception {
    inRegion("North", 0, 5);
    inRegion("South", 5, 9);
    assertThat(center.page(ACME, within("north")).people()).hasSize(5);
    FindPeople.Result.TooNarrow narrow = new FindPeople.Result.TooNarrow();
    assertThat(center.find(ACME, within("South"), "", 20)).isEqualTo(narrow);
    assertThat(center.find(ACME, within("Nowhere"), "", 20))
        .as("four and none are not told apart")
        .isEqualTo(narrow);
    for (String operator : List.of("*", "%", "Nort?", "north OR south", "x' or '1'='1")) {
      assertThat(center.find(ACME, within(operator), "", 20)).as(operator).isEqualTo(narrow);
    }
  }

  @Test
  void a_program_is_a_facet_and_a_filter_by_its_courses_and_competencies() throws Exception {
    inRegion("North", 0, 6);
    UUID competency = center.attained(SKILL).competency().orElseThrow().identifier();
    center.hears(
        new ProgramPublished(
            "ADP",
            "Applied data practice",
            Optional.of("Bachelor's degree"),
            List.of(new ProgramPublished.ProgramCourse("c-1", "A course", Optional.empty())),
            List.of(competency)));
    assertThat(center.page(ACME, all(SKILL)).facets())
        .contains(
            new Facet("program", "ADP", "Applied data practice", 5),
            new Facet("level", "Bachelor's degree", "Bachelor's degree", 5),
            new Facet("issuer", "Example University", "Example University", 5));
    Filters filters =
        new Filters(
            Optional.of("ADP"),
            Optional.of("Example University"),
            Optional.empty(),
            Optional.of(Availability.NOW),
            Optional.of(LocalDate.of(2026, 1, 1)));
    SkillQuery query = new SkillQuery(List.of(Wanted.parse(SKILL)), List.of(), 0, filters);
    assertThat(center.page(ACME, query).people()).hasSize(6);
    assertThat(center.page(ACME, ofLevel("Bachelor's degree")).people()).hasSize(6);
    assertThat(center.find(ACME, ofLevel("Master's degree"), "", 20))
        .isEqualTo(new FindPeople.Result.TooNarrow());
  }

  private static SkillQuery ofLevel(String level) {
    Optional<String> none = Optional.empty();
    Filters filters =
        new Filters(none, none, none, Optional.empty(), Optional.empty(), Optional.of(level));
    return new SkillQuery(List.of(Wanted.parse(SKILL)), List.of(), 0, filters);
  }

  @Test
  void few_who_were_found_are_not_counted() throws Exception {
    inRegion("North", 0, 4);
    FindPeople.Result.Page page = center.page(ACME, all(SKILL));
    assertThat(page.count()).isZero();
    assertThat(page.facets()).isEmpty();
  }

  @Test
  void a_suggestion_tells_of_no_achievement_that_few_have() throws Exception {
    inRegion("North", 0, 4);
    assertThat(center.skills.suggest("wri", center.now())).isEmpty();
    inRegion("North", 4, 5);
    assertThat(center.skills.suggest("wri", center.now())).containsExactly(SKILL);
    assertThat(center.skills.suggest("Wrihtes a query", center.now())).containsExactly(SKILL);
  }

  @Test
  void nobody_is_found_by_what_they_do_not_show() throws Exception {
    center.learner("ada", center.attained(SKILL), center.attained("Keeps bees"));
    Terms all = center.terms("ada");
    UUID shown =
        all.achievements().stream()
            .filter(each ->
                center.achievements.listOf(SearchCenter.learner("ada"), center.now()).stream()
                    .anyMatch(
                        one -> one.credential().equals(each) && one.name().equals("Keeps bees")))
            .findFirst()
            .orElseThrow();
    center.granted(
        "ada",
        new Terms(Set.of(shown), false, "", Optional.empty(), Optional.empty(), all.lastDay()));
    assertThat(center.found(ACME, "Keeps bees")).hasSize(1);
    assertThat(center.found(ACME, SKILL)).isEmpty();
    assertThat(center.found(ACME, "ADA Family")).as("a name is no skill").isEmpty();
  }

  @Test
  void who_withdrew_is_in_no_answer_and_in_no_count() throws Exception {
    inRegion("North", 0, 6);
    center.withdraw("learner-0");
    assertThat(center.page(ACME, within("North")).people()).hasSize(5);
    center.withdraw("learner-1");
    assertThat(center.find(ACME, within("North"), "", 20))
        .isEqualTo(new FindPeople.Result.TooNarrow());
    assertThat(center.page(ACME, all(SKILL)).count()).isZero();
    assertThat(center.found(ACME, SKILL)).hasSize(4);
  }

  @Test
  void what_no_longer_holds_is_found_no_more_and_counted_no_more() throws Exception {
    inRegion("North", 0, 5);
    PublishedAchievement fresh = center.attained(SKILL);
    UUID record = center.publish("learner-0", fresh).record();
    Terms all = center.terms("learner-0");
    center.granted("learner-0", all);
    assertThat(center.page(ACME, all(SKILL)).count()).isEqualTo(5);
    center.hears(new CredentialRevoked(record, center.now()));
    assertThat(center.found(ACME, SKILL)).hasSize(4);
    assertThat(center.page(ACME, all(SKILL)).count()).isZero();
    center.hears(new KeyCompromised(SearchCenter.KEY, center.now()));
    assertThat(center.found(ACME, SKILL)).isEmpty();
  }

  @Test
  void who_names_employers_is_found_by_them_alone() throws Exception {
    center.learner("ada", center.attained(SKILL));
    center.employers.greet(ACME, center.now());
    Terms all = center.terms("ada");
    center.granted(
        "ada",
        new Terms(
            all.achievements(),
            false,
            "",
            Optional.empty(),
            Optional.of(Set.of(ACME)),
            all.lastDay()));
    assertThat(center.found(ACME, SKILL)).hasSize(1);
    assertThat(center.found("another", SKILL)).isEmpty();
    center.clock.pass(Duration.ofDays(91));
    assertThat(center.found(ACME, SKILL)).as("the consent has ended").isEmpty();
  }
}
