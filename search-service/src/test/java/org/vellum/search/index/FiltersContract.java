package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.profile.Terms;
import org.vellum.testsupport.TestDatabase;

/** Whom every index leaves out: those outside a filter, and those of whom nothing holds. */
public abstract class FiltersContract {
  @RegisterExtension
  protected static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";
  private static final String CHART = "Draws a chart";
  private static final String BEES = "Keeps bees";
  private static final LocalDate LATELY = LocalDate.of(2026, 5, 4);
  private static final LocalDate LONG_AGO = LocalDate.of(2023, 5, 4);
  private static final Optional<String> ANY = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  private SearchCenter center;

  @BeforeEach
  void begin() {
    center = center(database);
  }

  /** A search service with the index that is looked at. */
  protected abstract SearchCenter center(TestDatabase database);

  /** Makes somebody who is found, by a number. */
  @FunctionalInterface
  private interface Making {
    UUID person(String name) throws Exception;
  }

  private static List<UUID> five(String group, Making making) throws Exception {
    List<UUID> people = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      people.add(making.person(group + "-" + i));
    }
    return people;
  }

  private void finds(Filters filters, List<UUID> people) throws Exception {
    SkillQuery query = new SkillQuery(List.of(Wanted.parse(SKILL)), List.of(), 0, filters);
    assertThat(center.page(ACME, query).people())
        .extracting(FoundPerson::profile)
        .containsExactlyInAnyOrderElementsOf(people);
  }

  private void program(String code, String level, String statement) throws Exception {
    center.hears(
        new ProgramPublished(
            code,
            "Program " + code,
            Optional.of(level),
            List.of(new ProgramPublished.ProgramCourse("c-" + code, "A course", Optional.empty())),
            List.of(center.attained(statement).competency().orElseThrow().identifier())));
  }

  @Test
  void who_shows_nothing_of_a_program_or_of_its_level_is_left_out() throws Exception {
    List<UUID> drawing =
        five("a", name -> center.shown(name, center.attained(SKILL), center.attained(CHART)));
    List<UUID> keeping =
        five("b", name -> center.shown(name, center.attained(SKILL), center.attained(BEES)));
    program("ADP", "Bachelor's degree", CHART);
    program("BEE", "Master's degree", BEES);
    Optional<Availability> whenever = Optional.empty();
    Optional<LocalDate> ever = Optional.empty();
    finds(new Filters(Optional.of("ADP"), ANY, ANY, whenever, ever), drawing);
    finds(new Filters(Optional.of("BEE"), ANY, ANY, whenever, ever), keeping);
    finds(new Filters(ANY, ANY, ANY, whenever, ever, Optional.of("Bachelor's degree")), drawing);
    finds(new Filters(ANY, ANY, ANY, whenever, ever, Optional.of("Master's degree")), keeping);
  }

  @Test
  void who_shows_nothing_of_an_institution_is_left_out() throws Exception {
    List<UUID> here = five("a", name -> center.shown(name, center.attained(SKILL)));
    List<UUID> elsewhere =
        five(
            "b",
            name -> {
              PublishedAchievement one = center.attained(SKILL);
              center.learner(name, one);
              center.hears(
                  new RecordPublished(
                      center.ids.nextV4(),
                      SearchCenter.learner(name),
                      "did:web:records.example.edu",
                      "Another University",
                      center.now(),
                      List.of(one)));
              return center.granted(name, center.terms(name));
            });
    finds(of(Optional.of("Example University"), Optional.empty(), Optional.empty()), here);
    finds(of(Optional.of("Another University"), Optional.empty(), Optional.empty()), elsewhere);
  }

  private static Filters of(
      Optional<String> issuer, Optional<Availability> availability, Optional<LocalDate> since) {
    return new Filters(ANY, issuer, ANY, availability, since);
  }

  @Test
  void who_begins_at_another_time_or_does_not_tell_is_left_out() throws Exception {
    List<UUID> now = five("a", name -> beginning(name, Optional.of(Availability.NOW)));
    List<UUID> soon = five("b", name -> beginning(name, Optional.of(Availability.SOON)));
    five("c", name -> beginning(name, Optional.empty()));
    finds(of(ANY, Optional.of(Availability.NOW), Optional.empty()), now);
    finds(of(ANY, Optional.of(Availability.SOON), Optional.empty()), soon);
  }

  private UUID beginning(String name, Optional<Availability> availability) throws Exception {
    center.learner(name, center.attained(SKILL));
    Terms plain = center.terms(name);
    return center.granted(
        name,
        new Terms(
            plain.achievements(), false, "", availability, Optional.empty(), plain.lastDay()));
  }

  @Test
  void who_earned_the_skill_before_the_day_is_left_out_whatever_they_earned_since()
      throws Exception {
    List<UUID> lately = five("a", name -> center.shown(name, center.attained(SKILL, 90, LATELY)));
    five("b", name -> center.shown(name, center.attained(SKILL, 90, LONG_AGO)));
    five(
        "c",
        name ->
            center.shown(
                name, center.attained(SKILL, 90, LONG_AGO), center.attained(BEES, 90, LATELY)));
    finds(of(ANY, Optional.empty(), Optional.of(LATELY)), lately);
  }

  @Test
  void who_lies_within_one_of_two_filters_is_left_out_and_few_within_both_are_refused()
      throws Exception {
    five("a", name -> beginning(name, Optional.of(Availability.NOW)));
    five("b", name -> center.shown(name, center.attained(SKILL, 90, LONG_AGO)));
    Filters both = of(ANY, Optional.of(Availability.NOW), Optional.of(LATELY.plusDays(1)));
    SkillQuery query = new SkillQuery(List.of(Wanted.parse(SKILL)), List.of(), 0, both);
    assertThat(center.find(ACME, query, "", 20)).isEqualTo(new FindPeople.Result.TooNarrow());
  }

  private PublishedAchievement expiring() {
    PublishedAchievement lasting = center.attained(SKILL);
    return new PublishedAchievement(
        lasting.credential(),
        lasting.name(),
        lasting.competency(),
        lasting.courseSourcedId(),
        lasting.achievedAt(),
        lasting.issuedAt(),
        lasting.verificationMethod(),
        Optional.of(center.now().plusSeconds(60)),
        lasting.percent(),
        lasting.evidence());
  }

  @Test
  void what_has_expired_is_neither_found_nor_counted() throws Exception {
    List<UUID> lasting = five("a", name -> center.shown(name, center.attained(SKILL)));
    five("b", name -> center.shown(name, expiring()));
    assertThat(center.page(ACME, all(SKILL)).count()).isEqualTo(10);
    center.clock.pass(Duration.ofMinutes(1));
    FindPeople.Result.Page page = center.page(ACME, all(SKILL));
    assertThat(page.people())
        .extracting(FoundPerson::profile)
        .containsExactlyInAnyOrderElementsOf(lasting);
    assertThat(page.count()).isEqualTo(5);
    assertThat(page.facets()).allMatch(each -> each.count() == 5);
  }

  @Test
  void what_a_later_record_does_not_hold_is_neither_found_nor_counted() throws Exception {
    List<UUID> people = five("a", name -> center.shown(name, center.attained(SKILL)));
    assertThat(center.page(ACME, all(SKILL)).count()).isEqualTo(5);
    center.publish("a-0", center.attained(CHART));
    FindPeople.Result.Page page = center.page(ACME, all(SKILL));
    assertThat(page.people())
        .extracting(FoundPerson::profile)
        .containsExactlyInAnyOrderElementsOf(people.subList(1, 5));
    assertThat(page.count()).isZero();
    assertThat(center.found(ACME, CHART)).as("not consented to").isEmpty();
    Terms later = center.terms("a-0");
    assertThat(later.achievements()).isNotEqualTo(Set.of());
    center.granted("a-0", later);
    assertThat(center.found(ACME, CHART)).containsExactly(people.getFirst());
  }
}
