package org.vellum.search.elasticsearch;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.metrics.SearchMetrics;

/** The index in a cluster by itself, as the benchmarks ask it beside the application. */
public final class BareCluster {
  private BareCluster() {}

  /** An index that is asked without an application. */
  public static SkillIndex index(Jdbi jdbi, IndexConfiguration configuration) {
    Cluster cluster = new Cluster(configuration);
    Feed feed = new Feed(jdbi, configuration);
    return new ElasticsearchIndex(
        cluster,
        new Indices(cluster, configuration),
        new SendDocuments(cluster, new SearchMetrics(OpenTelemetry.noop(), feed)),
        new Documents(jdbi),
        feed,
        new Troubles(Clock.systemUTC()));
  }
}
