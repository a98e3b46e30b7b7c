package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a credential holds at an instant (VCDM 2.0, section 4.9 Validity Period; VCDM 1.1,
 * sections 4.6 and 4.7).
 */
final class ValidityCheck {
  private ValidityCheck() {}

  static Check check(Credential credential, Instant at) {
    Findings findings = new Findings(Check.Kind.VALIDITY);
    // VC 1.1 names them otherwise; who writes both is bound by both.
    check(credential, "issuanceDate", "expirationDate", at, findings);
    check(credential, "validFrom", "validUntil", at, findings);
    return findings.check();
  }

  private static void check(
      Credential credential, String begin, String end, Instant at, Findings findings) {
    Optional<Instant> from = read(credential, begin, findings);
    Optional<Instant> until = read(credential, end, findings);
    Pointer fromPlace = credential.place().child(begin);
    Pointer untilPlace = credential.place().child(end);
    if (from.isPresent() && at.isBefore(from.get())) {
      findings.invalid("not-yet-valid", fromPlace, "it is not valid before " + from.get());
    }
    if (until.isPresent() && at.isAfter(until.get())) {
      findings.invalid("expired", untilPlace, "it expired at " + until.get());
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      findings.invalid("never-valid", untilPlace, "it ends before it begins");
    }
  }

  private static Optional<Instant> read(Credential credential, String member, Findings findings) {
    JsonNode value = credential.tree().path(member);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Pointer place = credential.place().child(member);
    Optional<WrittenTime> time =
        value.isTextual() ? WrittenTime.read(value.textValue()) : Optional.empty();
    if (time.isEmpty()) {
      findings.invalid("not-a-time", place, "not a time with date, time of day and zone");
    } else if (!time.get().hasZone()) {
      findings.warning("no-zone", place, "the zone is missing; taken as UTC, as the standard says");
    }
    return time.map(WrittenTime::instant);
  }
}
