package org.vellum.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.testsupport.TestDatabase;

/** Of how many people a suggestion tells. */
class SuggestionsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  private final SearchCenter center = new SearchCenter(database);

  private List<String> suggested() {
    return center.skills.suggest("wri", center.now());
  }

  private void people(int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      center.shown("learner-" + i, center.attained(SKILL));
    }
  }

  @Test
  void who_shows_a_skill_by_several_credentials_is_one_person() throws Exception {
    center.shown(
        "ada",
        center.attained(SKILL, 90, LocalDate.of(2026, 5, 4)),
        center.attained(SKILL, 80, LocalDate.of(2025, 5, 4)));
    people(0, 3);
    assertThat(suggested()).as("five credentials of four people").isEmpty();
    people(3, 4);
    assertThat(suggested()).containsExactly(SKILL);
  }

  @Test
  void whose_consent_has_ended_is_not_counted() throws Exception {
    people(0, 5);
    center.clock.pass(Duration.ofDays(90));
    assertThat(suggested()).as("31 January, the last day").containsExactly(SKILL);
    center.clock.pass(Duration.ofDays(1));
    assertThat(suggested()).isEmpty();
  }

  @Test
  void what_has_expired_is_not_counted() throws Exception {
    people(0, 4);
    PublishedAchievement lasting = center.attained(SKILL);
    center.shown(
        "ada",
        new PublishedAchievement(
            lasting.credential(),
            lasting.name(),
            lasting.competency(),
            lasting.courseSourcedId(),
            lasting.achievedAt(),
            lasting.issuedAt(),
            lasting.verificationMethod(),
            Optional.of(center.now().plusSeconds(60)),
            lasting.percent(),
            lasting.evidence()));
    assertThat(suggested()).containsExactly(SKILL);
    center.clock.pass(Duration.ofMinutes(1));
    assertThat(suggested()).isEmpty();
  }
}
