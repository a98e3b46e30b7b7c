package org.vellum.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.vellum.platform.usecase.Component;

/** Gives the application its clock and its source of chance. */
@Component
class TimeAndChance {

  /** The machine's clock in UTC, in whole microseconds: what the database can keep. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Produces
  @Singleton
  Ids ids(Clock clock) {
    return new Ids(clock, new SecureRandom());
  }
}
