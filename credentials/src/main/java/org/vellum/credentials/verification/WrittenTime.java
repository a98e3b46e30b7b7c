package org.vellum.credentials.verification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as a credential writes it.
 *
 * @param instant what it means; without a zone it means UTC (VCDM 2.0, section 4.9)
 * @param hasZone whether a zone was written, as it must be
 */
record WrittenTime(Instant instant, boolean hasZone) {

  static Optional<WrittenTime> read(String text) {
    try {
      return Optional.of(new WrittenTime(OffsetDateTime.parse(text).toInstant(), true));
    } catch (DateTimeException e) {
      return withoutZone(text);
    }
  }

  private static Optional<WrittenTime> withoutZone(String text) {
    try {
      return Optional.of(
          new WrittenTime(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), false));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
