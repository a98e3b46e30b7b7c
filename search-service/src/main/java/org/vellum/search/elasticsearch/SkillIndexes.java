package org.vellum.search.elasticsearch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.metrics.MeasuredIndex;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.postgresql.PostgresqlIndex;

/** Chooses the index by the configuration. */
@Component
class SkillIndexes {
  private final IndexConfiguration configuration;
  private final PostgresqlIndex database;
  private final ElasticsearchIndex cluster;
  private final Clock clock;
  private final SearchMetrics metrics;

  @Inject
  SkillIndexes(
      IndexConfiguration configuration,
      PostgresqlIndex database,
      ElasticsearchIndex cluster,
      Clock clock,
      SearchMetrics metrics) {
    this.configuration = configuration;
    this.database = database;
    this.cluster = cluster;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Produces
  @Singleton
  SkillIndex index() {
    SkillIndex here = new MeasuredIndex(database, "database", metrics);
    return configuration.outside()
        ? new IndexWithSpare(new MeasuredIndex(cluster, "cluster", metrics), here, clock)
        : here;
  }
}
