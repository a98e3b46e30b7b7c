package org.vellum.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.search.achievement.SearchCenter.ACME;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.persistence.Schemas;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.testsupport.ElasticsearchNode;
import org.vellum.testsupport.TestDatabase;

/** A real node behind TLS and an API key. */
class SafeConnectionTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a query";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static SafeFront front;

  @BeforeAll
  static void begin() throws Exception {
    front = new SafeFront(ElasticsearchNode.shared().url());
  }

  @AfterAll
  static void end() {
    front.close();
  }

  private static IndexConfiguration with(Path certificate, String key) {
    return new IndexConfiguration(
        front.url(), key, certificate.toString(), "safe", 1, 0, Duration.ofSeconds(5));
  }

  /** A search service that is connected so, and what came of a search and of feeding. */
  private record Connected(UUID ada, boolean found, boolean spared, TestCluster cluster) {}

  private static Connected connect(IndexConfiguration configuration) throws Exception {
    try (Closing connections = new Closing(new Cluster(configuration))) {
      SearchCenter plain = new SearchCenter(database);
      TestCluster cluster = new TestCluster(plain.jdbi, configuration, connections.cluster());
      IndexWithSpare both =
          new IndexWithSpare(cluster.index, new PostgresqlIndex(plain.jdbi), plain.clock);
      SearchCenter center =
          new SearchCenter(
              database, configuration, jdbi -> new SearchCenter.Indexed(both, () -> {}));
      UUID ada = center.shown("ada", center.attained(SKILL));
      cluster.feeder(configuration).step();
      boolean found = center.found(ACME, SKILL).contains(ada);
      return new Connected(ada, found, both.spared(), cluster);
    }
  }

  private record Closing(Cluster cluster) implements AutoCloseable {
    @Override
    public void close() {
      cluster.close();
    }
  }

  @Test
  void with_its_authority_and_its_key_the_cluster_is_fed_and_answers() throws Exception {
    Connected connected = connect(with(front.certificateIn(folder), SafeFront.KEY));
    assertThat(connected.found()).isTrue();
    assertThat(connected.spared()).as("the cluster answered").isFalse();
    assertThat(connected.cluster().troubles.find()).isEmpty();
  }

  @Test
  void by_another_authority_nothing_is_sent_the_database_answers_and_health_says_why()
      throws Exception {
    try (SafeFront another = new SafeFront(ElasticsearchNode.shared().url())) {
      Connected connected = connect(with(another.certificateIn(folder), SafeFront.KEY));
      assertThat(connected.found()).isTrue();
      assertThat(connected.spared()).isTrue();
      for (Troubles.Work work : Troubles.Work.values()) {
        if (work != Troubles.Work.REBUILD) {
          assertThat(connected.cluster().troubles.find(work))
              .hasValueSatisfying(each ->
                  assertThat(each.words())
                      .contains("not trusted")
                      .contains("vellum.search.elasticsearch-certificate"));
        }
      }
    }
  }

  @Test
  void with_another_key_the_database_answers_and_health_says_why() throws Exception {
    Connected connected = connect(with(front.certificateIn(folder), "d3Jvbmc6a2V5"));
    assertThat(connected.found()).isTrue();
    assertThat(connected.spared()).isTrue();
    assertThat(connected.cluster().troubles.find())
        .hasValueSatisfying(
            each -> assertThat(each.words()).contains("vellum.search.elasticsearch-api-key"));
    assertThat(connected.cluster().troubles.find(Troubles.Work.FEED)).isPresent();
  }
}
