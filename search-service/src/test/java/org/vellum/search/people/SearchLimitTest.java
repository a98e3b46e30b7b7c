package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.FindPeople;
import org.vellum.testsupport.TestDatabase;

/** Nobody copies what can be found. */
class SearchLimitTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private final SearchCenter center = new SearchCenter(database);

  private SearchLimit limit(int perMinute, int perDay) {
    return new SearchLimit(
        new RateLimit(center.jdbi, center.clock),
        new SearchConfiguration(perMinute, perDay, Duration.ofMinutes(5)));
  }

  @Test
  void an_employer_gets_so_many_pages_in_a_minute_and_others_get_theirs() {
    SearchLimit limit = limit(2, 100);
    limit.countPage("quick");
    limit.countPage("quick");
    assertThatThrownBy(() -> limit.countPage("quick")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> limit.countTyping("quick")).isInstanceOf(ProblemException.class);
    limit.countPage("another");
    center.clock.pass(Duration.ofMinutes(1));
    limit.countPage("quick");
  }

  @Test
  void who_reaches_the_limit_of_a_day_is_named_in_the_log() {
    SearchLimit limit = limit(100, 2);
    Logger log = Logger.getLogger(SearchLimit.class.getName());
    List<String> told = new ArrayList<>();
    Handler handler = new Told(told);
    log.addHandler(handler);
    try {
      limit.countPage("scraper");
      limit.countPage("scraper");
      assertThat(told).isEmpty();
      assertThatThrownBy(() -> limit.countPage("scraper")).isInstanceOf(ProblemException.class);
    } finally {
      log.removeHandler(handler);
    }
    assertThat(told).singleElement().asString().contains("scraper");
  }

  /** Keeps what is logged. */
  private static final class Told extends Handler {
    private final List<String> told;

    Told(List<String> told) {
      this.told = told;
    }

    @Override
    public void publish(LogRecord one) {
      told.add(
          one.getMessage()
              + List.of(one.getParameters() == null ? new Object[0] : one.getParameters()));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void one_search_shows_five_hundred_people_and_no_more() throws Exception {
    center.shown("ada", center.attained("Writes a query"));
    center.jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into search.profile (learner, id, version, audience, granted_at, expires_at)
          select gen_random_uuid(), gen_random_uuid(), 1, 'EVERYONE', '2026-11-01', '2027-10-31'
            from generate_series(1, 520)
          """);
      handle.execute(
          """
          insert into search.achievement
            (credential, learner, record, skill, issuer, achieved_on, issued_at, signed_by, percent, evidence)
          select gen_random_uuid(), p.learner, gen_random_uuid(), a.skill, a.issuer, a.achieved_on,
                 a.issued_at, a.signed_by, a.percent, a.evidence
            from search.profile p cross join search.achievement a
           where not exists (select from search.achievement b where b.learner = p.learner)
          """);
      handle.execute(
          """
          insert into search.entry (skill, learner, credential, percent, points, achieved_on, issuer)
          select a.skill, a.learner, a.credential, a.percent, 23, a.achieved_on, a.issuer
            from search.achievement a
           where not exists (select from search.entry e where e.learner = a.learner)
          """);
    });
    Set<UUID> seen = new HashSet<>();
    String cursor = "";
    do {
      FindPeople.Result.Page page =
          (FindPeople.Result.Page) center.find(ACME, all("queries"), cursor, 50);
      page.people().forEach(each -> seen.add(each.profile()));
      cursor = page.next().orElse("");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(FindPeople.DEEPEST);
  }
}
