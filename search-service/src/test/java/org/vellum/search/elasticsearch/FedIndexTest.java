package org.vellum.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;
import static org.vellum.search.achievement.SearchCenter.all;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.ThrowingRunnable;

class FedIndexTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  private final IndexConfiguration configuration = TestCluster.alone();
  private final AtomicReference<TestCluster> made = new AtomicReference<>();
  private ThrowingRunnable before = () -> made.get().settle();
  private final SearchCenter center =
      new SearchCenter(
          database,
          configuration,
          jdbi -> {
            made.set(new TestCluster(jdbi, configuration, TestCluster.Shared.CLUSTER));
            return new SearchCenter.Indexed(made.get().index, () -> before.run());
          });

  private TestCluster cluster() {
    return made.get();
  }

  private void leftAsItIs() {
    before = () -> cluster().refresh();
  }

  @Test
  void a_document_that_arrives_late_does_not_replace_a_newer_one() throws Exception {
    UUID ada = center.shown("ada", center.attained(SKILL));
    cluster().settle();
    Document old = cluster().documents.after(Optional.empty(), 1).getFirst();
    center.publish("ada", center.attained("Draws a chart"));
    cluster().settle();
    assertThat(cluster().send.send(List.of(old), cluster().indices.fed()))
        .as("it counts as arrived")
        .containsExactly(ada);
    cluster().refresh();
    assertThat(cluster().versions()).containsOnlyKeys(ada.toString());
    assertThat(cluster().versions().get(ada.toString())).isGreaterThan(old.revision());
  }

  @Test
  void a_document_that_arrives_after_the_withdrawal_does_not_bring_anybody_back() throws Exception {
    center.shown("ada", center.attained(SKILL));
    cluster().settle();
    Document old = cluster().documents.after(Optional.empty(), 1).getFirst();
    center.withdraw("ada");
    assertThat(center.feed.lag().profiles()).as("taken out before the answer").isZero();
    cluster().send.send(List.of(old), cluster().indices.fed());
    cluster().refresh();
    assertThat(cluster().versions()).isEmpty();
  }

  @Test
  void what_the_index_still_says_of_somebody_is_shown_to_nobody() throws Exception {
    UUID ada = center.shown("ada", center.attained(SKILL));
    center.shown("ben", center.attained(SKILL));
    cluster().settle();
    leftAsItIs();
    // As if the cluster had been away: nothing is taken out, and nothing is fed.
    center.jdbi.useHandle(handle -> handle.execute("delete from search.profile where id = ?", ada));
    assertThat(cluster().versions()).as("the index names both").hasSize(2);
    assertThat(center.found(ACME, SKILL)).hasSize(1).doesNotContain(ada);
  }

  @Test
  void who_withdraws_while_the_cluster_is_away_is_left_out_and_later_taken_out() throws Exception {
    UUID ada = center.shown("ada", center.attained(SKILL));
    cluster().settle();
    leftAsItIs();
    database.inTransaction(() -> center.feed.withdraw(SearchCenter.learner("ada")));
    center.jdbi.useHandle(handle -> handle.execute("delete from search.profile where id = ?", ada));
    assertThat(cluster().versions()).hasSize(1);
    assertThat(center.page(ACME, all(SKILL)).people()).isEmpty();
    cluster().settle();
    assertThat(cluster().versions()).isEmpty();
    assertThat(center.feed.lag()).isEqualTo(new Feed.Lag(0, 0));
  }

  @Test
  void the_database_answers_while_the_cluster_is_away() throws Exception {
    UUID ada = center.shown("ada", center.attained(SKILL));
    IndexConfiguration nowhere = TestCluster.at("http://127.0.0.1:1", "people", 1, 0);
    TestCluster away = new TestCluster(center.jdbi, nowhere, new Cluster(nowhere));
    IndexWithSpare both =
        new IndexWithSpare(away.index, new PostgresqlIndex(center.jdbi), center.clock);
    SearchCenter other =
        new SearchCenter(database, nowhere, jdbi -> new SearchCenter.Indexed(both, () -> {}));
    assertThat(both.spared()).isFalse();
    assertThat(other.found(ACME, SKILL)).containsExactly(ada);
    assertThat(both.spared()).isTrue();
    center.clock.pass(Duration.ofSeconds(11));
    assertThat(both.spared()).as("it is tried again").isFalse();
    other.withdraw("ada");
    assertThat(other.found(ACME, SKILL)).isEmpty();
    assertThat(other.feed.lag().profiles()).as("to be taken out when it is there").isEqualTo(1);
  }

  @Test
  void a_rebuild_leaves_no_gap_and_one_index() throws Exception {
    center.shown("ada", center.attained(SKILL));
    cluster().settle();
    Set<String> before = cluster().indices.fed();
    center.shown("ben", center.attained(SKILL));
    assertThat(cluster().rebuild.rebuild()).isEqualTo(new RebuildIndex.Result.Rebuilt(2));
    assertThat(cluster().indices.fed()).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(cluster().rebuilds.find().orElseThrow())
        .satisfies(each -> assertThat(each.finished()).isTrue())
        .satisfies(each -> assertThat(each.done()).isEqualTo(2));
    assertThat(center.found(ACME, SKILL)).hasSize(2);
  }

  @Test
  void a_cluster_that_is_connected_again_is_built_anew() throws Exception {
    ClusterFeeder feeder = cluster().feeder(configuration);
    center.shown("ada", center.attained(SKILL));
    feeder.step();
    assertThat(cluster().indices.exist()).isTrue();
    Set<String> first = cluster().indices.fed();
    cluster().feeder(configuration).step();
    assertThat(cluster().indices.fed()).as("built already").isEqualTo(first);
    cluster()
        .feeder(IndexConfiguration.DATABASE)
        .start(work -> {
          throw new IllegalStateException("nothing is to be fed");
        });
    assertThat(center.feed.lag().profiles()).isZero();
    cluster().feeder(configuration).step();
    assertThat(cluster().indices.fed()).isNotEqualTo(first).hasSize(1);
    assertThat(center.found(ACME, SKILL)).hasSize(1);
  }

  @Test
  void an_administrator_s_wish_builds_a_fresh_index_once() throws Exception {
    ClusterFeeder feeder = cluster().feeder(configuration);
    feeder.step();
    Set<String> before = cluster().indices.fed();
    cluster().rebuilds.wish();
    cluster().rebuilds.wish();
    assertThat(cluster().rebuilds.wished()).isTrue();
    feeder.step();
    Set<String> after = cluster().indices.fed();
    assertThat(after).hasSize(1).isNotEqualTo(before);
    feeder.step();
    assertThat(cluster().indices.fed()).isEqualTo(after);
    assertThat(cluster().indices.count()).isZero();
  }

  @Test
  void one_node_rebuilds_at_a_time() throws Exception {
    center.shown("ada", center.attained(SKILL));
    assertThat(cluster().rebuilds.begin("elsewhere", 1)).isTrue();
    assertThat(cluster().rebuild.rebuild()).isInstanceOf(RebuildIndex.Result.UnderWay.class);
    cluster().rebuilds.end("elsewhere");
    assertThat(cluster().rebuild.rebuild()).isInstanceOf(RebuildIndex.Result.Rebuilt.class);
    assertThat(cluster().rebuilds.progress("elsewhere", 1)).isFalse();
  }

  @Test
  void nothing_but_what_the_mapping_names_gets_into_the_index() throws Exception {
    cluster().settle();
    Document strange = new Document(center.ids.nextV4(), 1, "{\"name\": \"Ada\"}");
    assertThat(cluster().send.send(List.of(strange), cluster().indices.fed())).isEmpty();
    assertThat(cluster().versions()).isEmpty();
  }

  @Test
  void a_write_to_an_index_that_was_deleted_makes_no_other() throws Exception {
    cluster().settle();
    Set<String> old = cluster().indices.fed();
    cluster().rebuild.rebuild();
    Document late = new Document(center.ids.nextV4(), 1, "{}");
    try {
      assertThat(cluster().send.send(List.of(late), old)).isEmpty();
    } catch (ElasticsearchException e) {
      assertThat(e.status()).isEqualTo(404);
    }
    assertThat(cluster().indices.fed()).hasSize(1).doesNotContainAnyElementsOf(old);
  }

  @Test
  void the_document_tells_the_cluster_nothing_of_who_it_is() throws Exception {
    center.shown("ada", center.attained(SKILL));
    String json = cluster().documents.after(Optional.empty(), 1).getFirst().json();
    assertThat(json)
        .contains("Example University")
        .doesNotContainIgnoringCase("ada")
        .doesNotContain(SearchCenter.learner("ada").toString());
  }

  @Test
  void a_query_of_ten_skills_that_mean_three_hundred_each_is_answered() throws Exception {
    UUID ada = center.shown("ada", center.attained("Data practice"));
    center.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into search.skill (key, name)
            select 'more:' || n, 'Data practice number ' || n from generate_series(1, 400) n
            """));
    String[] ten = new String[10];
    Arrays.fill(ten, "data practice");
    assertThat(center.found(ACME, ten)).containsExactly(ada);
  }
}
