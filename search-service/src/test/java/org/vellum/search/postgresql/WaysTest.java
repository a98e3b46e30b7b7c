package org.vellum.search.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.JudgedQueries;
import org.vellum.testsupport.TestDatabase;

class WaysTest {
  private static final int PAGE = 7;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search");

  @Test
  void every_way_through_the_entries_finds_the_same_people_in_the_same_order() throws Exception {
    SearchCenter center = new SearchCenter(database);
    PostgresqlIndex index = new PostgresqlIndex(center.jdbi);
    int compared = 0;
    int single = 0;
    for (JudgedQueries.Judged judged : new JudgedQueries(center).queries()) {
      Asked asked =
          new Asked(
              SearchCenter.ACME,
              judged.query(),
              judged.query().all().stream()
                  .map(each -> center.skills.resolve(each.text()))
                  .toList(),
              center.now(),
              LocalDate.ofInstant(center.now(), ZoneOffset.UTC));
      Answer first = index.search(asked, Optional.empty(), PAGE, Way.ALL);
      Optional<Candidate> last = first.candidates().stream().reduce((one, other) -> other);
      Answer next = index.search(asked, last, PAGE, Way.ALL);
      if (!judged.query().required().isEmpty()) {
        assertThat(index.search(asked, Optional.empty(), PAGE, Way.FEWEST_FIRST)).isEqualTo(first);
        assertThat(index.search(asked, last, PAGE, Way.FEWEST_FIRST)).isEqualTo(next);
        compared++;
      }
      if (judged.query().all().size() == 1) {
        assertThat(index.search(asked, Optional.empty(), PAGE, Way.BEST_FIRST)).isEqualTo(first);
        assertThat(index.search(asked, last, PAGE, Way.BEST_FIRST)).isEqualTo(next);
        single++;
      }
      assertThat(index.search(asked, Optional.empty(), PAGE)).isEqualTo(first);
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(single).isGreaterThan(50);
  }
}
