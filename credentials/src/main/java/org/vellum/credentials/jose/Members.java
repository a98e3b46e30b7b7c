package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The members of a credential that claims repeat. */
final class Members {
  /** The year 9999, beyond which neither form of a time goes. */
  private static final BigDecimal LAST = new BigDecimal("253402300799");

  private static final int MOST_DECIMALS = 20;

  private Members() {}

  static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  static Optional<String> issuer(ObjectNode credential) {
    JsonNode issuer = credential.path("issuer");
    return text(issuer.isObject() ? issuer.path("id") : issuer);
  }

  /** The id of the subject; of several subjects none, since a token has one {@code sub}. */
  static Optional<String> subject(ObjectNode credential) {
    JsonNode subject = credential.path("credentialSubject");
    JsonNode one = subject.isArray() && subject.size() == 1 ? subject.get(0) : subject;
    return text(one.isObject() ? one.path("id") : one);
  }

  /** A time as credentials write it; without a zone it means UTC. */
  static Optional<Instant> time(JsonNode value) {
    String written = value.asText("");
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      return withoutZone(written);
    }
  }

  private static Optional<Instant> withoutZone(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds since 1970, perhaps with a fraction (RFC 7519, section 2 NumericDate). */
  static Optional<Instant> numericDate(JsonNode value) {
    if (!value.isNumber()) {
      return Optional.empty();
    }
    BigDecimal seconds = value.decimalValue();
    // Of 1e-999999999 the digits before the point would take gigabytes to find.
    boolean absurd = seconds.scale() > MOST_DECIMALS || seconds.signum() < 0;
    if (absurd || seconds.compareTo(LAST) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.ofEpochSecond(seconds.setScale(0, RoundingMode.FLOOR).longValueExact()));
  }
}
