package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/** Whether a credential was revoked or suspended (Bitstring Status List 1.0, section 3.2). */
final class StatusCheck {
  private static final int MOST_ENTRIES = 10;

  private final StatusLists lists;

  StatusCheck(StatusLists lists) {
    this.lists = lists;
  }

  Check check(Credential credential) {
    Findings findings = new Findings(Check.Kind.STATUS);
    Map<Pointer, JsonNode> entries = credential.each("credentialStatus");
    if (entries.isEmpty()) {
      findings.note("no-status", credential.place(), "its issuer keeps no status for it");
    }
    if (entries.size() > MOST_ENTRIES) {
      findings.unknown("too-many", credential.place(), "more than " + MOST_ENTRIES + " statuses");
      return findings.check();
    }
    entries.forEach((place, entry) -> entry(entry, place, findings));
    return findings.check();
  }

  private void entry(JsonNode entry, Pointer place, Findings findings) {
    JsonNode named = entry.path("statusPurpose");
    String purpose = named.asText();
    if (!entry.path("type").asText().equals("BitstringStatusListEntry")) {
      findings.unknown("unsupported-status", place, "a status of this kind is not looked up here");
      return;
    }
    // A purpose in another form of JSON-LD must not pass as one that does not matter.
    if (named.isTextual() && !purpose.equals("revocation") && !purpose.equals("suspension")) {
      findings.note("other-purpose", place, "this status neither revokes nor suspends");
      return;
    }
    Optional<URI> url = url(entry.path("statusListCredential"));
    Optional<BigInteger> index = index(entry.path("statusListIndex"));
    if (!named.isTextual() || url.isEmpty() || index.isEmpty() || !isOfSingleBits(entry)) {
      findings.unknown("malformed-status", place, "no list and index of single bits are named");
      return;
    }
    switch (lists.get(url.get(), purpose)) {
      case StatusLists.Listing.Refused refused ->
          findings.unknown(refused.code(), place, refused.why());
      case StatusLists.Listing.Opened opened -> bit(opened, index.get(), purpose, place, findings);
    }
  }

  private static void bit(
      StatusLists.Listing.Opened opened,
      BigInteger index,
      String purpose,
      Pointer place,
      Findings findings) {
    if (index.compareTo(BigInteger.valueOf(opened.list().length())) >= 0) {
      findings.unknown("status-out-of-range", place, "the status list is shorter than the index");
    } else if (opened.list().get(index.intValueExact())) {
      boolean revoked = purpose.equals("revocation");
      findings.invalid(
          revoked ? "revoked" : "suspended",
          place,
          revoked ? "its issuer revoked it" : "its issuer suspended it");
    }
  }

  private static boolean isOfSingleBits(JsonNode entry) {
    JsonNode size = entry.path("statusSize");
    return size.isMissingNode() || (size.isIntegralNumber() && size.asInt() == 1);
  }

  private static Optional<URI> url(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(new URI(value.textValue())) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The standard writes a string of digits; some issuers write a number. */
  private static Optional<BigInteger> index(JsonNode value) {
    String digits = value.asText();
    return digits.matches("[0-9]{1,12}") ? Optional.of(new BigInteger(digits)) : Optional.empty();
  }
}
