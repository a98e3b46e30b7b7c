package org.vellum.search.elasticsearch;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.IndexConfiguration;

/** Keeps the index in the cluster up to date, and builds it where there is none. */
@Component
public class ClusterFeeder {
  private static final Logger LOG = Logger.getLogger(ClusterFeeder.class.getName());
  private static final long IDLE_MILLIS = 500;
  private static final long AWAY_MILLIS = 5_000;

  private final IndexConfiguration configuration;
  private final Indices indices;
  private final RebuildIndex rebuild;
  private final FeedIndex feedIndex;
  private final Rebuilds rebuilds;
  private final Troubles troubles;
  private volatile boolean stopped;
  private boolean built;

  @Inject
  ClusterFeeder(
      IndexConfiguration configuration,
      Indices indices,
      RebuildIndex rebuild,
      FeedIndex feedIndex,
      Rebuilds rebuilds,
      Troubles troubles) {
    this.configuration = configuration;
    this.indices = indices;
    this.rebuild = rebuild;
    this.feedIndex = feedIndex;
    this.rebuilds = rebuilds;
    this.troubles = troubles;
  }

  /** Begins, if there is a cluster. */
  public void start(ThreadFactory threads) {
    if (configuration.outside()) {
      threads.newThread(this::run).start();
    } else {
      rebuilds.forget();
    }
  }

  /** Ends; a batch that is under way is finished first. */
  public void stop() {
    stopped = true;
  }

  private void run() {
    try {
      while (!stopped) {
        Thread.sleep(step());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One step, and how long to wait before the next. */
  long step() {
    try {
      if (!built && !build()) {
        return AWAY_MILLIS;
      }
      if (rebuilds.takeWish()) {
        rebuild.rebuild();
      }
      int brought = feedIndex.bring();
      troubles.over(Troubles.Work.FEED);
      return brought > 0 ? 0 : IDLE_MILLIS;
    } catch (IOException | RuntimeException e) {
      troubles.note(Troubles.Work.FEED, e);
      LOG.log(Level.WARNING, "the search index is not fed: {0}", e.toString());
      return AWAY_MILLIS;
    }
  }

  /** Whether there is an index that has all; builds it where there is none. */
  private boolean build() throws IOException {
    Optional<Rebuilds.Progress> last = rebuilds.find();
    boolean exists = indices.exist();
    built = exists && last.filter(Rebuilds.Progress::finished).isPresent();
    if (!built) {
      if (exists && last.isEmpty()) {
        // It was not fed for a time: until there is another, the database answers.
        indices.hide();
      }
      built = rebuild.rebuild() instanceof RebuildIndex.Result.Rebuilt;
    }
    return built;
  }
}
