package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of a key as its controller's document states it (Controlled Identifiers 1.0, section 2.2
 * Verification Methods). What was signed before the end holds for ever. After {@code expires} that
 * is all there is to say; after {@code revoked} somebody else may have the key, and could have
 * written any time into what he signs: so the report says that only the word of the signature tells
 * that it was made before.
 *
 * @param revoked since when the key must not be believed
 * @param expires since when its controller no longer signs with it
 * @param malformed whether an end is written that is no time
 */
record KeyTerm(Optional<Instant> revoked, Optional<Instant> expires, boolean malformed) {
  /** A key without an end. */
  static final KeyTerm OPEN = new KeyTerm(Optional.empty(), Optional.empty(), false);

  static KeyTerm of(JsonNode method) {
    Optional<Instant> revoked = instant(method, "revoked");
    Optional<Instant> expires = instant(method, "expires");
    boolean malformed =
        (method.has("revoked") && revoked.isEmpty())
            || (method.has("expires") && expires.isEmpty());
    return new KeyTerm(revoked, expires, malformed);
  }

  private static Optional<Instant> instant(JsonNode method, String end) {
    return WrittenTime.read(method.path(end).asText("")).map(WrittenTime::instant);
  }

  /**
   * Judges a signature by the end of its key.
   *
   * @param signed when the signature says that it was made; none if it does not say
   * @param at the instant at which the credential is to hold
   * @param place where the signature is
   * @param issuer takes what is found
   */
  void judge(Optional<Instant> signed, Instant at, String place, Findings issuer) {
    if (malformed) {
      issuer.add(
          Severity.COULD_NOT_BE_CHECKED,
          "key-end-unreadable",
          place,
          "the key has ended at what is no time");
    }
    revoked.filter(end -> !at.isBefore(end)).ifPresent(end -> revoked(end, signed, place, issuer));
    expires.filter(end -> !at.isBefore(end)).ifPresent(end -> expired(end, signed, place, issuer));
  }

  private static void revoked(
      Instant end, Optional<Instant> signed, String place, Findings issuer) {
    if (signed.isEmpty()) {
      issuer.add(
          Severity.ERROR,
          "key-revoked",
          place,
          "its issuer revoked the key as of " + end + ", and the signature does not say its time");
    } else if (!signed.get().isBefore(end)) {
      issuer.add(
          Severity.ERROR,
          "key-revoked",
          place,
          "its issuer revoked the key as of " + end + ", before this was signed");
    } else {
      issuer.add(
          Severity.REMARK,
          "key-revoked-since",
          place,
          "its issuer revoked the key as of "
              + end
              + "; that it was signed before rests on the word of the signature alone, which"
              + " whoever has the key since could write: a status list signed with another key, a"
              + " copy that is older, or the issuer can confirm it");
    }
  }

  private static void expired(
      Instant end, Optional<Instant> signed, String place, Findings issuer) {
    if (signed.isEmpty()) {
      issuer.add(
          Severity.COULD_NOT_BE_CHECKED,
          "key-expired",
          place,
          "the key ended at " + end + ", and the signature does not say its time");
    } else if (!signed.get().isBefore(end)) {
      issuer.add(
          Severity.ERROR,
          "key-expired",
          place,
          "the key ended at " + end + ", before this was signed");
    } else {
      issuer.add(
          Severity.REMARK,
          "key-expired-since",
          place,
          "the key ended at " + end + ", after this was signed");
    }
  }
}
