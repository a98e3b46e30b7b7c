package org.vellum.search.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.alert.mail.MailConfiguration;
import org.vellum.search.profile.Terms;
import org.vellum.testsupport.TestDatabase;

/** What a saved search tells of somebody new, whichever index is searched. */
public abstract class SavedSearchContract {
  @RegisterExtension
  protected static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";
  private static final String ADDRESS = "skill=writes+queries";
  private static final Duration TURN = Duration.ofMinutes(6);

  @SuppressWarnings("NullAway.Init")
  private SearchCenter center;

  @SuppressWarnings("NullAway.Init")
  private Alerts alerts;

  /** A search service with the index that is looked at. */
  protected abstract SearchCenter center(TestDatabase database);

  @BeforeEach
  void begin() {
    center = center(database);
    alerts = new Alerts(center, database, MailConfiguration.NONE);
  }

  private void inRegion(int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      String name = "northerner-" + i;
      center.learner(name, center.attained(SKILL));
      Terms all = center.terms(name);
      center.granted(
          name,
          new Terms(
              all.achievements(),
              false,
              "North",
              Optional.empty(),
              Optional.empty(),
              all.lastDay()));
    }
  }

  @Test
  void who_is_found_for_the_first_time_is_new_once_and_until_they_withdraw() throws Exception {
    center.shown("ada", center.attained(SKILL));
    UUID search = alerts.saved("Query writers", ADDRESS);
    UUID ben = center.shown("ben", center.attained(SKILL));
    center.shown("eve", center.attained("Draws a chart"));
    center.publish("ada", center.attained(SKILL), center.attained("Keeps bees"));

    assertThat(alerts.look()).isTrue();
    assertThat(alerts.look()).as("it had its turn").isFalse();
    assertThat(alerts.news(search)).containsExactly(ben);
    assertThat(alerts.one(search).fresh()).isEqualTo(1);
    assertThat(center.sightings.listOf(SearchCenter.learner("ben")))
        .singleElement()
        .satisfies(each -> assertThat(each.employer()).isEqualTo(ACME));
    int audited = center.audited("profiles-shown");
    assertThat(alerts.news(search)).hasSize(1);
    assertThat(center.audited("profiles-shown")).as("shown before").isEqualTo(audited);

    center.withdraw("ben");
    assertThat(alerts.news(search)).isEmpty();
    assertThat(alerts.one(search).fresh()).isZero();
    center.clock.pass(TURN);
    alerts.look();
    assertThat(alerts.news(search)).isEmpty();
  }

  @Test
  void who_lets_others_see_them_is_told_of_to_nobody_else() throws Exception {
    UUID search = alerts.saved("Query writers", ADDRESS);
    center.employers.greet("another", center.now());
    center.learner("ada", center.attained(SKILL));
    Terms all = center.terms("ada");
    Terms others =
        new Terms(
            all.achievements(),
            false,
            "",
            Optional.empty(),
            Optional.of(Set.of("another")),
            all.lastDay());
    center.granted("ada", others);
    alerts.look();
    assertThat(alerts.one(search).fresh()).isZero();
    center.granted("ada", all);
    center.clock.pass(TURN);
    alerts.look();
    assertThat(alerts.news(search)).as("once everyone may see them").hasSize(1);
    center.granted("ada", others);
    assertThat(alerts.news(search)).isEmpty();
    assertThat(alerts.one(search).fresh()).as("not counted either").isZero();
  }

  @Test
  void nobody_is_told_of_while_fewer_than_five_lie_within_the_filters() throws Exception {
    String narrowed = ADDRESS + "&region=North";
    inRegion(0, 4);
    assertThat(alerts.save("Northerners", narrowed)).isInstanceOf(SaveSearch.Result.Refused.class);
    inRegion(4, 6);
    UUID search = alerts.saved("Northerners", narrowed);
    center.withdraw("northerner-0");
    center.withdraw("northerner-1");
    inRegion(6, 7);
    center.withdraw("northerner-2");
    alerts.look();
    assertThat(alerts.one(search).narrow()).isTrue();
    assertThat(alerts.news(search)).isEmpty();
    inRegion(7, 8);
    center.clock.pass(TURN);
    alerts.look();
    assertThat(alerts.one(search).narrow()).isFalse();
    assertThat(alerts.news(search)).as("none was missed meanwhile").hasSize(2);
  }

  @Test
  void what_cannot_be_searched_cannot_be_saved() throws Exception {
    assertThat(alerts.save("", ADDRESS)).isInstanceOf(SaveSearch.Result.Refused.class);
    assertThat(alerts.save("Nothing", "")).isInstanceOf(SaveSearch.Result.Refused.class);
    assertThat(alerts.save("Bomb", "skill=data&".repeat(10_000)))
        .isInstanceOf(SaveSearch.Result.Refused.class);
    assertThat(alerts.save("Broken", "skill=%zz&since=soon"))
        .isInstanceOf(SaveSearch.Result.Refused.class);
    for (int i = 0; i < SavedSearches.MOST; i++) {
      alerts.saved("Search " + i, ADDRESS);
    }
    assertThat(alerts.save("One more", ADDRESS)).isInstanceOf(SaveSearch.Result.Refused.class);
  }
}
