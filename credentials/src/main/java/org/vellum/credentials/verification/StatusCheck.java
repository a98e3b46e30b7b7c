package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.status.BitstringStatusList;

/** Whether a credential was revoked or suspended (Bitstring Status List 1.0, section 3.2). */
final class StatusCheck {
  private static final int MOST_ENTRIES = 10;

  private static final int MOST_BITS = 16;
  private static final int LONGEST_MESSAGE = 500;
  private static final Set<String> MEANT = Set.of("revocation", "suspension", "message");

  /** The kind of list that each kind of status points to. */
  private static final Map<String, StatusLists.Form> LISTS =
      Map.of(
          "BitstringStatusListEntry", StatusLists.Form.BITSTRING,
          "StatusList2021Entry", StatusLists.Form.STATUS_LIST_2021);

  private final StatusLists lists;
  private final RevocationLists revocations;

  StatusCheck(StatusLists lists, RevocationLists revocations) {
    this.lists = lists;
    this.revocations = revocations;
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
    entries.forEach((place, entry) -> entry(credential, entry, place, findings));
    return findings.check();
  }

  private void entry(Credential credential, JsonNode entry, Pointer place, Findings findings) {
    String type = entry.path("type").asText();
    if (type.equals(RevocationLists.TYPE)) {
      revocations.check(credential, entry, place, findings);
      return;
    }
    StatusLists.Form form = LISTS.get(type);
    if (form == null) {
      findings.unknown("unsupported-status", place, "a status of this kind is not looked up here");
      return;
    }
    JsonNode named = entry.path("statusPurpose");
    String purpose = named.asText();
    // A purpose in another form of JSON-LD must not pass as one that does not matter.
    if (named.isTextual() && !MEANT.contains(purpose)) {
      findings.note("other-purpose", place, "this status neither revokes nor suspends");
      return;
    }
    Optional<URI> url = url(entry.path("statusListCredential"));
    Optional<BigInteger> index = index(entry.path("statusListIndex"));
    int size = entry.has("statusSize") ? entry.path("statusSize").asInt(0) : 1;
    boolean sized = size == 1 || (purpose.equals("message") && size > 1 && size <= MOST_BITS);
    if (!named.isTextual() || url.isEmpty() || index.isEmpty() || !sized) {
      findings.unknown("malformed-status", place, "no list, index and size of status are named");
      return;
    }
    switch (lists.get(url.get(), form, purpose)) {
      case StatusLists.Listing.Refused refused ->
          findings.unknown(refused.code(), place, refused.why());
      case StatusLists.Listing.Opened opened ->
          look(opened.list(), index.get(), size, entry, place, findings);
    }
  }

  /** Section 3.2, steps 10 to 14. */
  private static void look(
      BitstringStatusList list,
      BigInteger index,
      int size,
      JsonNode entry,
      Pointer place,
      Findings findings) {
    BigInteger first = index.multiply(BigInteger.valueOf(size));
    if (first.compareTo(BigInteger.valueOf((long) list.length() - size)) > 0) {
      findings.unknown("status-out-of-range", place, "the status list is shorter than the index");
      return;
    }
    int value = list.value(index.intValueExact(), size);
    String purpose = entry.path("statusPurpose").asText();
    if (purpose.equals("message")) {
      message(value, entry, place, findings);
    } else if (value != 0) {
      boolean revoked = purpose.equals("revocation");
      findings.invalid(
          revoked ? "revoked" : "suspended",
          place,
          revoked ? "its issuer revoked it" : "its issuer suspended it");
    }
  }

  /** A message is for people to weigh (section 2.1, statusMessage). */
  private static void message(int value, JsonNode entry, Pointer place, Findings findings) {
    for (JsonNode message : entry.path("statusMessage")) {
      if (message.path("status").asText().equalsIgnoreCase("0x" + Integer.toHexString(value))) {
        String text = message.path("message").asText("");
        findings.note("status-message", place, "its issuer says of it: " + brief(text));
        return;
      }
    }
    if (value != 0) {
      findings.warning(
          "status-message-unknown", place, "its status is a message that its issuer does not tell");
    }
  }

  private static String brief(String text) {
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
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
