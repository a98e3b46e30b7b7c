package org.vellum.search.alert;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;

/**
 * Looks through saved searches and sends letters. Whose turn it is stands in the database, so that
 * several servers share the work and a start loses nothing.
 */
@Component
public class AlertClock {
  private static final Logger LOG = Logger.getLogger(AlertClock.class.getName());
  private static final int SECONDS = 5;
  private static final int SEARCHES = 200;

  private final Turns turns;
  private final LookForNew lookForNew;
  private final SendAlerts sendAlerts;
  private final Clock clock;
  private volatile boolean stopped;
  private @Nullable ScheduledFuture<?> ticking;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  @Inject
  public AlertClock(Turns turns, LookForNew lookForNew, SendAlerts sendAlerts, Clock clock) {
    this.turns = turns;
    this.lookForNew = lookForNew;
    this.sendAlerts = sendAlerts;
    this.clock = clock;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    ticking = executor.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      look();
      sendAlerts.send();
    } catch (RuntimeException e) {
      // The next time may be better; without this there would be no next time.
      LOG.log(Level.WARNING, "saved searches were not looked through: {0}", e.toString());
    }
  }

  /** Looks through the searches whose turn it is. */
  private void look() {
    for (int i = 0; i < SEARCHES && !stopped; i++) {
      Optional<Turns.Look> look = turns.look(clock.instant());
      if (look.isEmpty()) {
        return;
      }
      Optional<Turns.Changed> last = lookForNew.look(look.get(), Optional.empty());
      while (last.isPresent() && !stopped) {
        last = lookForNew.look(look.get(), last);
      }
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
