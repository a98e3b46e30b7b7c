package org.vellum.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.JudgedQueries;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.testsupport.TestDatabase;

class JudgedQueriesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search");

  @Test
  void both_indexes_name_the_same_people_in_the_same_order_and_mostly_the_best() throws Exception {
    SearchCenter center = TestCluster.center(database);
    JudgedQueries judged = new JudgedQueries(center);
    center.page(SearchCenter.ACME, SearchCenter.all("anything")); // brings the index up to date
    SkillIndex first = new PostgresqlIndex(center.jdbi);
    double overlap = 0;
    double inDatabase = 0;
    double inCluster = 0;
    int sameOrder = 0;
    for (JudgedQueries.Judged query : judged.queries()) {
      List<UUID> one = judged.found(first, query);
      List<UUID> other = judged.found(center.index, query);
      overlap += overlap(one, other);
      sameOrder += one.equals(other) ? 1 : 0;
      inDatabase += judged.ndcg(query, one);
      inCluster += judged.ndcg(query, other);
    }
    int queries = judged.queries().size();
    System.out.printf(
        "%d judged queries: overlap@10 %.3f, same order %.3f; NDCG@10 of the database %.3f, of the"
            + " cluster %.3f%n",
        queries,
        overlap / queries,
        (double) sameOrder / queries,
        inDatabase / queries,
        inCluster / queries);
    assertThat(queries).isEqualTo(200);
    assertThat(overlap / queries).isGreaterThan(0.99);
    assertThat(sameOrder).isGreaterThan(195);
    assertThat(inDatabase / queries).isGreaterThan(0.85);
    assertThat(inCluster / queries).isGreaterThan(0.85);
  }

  private static double overlap(List<UUID> one, List<UUID> other) {
    Set<UUID> common = new HashSet<>(one);
    common.retainAll(other);
    int most = Math.max(one.size(), other.size());
    return most == 0 ? 1 : (double) common.size() / most;
  }
}
