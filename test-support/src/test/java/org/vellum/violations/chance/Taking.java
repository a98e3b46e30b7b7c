package org.vellum.violations.chance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.vellum.violations.words.ArchitectureException;

/** Takes time and chance in each way that there is. */
@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"})
class Taking {

  Instant instant() {
    return Instant.now();
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.now(zone);
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  Clock seconds() {
    return Clock.tickSeconds(ZoneId.of("UTC"));
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Date date() {
    return new Date();
  }

  Calendar calendar() {
    return Calendar.getInstance();
  }

  Supplier<UUID> reference() {
    return UUID::randomUUID;
  }

  Supplier<Instant> lambda() {
    return () -> Instant.now();
  }

  Random seeded() {
    return new Random(1);
  }

  double fraction() {
    return Math.random();
  }

  int threads() {
    return ThreadLocalRandom.current().nextInt();
  }

  Instant given(Clock clock) {
    return Instant.now(clock);
  }

  Date givenDate(Clock clock) {
    return new Date(clock.millis());
  }

  long measured() {
    return System.nanoTime();
  }

  @ArchitectureException(rule = "time", reason = "shows that a method may be excused")
  Instant excused() {
    return Instant.now();
  }
}
