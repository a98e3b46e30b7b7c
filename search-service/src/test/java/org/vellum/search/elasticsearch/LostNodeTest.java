package org.vellum.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.fixture.SetClock;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Feed;
import org.vellum.search.index.Filters;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.Wanted;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.search.vocabulary.Likeness;
import org.vellum.search.vocabulary.Match;
import org.vellum.testsupport.ElasticsearchNode;
import org.vellum.testsupport.TestDatabase;

class LostNodeTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search");

  private static final int PEOPLE = 2_000;
  private static final int HEAP = 320;

  private final Jdbi jdbi = Database.over(database.dataSource());

  @Test
  void the_master_that_is_lost_of_three_and_a_node_of_two_lose_nothing_and_answers_go_on()
      throws Exception {
    try (ElasticsearchNode first = ElasticsearchNode.begin("first", HEAP);
        ElasticsearchNode second = first.beginAnother("second", HEAP);
        ElasticsearchNode third = first.beginAnother("third", HEAP)) {
      first.awaitNodes(3);
      String urls = String.join(",", third.url(), second.url(), first.url());
      IndexConfiguration configuration = TestCluster.at(urls, "people", 2, 1);
      Cluster connections = new Cluster(configuration);
      TestCluster cluster = new TestCluster(jdbi, configuration, connections);
      populate();
      assertThat(cluster.rebuild.rebuild()).isEqualTo(new RebuildIndex.Result.Rebuilt(PEOPLE));
      awaitCopies(cluster);
      Map<String, ElasticsearchNode> nodes =
          new HashMap<>(Map.of("first", first, "second", second, "third", third));
      String master = master(cluster);
      lose(Objects.requireNonNull(nodes.remove(master)), cluster, 2);
      awaitCopies(cluster);
      String next = master(cluster);
      assertThat(next).as("another was elected").isNotEqualTo(master);
      String other = nodes.keySet().stream().filter(each -> !each.equals(next)).findAny().get();
      // Of two nodes both would have to agree who is master, unless one has no voice.
      cluster
          .cluster
          .feeding()
          .cluster()
          .postVotingConfigExclusions(p -> p.nodeNames(master, other));
      lose(Objects.requireNonNull(nodes.get(other)), cluster, 3);
      connections.close();
    }
  }

  private static String master(TestCluster cluster) throws IOException {
    return Objects.requireNonNull(
        cluster.cluster.feeding().cat().master().valueBody().getFirst().node());
  }

  /** Loses a node in the middle of indexing all people anew and of searching. */
  private void lose(ElasticsearchNode node, TestCluster cluster, int revision) throws Exception {
    jdbi.useHandle(handle -> {
      handle.execute("update search.profile set revision = ?", revision);
      handle.execute(
          "insert into search.feed (profile, revision, gone) select id, revision, false from"
              + " search.profile");
    });
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Integer> answers = executor.submit(() -> searchUntil(done, cluster));
      assertThat(cluster.feeding.bring()).isPositive();
      node.kill();
      bringAll(cluster);
      done.set(true);
      assertThat(answers.get()).as("answers of the cluster meanwhile").isPositive();
    }
    cluster.refresh();
    assertThat(cluster.countOf(revision)).isEqualTo(PEOPLE);
  }

  /** As the feeder does: whatever did not arrive is brought again in a moment. */
  private void bringAll(TestCluster cluster) throws Exception {
    Feed feed = new Feed(jdbi, IndexConfiguration.DATABASE);
    for (int i = 0; i < 200 && feed.lag().profiles() > 0; i++) {
      try {
        if (cluster.feeding.bring() == 0) {
          Thread.sleep(200);
        }
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    assertThat(feed.lag().profiles()).as("all have arrived").isZero();
  }

  /**
   * Each answer is whole: all people are counted, in whichever state the cluster is. A question
   * that was on its way to the node when it was lost is answered by the database.
   *
   * @return how many were answered by the cluster
   */
  private int searchUntil(AtomicBoolean done, TestCluster cluster) {
    SetClock clock = new SetClock();
    IndexWithSpare both = new IndexWithSpare(cluster.index, new PostgresqlIndex(jdbi), clock);
    Asked asked =
        new Asked(
            "acme",
            new SkillQuery(List.of(new Wanted("any", 0)), List.of(), 0, Filters.NONE),
            List.of(List.of(new Match(1, 100, Likeness.SAME))),
            Instant.parse("2026-11-02T09:30:00Z"),
            LocalDate.of(2026, 11, 2));
    int byCluster = 0;
    int bySpare = 0;
    while (!done.get()) {
      assertThat(both.search(asked, Optional.empty(), 10))
          .satisfies(each -> assertThat(each.count()).isEqualTo(PEOPLE))
          .satisfies(each -> assertThat(each.candidates()).hasSize(10));
      if (both.spared()) {
        bySpare++;
        clock.pass(Duration.ofSeconds(11));
      } else {
        byCluster++;
      }
    }
    assertThat(bySpare).as("of %s answers", byCluster + bySpare).isLessThan(byCluster);
    return byCluster;
  }

  private static void awaitCopies(TestCluster cluster) throws Exception {
    String all = "people-*";
    cluster
        .cluster
        .feeding()
        .indices()
        .putSettings(p ->
            p.index(all)
                .settings(s ->
                    s.otherSettings(
                        "index.unassigned.node_left.delayed_timeout", JsonData.of("0s"))));
    assertThat(
            cluster
                .cluster
                .feeding()
                .cluster()
                .health(
                    h -> h.index(all).waitForStatus(HealthStatus.Green).timeout(t -> t.time("25s")))
                .status())
        .isEqualTo(HealthStatus.Green);
  }

  private void populate() {
    jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into search.profile (learner, id, version, audience, granted_at, expires_at)
          select gen_random_uuid(), gen_random_uuid(), 1, 'EVERYONE', '2026-11-01', '2027-10-31'
            from generate_series(1, ?)
          """,
          PEOPLE);
      handle.execute("insert into search.skill (key, name) values ('any', 'Any')");
      handle.execute(
          """
          insert into search.entry (skill, learner, credential, percent, points, achieved_on, issuer)
          select s.id, p.learner, gen_random_uuid(), 90, 23, '2026-05-04', 'Example University'
            from search.profile p cross join search.skill s
          """);
    });
  }
}
