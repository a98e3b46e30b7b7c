package org.vellum.search.operation;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;

/** Lets go on what was asked for, on whichever server. */
@Component
public class RebuildClock {
  private static final Logger LOG = Logger.getLogger(RebuildClock.class.getName());
  private static final int SECONDS = 3;

  private final RebuildEntries rebuild;
  private volatile boolean stopped;
  private @Nullable ScheduledFuture<?> ticking;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  @Inject
  public RebuildClock(RebuildEntries rebuild) {
    this.rebuild = rebuild;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    ticking = executor.scheduleWithFixedDelay(this::tick, 5 * SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      boolean more = true;
      while (more && !stopped) {
        more = rebuild.step();
      }
    } catch (RuntimeException e) {
      // The next time may be better; without this there would be no next time.
      LOG.log(Level.WARNING, "the entries of search were not built anew: {0}", e.toString());
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    if (ticking != null) {
      ticking.cancel(false);
    }
  }
}
