package org.vellum.search.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.Achievement;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.SeenIn;
import org.vellum.search.index.Sighting;
import org.vellum.testsupport.TestDatabase;

class OpenProfileTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";
  private static final OpenProfile.Result UNKNOWN = new OpenProfile.Result.UnknownProfile();

  private final SearchCenter center = new SearchCenter(database);
  private final OpenProfile openProfile =
      new OpenProfile(
          center.profiles, center.viewProfile, center.sightings, center.audit, center.clock);

  private OpenProfile.Result opened(UUID profile) throws Exception {
    return database.inTransaction(() -> openProfile.open(ACME, profile));
  }

  @Test
  void each_opening_is_counted_for_the_learner_and_in_the_audit_log() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    int before = center.audited("profile-opened");
    for (int i = 0; i < 2; i++) {
      assertThat(opened(profile))
          .isInstanceOfSatisfying(
              OpenProfile.Result.Opened.class,
              result ->
                  assertThat(result.view().achievements())
                      .extracting(Achievement::name)
                      .containsExactly(SKILL));
    }
    UUID ada = SearchCenter.learner("ada");
    assertThat(center.sightings.listOf(ada))
        .containsExactly(new Sighting(ACME, 0, 2, 0, 0, center.now()));
    assertThat(center.sightings.listSearchesOf(ada))
        .containsExactly(new SeenIn(ACME, SeenIn.How.OPENED, 2, center.now()));
    assertThat(center.audited("profile-opened")).isEqualTo(before + 2);
  }

  @Test
  void nothing_is_opened_or_noted_of_whom_nothing_holds() throws Exception {
    PublishedAchievement query = center.attained(SKILL);
    UUID profile = center.shown("ada", query);
    int before = center.audited("profile-opened");
    center.hears(new CredentialRevoked(query.credential(), center.now()));
    assertThat(opened(profile)).isEqualTo(UNKNOWN);
    assertThat(opened(center.ids.nextV4())).as("never was").isEqualTo(UNKNOWN);
    center.withdraw("ada");
    assertThat(opened(profile)).isEqualTo(UNKNOWN);
    assertThat(center.sightings.listOf(SearchCenter.learner("ada"))).isEmpty();
    assertThat(center.audited("profile-opened")).isEqualTo(before);
  }
}
