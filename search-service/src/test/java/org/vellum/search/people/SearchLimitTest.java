package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import io.opentelemetry.api.OpenTelemetry;
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
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.ThrowingRunnable;

/** Nobody copies what can be found. */
class SearchLimitTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private final SearchCenter center = new SearchCenter(database);

  private final RateLimit rateLimit = new RateLimit(center.jdbi, center.clock);
  private final Refusals refusals =
      new Refusals(new SearchMetrics(OpenTelemetry.noop(), center.feed), rateLimit);

  private SearchLimit limit(int perMinute, int perDay) {
    return new SearchLimit(
        rateLimit, new SearchConfiguration(perMinute, perDay, Duration.ofMinutes(5)), refusals);
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

  /** What the log is told meanwhile. */
  private static List<String> told(ThrowingRunnable doing) throws Exception {
    Logger log = Logger.getLogger(Refusals.class.getName());
    List<String> told = new ArrayList<>();
    Handler handler = new Told(told);
    log.addHandler(handler);
    try {
      doing.run();
    } finally {
      log.removeHandler(handler);
    }
    return told;
  }

  @Test
  void who_reaches_a_limit_is_named_in_the_log_once_a_minute() throws Exception {
    SearchLimit ofDay = limit(100, 2);
    assertThat(
            told(() -> {
              ofDay.countPage("scraper");
              ofDay.countPage("scraper");
            }))
        .isEmpty();
    ThrowingRunnable refused =
        () -> {
          for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ofDay.countPage("scraper"))
                .isInstanceOf(ProblemException.class);
          }
        };
    assertThat(told(refused)).singleElement().asString().contains("scraper", "LIMIT_OF_DAY");
    center.clock.pass(Duration.ofMinutes(1));
    assertThat(told(refused)).singleElement().asString().contains("LIMIT_OF_DAY");
    SearchLimit ofMinute = limit(1, 100);
    assertThat(
            told(() -> {
              ofMinute.countTyping("typist");
              assertThatThrownBy(() -> ofMinute.countTyping("typist"))
                  .isInstanceOf(ProblemException.class);
            }))
        .singleElement()
        .asString()
        .contains("typist", "LIMIT_OF_MINUTE");
  }

  @Test
  void what_cannot_be_asked_is_named_in_the_log_without_what_was_asked() throws Exception {
    PeoplePage page = new PeoplePage(center.findPeople, center.occupations, refusals);
    for (QueryForm bad :
        List.of(
            new QueryForm(List.of("secret".repeat(100)), List.of(), "", "", "", "", "", ""),
            new QueryForm(List.of("secret"), List.of(), "", "", "", "", "", "secret"),
            new QueryForm(List.of("secret"), List.of(), "", "", "", "secret", "", ""))) {
      assertThat(told(() -> page.of(ACME, bad, "")))
          .singleElement()
          .asString()
          .contains(ACME)
          .doesNotContain("secret");
      center.clock.pass(Duration.ofMinutes(1));
    }
    QueryForm good = new QueryForm(List.of("secret"), List.of(), "", "", "", "", "", "");
    assertThat(told(() -> page.of(ACME, good, ""))).isEmpty();
    assertThat(told(() -> page.of(ACME, good, "secret")))
        .singleElement()
        .asString()
        .contains("BAD_CURSOR")
        .doesNotContain("secret");
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
