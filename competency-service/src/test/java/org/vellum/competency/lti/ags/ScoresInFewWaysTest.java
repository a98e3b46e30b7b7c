package org.vellum.competency.lti.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.lti.ags.ScoreSteps.aScore;
import static org.vellum.competency.lti.ags.ScoreSteps.at;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.WaysToTheDatabase;

/** How often the database is asked for one score: for the line item, then as for any result. */
class ScoresInFewWaysTest {
  private static final int MOST = 4;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final LtiFixture lti = new LtiFixture(database);
  private final ScoreSteps tool = new ScoreSteps(lti);
  private final WaysToTheDatabase ways = WaysToTheDatabase.of(lti.institution.jdbi);

  @BeforeEach
  void founded() {
    lti.found();
    tool.post(aScore(score -> {}));
    ways.taken();
  }

  private int post(String timestamp) {
    tool.post(
        at(
            timestamp,
            score -> score.put("userId", LtiFixture.BEA.toString()).put("scoreGiven", 3)));
    return ways.taken();
  }

  @Test
  void a_score_takes_four_ways_to_the_database_and_a_repeated_one_two() {
    assertThat(post("2026-05-04T10:00:00Z")).isBetween(1, MOST);
    assertThat(post("2026-05-05T10:00:00Z")).as("its correction").isBetween(1, MOST);
    assertThat(post("2026-05-05T10:00:00Z")).isEqualTo(2);
    assertThat(lti.institution.facts()).isEqualTo(3);
  }

  @Test
  void a_score_that_was_known_before_a_newer_one_is_refused() {
    tool.post(at("2026-05-04T10:00:00Z", score -> score.put("scoreGiven", 9)));
    tool.refused(409, aScore(score -> {}).toString());
    assertThat(lti.institution.facts()).isEqualTo(2);
  }
}
