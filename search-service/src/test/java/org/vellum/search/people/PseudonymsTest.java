package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FindPeople;
import org.vellum.testsupport.TestDatabase;

/** Two pseudonyms of one learner have nothing in common by which they are known to be one. */
class PseudonymsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String SKILL = "Writes a query";

  private final SearchCenter center = new SearchCenter(database);

  /** All that the interface tells of the only one who is found. */
  private String told(UUID profile) throws Exception {
    FindPeople.Result.Page page = center.page(ACME, all(SKILL));
    assertThat(page.people()).hasSize(1);
    PeopleApiResource.People people =
        new PeopleApiResource.People(
            page.people(),
            page.count(),
            page.facets(),
            page.unknown(),
            Optional.empty(),
            center.now(),
            page.next());
    return Json.mapper().writeValueAsString(people)
        + Json.mapper()
            .writeValueAsString(
                center.viewProfile.of(
                    center.profiles.findFor(ACME, profile, center.now()).orElseThrow()));
  }

  private static Set<String> identifiers(String text) {
    return IDENTIFIER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void no_answer_holds_an_identifier_that_outlives_a_pseudonym() throws Exception {
    PublishedAchievement achievement = center.attained(SKILL);
    UUID before = center.shown("ada", achievement);
    Set<String> first = identifiers(told(before));
    center.withdraw("ada");
    UUID after = center.granted("ada", center.terms("ada"));
    Set<String> second = identifiers(told(after));
    assertThat(first).containsExactly(before.toString());
    assertThat(second).containsExactly(after.toString()).doesNotContainAnyElementsOf(first);
    assertThat(second).doesNotContain(achievement.credential().toString());
  }
}
