package org.vellum.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a token says (RFC 7519, section 4).
 *
 * @param json its claims
 */
public record Claims(ObjectNode json) {
  /** So far clocks may differ. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final long LAST_SECOND = 253_402_300_799L;

  /** A text that is not empty. */
  public Optional<String> text(String name) {
    return Optional.of(json.path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isEmpty());
  }

  /** The audience, as one or several. */
  public List<String> audience() {
    List<String> audience = new ArrayList<>();
    JsonNode said = json.path("aud");
    if (said.isTextual()) {
      audience.add(said.textValue());
    }
    said.forEach(each -> audience.add(each.isTextual() ? each.textValue() : ""));
    return audience;
  }

  /** A time (NumericDate). */
  public Optional<Instant> instant(String name) {
    return Optional.of(json.path(name))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(seconds -> seconds.signum() >= 0 && seconds.precision() - seconds.scale() <= 12)
        .map(java.math.BigDecimal::longValue)
        .filter(seconds -> seconds <= LAST_SECOND)
        .map(Instant::ofEpochSecond);
  }

  /**
   * What is wrong with the times of a token that is used now: it must have an end that is not past
   * and not further away than {@code longest}; a beginning, where it names one, must not lie ahead,
   * nor, as {@code iat}, further back than {@code longest}. Clocks may differ by a minute.
   *
   * @return half a sentence; empty if nothing is wrong
   */
  public Optional<String> wrongTimes(Instant now, Duration longest) {
    Optional<Instant> end = instant("exp");
    if (end.isEmpty()) {
      return Optional.of("has no exp");
    }
    if (!end.get().isAfter(now.minus(SKEW))) {
      return Optional.of("has expired");
    }
    if (end.get().isAfter(now.plus(longest).plus(SKEW))) {
      return Optional.of("is good for longer than " + longest.toMinutes() + " minutes");
    }
    if (isAhead("iat", now) || isAhead("nbf", now)) {
      return Optional.of("is not good yet");
    }
    return instant("iat").filter(made -> made.isBefore(now.minus(longest).minus(SKEW))).isPresent()
        ? Optional.of("is older than " + longest.toMinutes() + " minutes")
        : Optional.empty();
  }

  private boolean isAhead(String name, Instant now) {
    return json.hasNonNull(name)
        && instant(name).filter(time -> !time.isAfter(now.plus(SKEW))).isEmpty();
  }
}
