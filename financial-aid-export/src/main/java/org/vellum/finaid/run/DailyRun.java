package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.vellum.finaid.export.RunInfo;
import org.vellum.platform.usecase.Component;

/** The run that begins by itself every day at a time (UTC), where the school set one. */
@Component
public class DailyRun {
  static final String ACTOR = "schedule";

  private final RequestRun requestRun;
  private final RunConfiguration configuration;
  private final Clock clock;

  @Inject
  public DailyRun(RequestRun requestRun, RunConfiguration configuration, Clock clock) {
    this.requestRun = requestRun;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Asks for the run of the day once it is time; to be called now and then. The day is the key, so
   * that however often and on however many nodes it is called there is one run. While another run
   * of the profile is not over, the day's waits.
   */
  public void begin() {
    LocalTime time = configuration.daily().orElse(null);
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    if (time == null || now.toLocalTime().isBefore(time)) {
      return;
    }
    String key = "daily-" + now.toLocalDate();
    RunRequest asked = configuration.dailyRequest();
    RequestRun.Result result = requestRun.request(ACTOR, asked, key);
    if (result instanceof RequestRun.Result.NothingToGoOnFrom) {
      requestRun.request(ACTOR, new RunRequest(RunInfo.Kind.FULL, asked.profile(), ""), key);
    }
  }
}
