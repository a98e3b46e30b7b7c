package org.vellum.competency.policy;

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
import org.vellum.competency.mastery.policy.BeginPolicies;
import org.vellum.platform.usecase.Component;

/** Lets policies begin on their day. */
@Component
public class PolicyClock {
  private static final Logger LOG = Logger.getLogger(PolicyClock.class.getName());
  private static final int MINUTES = 10;

  private final BeginPolicies begin;
  private @Nullable ScheduledFuture<?> ticking;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  @Inject
  public PolicyClock(BeginPolicies begin) {
    this.begin = begin;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    ticking = executor.scheduleWithFixedDelay(this::tick, MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  private void tick() {
    try {
      begin.begin();
    } catch (RuntimeException e) {
      // The next time may be better; without this there would be no next time.
      LOG.log(Level.WARNING, "could not let policies begin", e);
    }
  }

  @PreDestroy
  void stop() {
    if (ticking != null) {
      ticking.cancel(false);
    }
  }
}
