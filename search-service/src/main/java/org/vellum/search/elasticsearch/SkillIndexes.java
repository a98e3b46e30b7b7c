package org.vellum.search.elasticsearch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.postgresql.PostgresqlIndex;

/** Chooses the index by the configuration. */
@Component
class SkillIndexes {
  private final IndexConfiguration configuration;
  private final PostgresqlIndex database;
  private final ElasticsearchIndex cluster;
  private final Clock clock;

  @Inject
  SkillIndexes(
      IndexConfiguration configuration,
      PostgresqlIndex database,
      ElasticsearchIndex cluster,
      Clock clock) {
    this.configuration = configuration;
    this.database = database;
    this.cluster = cluster;
    this.clock = clock;
  }

  @Produces
  @Singleton
  SkillIndex index() {
    return configuration.outside() ? new IndexWithSpare(cluster, database, clock) : database;
  }
}
