package org.vellum.search.elasticsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillIndex;

/**
 * How far the index outside is behind and which index answers. Always ready: while the cluster is
 * away the database answers.
 */
@Readiness
@ApplicationScoped
public class SearchIndexHealth implements HealthCheck {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private IndexConfiguration configuration;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private SkillIndex index;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Feed feed;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Rebuilds rebuilds;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Troubles troubles;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("search-index").up();
    if (!configuration.outside()) {
      return health.withData("answers", "database").build();
    }
    boolean spared = index instanceof IndexWithSpare two && two.spared();
    Feed.Lag lag = feed.lag();
    health
        .withData("answers", spared ? "database, for the cluster is away" : "cluster")
        .withData("behind", lag.profiles())
        .withData("behind-seconds", lag.seconds());
    rebuilds
        .find()
        .filter(each -> !each.finished())
        .ifPresent(each -> health.withData("rebuilding", each.done() + " of " + each.total()));
    troubles
        .find()
        .ifPresent(each ->
            health
                .withData("last-fault", each.words())
                .withData("last-fault-at", each.at().toString()));
    return health.build();
  }
}
