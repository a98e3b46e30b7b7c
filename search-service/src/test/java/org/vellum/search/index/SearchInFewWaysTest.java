package org.vellum.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.WaysToTheDatabase;

/**
 * How often the database is asked for one search: the words of all skills, how many show each, who
 * is found, whether they stand, who saw whom with the head of the audit log, and its entry. The
 * count of pages, in a transaction of its own, and the commit come on top.
 */
class SearchInFewWaysTest {
  private static final int MOST = 6;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private final SearchCenter center = new SearchCenter(database);

  @Test
  void a_search_takes_six_ways_to_the_database_however_many_skills_are_asked_for()
      throws Exception {
    String one = "Writes a query";
    String other = "Draws a chart";
    center.shown("ada", center.attained(one), center.attained(other));
    WaysToTheDatabase ways = WaysToTheDatabase.of(center.jdbi);
    assertThat(center.found(ACME, one)).hasSize(1);
    assertThat(ways.taken()).isBetween(1, MOST);
    assertThat(center.found(ACME, one, other)).hasSize(1);
    assertThat(ways.taken()).isBetween(1, MOST);
  }

  @Test
  void whoever_searches_again_is_not_told_to_the_database_again() {
    center.employers.greet(ACME, center.now());
    WaysToTheDatabase ways = WaysToTheDatabase.of(center.jdbi);
    center.employers.greet(ACME, center.now());
    assertThat(ways.taken()).isZero();
    assertThat(center.employers.list()).containsExactly(ACME);
  }
}
