package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Feed;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.SkillIndex;

/** How it stands with the cluster, for whoever runs the server. */
@Component
public class ClusterView {
  private final IndexConfiguration configuration;
  private final SkillIndex index;
  private final Indices indices;
  private final Feed feed;
  private final Rebuilds rebuilds;
  private final Troubles troubles;

  @Inject
  ClusterView(
      IndexConfiguration configuration,
      SkillIndex index,
      Indices indices,
      Feed feed,
      Rebuilds rebuilds,
      Troubles troubles) {
    this.configuration = configuration;
    this.index = index;
    this.indices = indices;
    this.feed = feed;
    this.rebuilds = rebuilds;
    this.troubles = troubles;
  }

  /**
   * How it stands.
   *
   * @param spared whether the database answers at present, since the cluster did not
   * @param documents how many documents are searched; empty if the cluster does not say
   * @param behind how many profiles it is behind
   * @param behindSeconds since when the oldest of them is
   * @param rebuild the last rebuild
   * @param wished whether another is to begin
   * @param trouble what this server could not do with it when it tried last
   */
  public record Standing(
      boolean spared,
      Optional<Long> documents,
      long behind,
      long behindSeconds,
      Optional<Rebuilds.Progress> rebuild,
      boolean wished,
      Optional<Troubles.Trouble> trouble) {}

  /** Empty where no cluster is connected. */
  public Optional<Standing> find() {
    if (!configuration.outside()) {
      return Optional.empty();
    }
    Feed.Lag lag = feed.lag();
    return Optional.of(
        new Standing(
            index instanceof IndexWithSpare two && two.spared(),
            documents(),
            lag.profiles(),
            lag.seconds(),
            rebuilds.find(),
            rebuilds.wished(),
            troubles.find()));
  }

  /** Lets the index be built anew, by whichever server comes first. */
  public void wishRebuild() {
    rebuilds.wish();
  }

  private Optional<Long> documents() {
    try {
      return Optional.of(indices.count());
    } catch (IOException | ElasticsearchException e) {
      return Optional.empty();
    }
  }
}
