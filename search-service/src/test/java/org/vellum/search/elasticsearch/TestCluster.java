package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.time.Ids;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.fixture.SetClock;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.testsupport.ElasticsearchNode;
import org.vellum.testsupport.TestDatabase;

/** The parts that keep an index in a real cluster, over a database. */
final class TestCluster {
  private static final AtomicInteger INDICES = new AtomicInteger();

  final Cluster cluster;
  final Indices indices;
  final Documents documents;
  final SendDocuments send;
  final Rebuilds rebuilds;
  final RebuildIndex rebuild;
  final FeedIndex feeding;
  final ElasticsearchIndex index;
  final Troubles troubles = new Troubles(new SetClock());

  TestCluster(Jdbi jdbi, IndexConfiguration configuration, Cluster cluster) {
    Feed feed = new Feed(jdbi, configuration);
    this.cluster = cluster;
    indices = new Indices(cluster, configuration);
    documents = new Documents(jdbi);
    send =
        new SendDocuments(
            cluster, new SearchMetrics(OpenTelemetry.noop(), feed), Duration.ofMillis(50));
    rebuilds = new Rebuilds(jdbi);
    rebuild =
        new RebuildIndex(
            indices,
            documents,
            send,
            rebuilds,
            new Ids(new SetClock(), new SecureRandom()),
            troubles);
    feeding = new FeedIndex(feed, documents, send, indices);
    index = new ElasticsearchIndex(cluster, indices, send, documents, feed, troubles);
  }

  /** An index of this name in the cluster of these nodes. */
  static IndexConfiguration at(String urls, String name, int shards, int replicas) {
    return new IndexConfiguration(urls, "", "", name, shards, replicas, Duration.ofSeconds(5));
  }

  /** An index that no other test has, on the node that all share. */
  static IndexConfiguration alone() {
    return at(ElasticsearchNode.shared().url(), "people-" + INDICES.incrementAndGet(), 1, 0);
  }

  /** A search service whose index is in the cluster, up to date whenever it is asked. */
  static SearchCenter center(TestDatabase database) {
    IndexConfiguration configuration = alone();
    return new SearchCenter(
        database,
        configuration,
        jdbi -> {
          TestCluster made = new TestCluster(jdbi, configuration, Shared.CLUSTER);
          return new SearchCenter.Indexed(made.index, made::settle);
        });
  }

  /** Brings all that is marked, and lets it be searched. */
  void settle() throws IOException {
    if (!indices.exist()) {
      rebuild.rebuild();
    }
    while (feeding.bring() > 0) {}
    refresh();
  }

  /** What keeps the index up to date by itself, after a start. */
  ClusterFeeder feeder(IndexConfiguration configuration) {
    return new ClusterFeeder(configuration, indices, rebuild, feeding, rebuilds, troubles);
  }

  /** Lets be searched what has arrived. */
  void refresh() throws IOException {
    cluster.feeding().indices().refresh(r -> r.index(indices.searched()));
  }

  /** What the index holds: the version of each document by its id. */
  Map<String, Long> versions() throws IOException {
    return cluster
        .feeding()
        .search(s -> s.index(indices.searched()).size(1_000).version(true), Void.class)
        .hits()
        .hits()
        .stream()
        .collect(
            Collectors.toMap(
                hit -> Objects.requireNonNull(hit.id()),
                hit -> Objects.requireNonNull(hit.version())));
  }

  /** How many documents have a version. */
  long countOf(long version) throws IOException {
    long count = 0;
    String last = "";
    while (true) {
      String after = last;
      List<Hit<Void>> hits =
          cluster
              .feeding()
              .search(
                  s ->
                      s.index(indices.searched())
                          .size(1_000)
                          .version(true)
                          .sort(o -> o.field(f -> f.field("profile")))
                          .searchAfter(FieldValue.of(after)),
                  Void.class)
              .hits()
              .hits();
      if (hits.isEmpty()) {
        return count;
      }
      count += hits.stream().filter(each -> Objects.equals(each.version(), version)).count();
      last = Objects.requireNonNull(hits.getLast().id());
    }
  }

  /** The connections to the node that all share. */
  static final class Shared {
    static final Cluster CLUSTER = new Cluster(alone());
  }
}
