package org.vellum.finaid.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.finaid.run.DailyRun;
import org.vellum.finaid.run.RemoveExpired;
import org.vellum.finaid.run.batch.RunConductor;
import org.vellum.platform.usecase.Component;

/** What happens by itself: runs go on, the daily run begins, packages are sent and expire. */
@Component
public class RunClock {
  private static final Logger LOG = Logger.getLogger(RunClock.class.getName());

  private final RunConductor conductor;
  private final DailyRun dailyRun;
  private final SendPackages sendPackages;
  private final RemoveExpired removeExpired;
  private final List<ScheduledFuture<?>> ticking = new ArrayList<>();

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  @Inject
  public RunClock(
      RunConductor conductor,
      DailyRun dailyRun,
      SendPackages sendPackages,
      RemoveExpired removeExpired) {
    this.conductor = conductor;
    this.dailyRun = dailyRun;
    this.sendPackages = sendPackages;
    this.removeExpired = removeExpired;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    every(1, TimeUnit.SECONDS, "look after the runs", conductor::look);
    every(20, TimeUnit.SECONDS, "send packages", sendPackages::send);
    every(20, TimeUnit.SECONDS, "begin the daily run", dailyRun::begin);
    every(10, TimeUnit.MINUTES, "sweep", conductor::sweep);
    every(60, TimeUnit.MINUTES, "remove old packages", removeExpired::remove);
  }

  /** Something to be done again and again. */
  private interface Work {
    void perform() throws Exception;
  }

  private void every(long time, TimeUnit unit, String what, Work work) {
    Runnable careful =
        () -> {
          try {
            work.perform();
          } catch (Exception e) {
            // The next time may be better; without this there would be no next time.
            LOG.log(Level.WARNING, "could not " + what, e);
          }
        };
    ticking.add(executor.scheduleWithFixedDelay(careful, time, time, unit));
  }

  @PreDestroy
  void stop() {
    ticking.forEach(each -> each.cancel(false));
  }
}
