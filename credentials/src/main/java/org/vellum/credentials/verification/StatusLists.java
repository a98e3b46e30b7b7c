package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.status.BitstringStatusList;

/**
 * The status lists that one verification needs, each fetched, verified and inflated once (Bitstring
 * Status List 1.0, section 3.2). A list that does not verify says nothing about anybody.
 */
final class StatusLists {
  private final Library library;
  private final ProofCheck proofs;
  private final TokenCheck tokens;
  private final Instant at;
  private final int maxBytes;
  private final Map<URI, Listing> opened = new HashMap<>();

  StatusLists(Library library, ProofCheck proofs, TokenCheck tokens, Instant at, int maxBytes) {
    this.library = library;
    this.proofs = proofs;
    this.tokens = tokens;
    this.at = at;
    this.maxBytes = maxBytes;
  }

  /** The kinds of lists of bits, which differ in their names and in how the bits are written. */
  enum Form {
    /** Bitstring Status List 1.0. */
    BITSTRING("BitstringStatusListCredential"),
    /** Its draft of 2021, whose {@code encodedList} has no multibase header. */
    STATUS_LIST_2021("StatusList2021Credential");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    private String encoded(JsonNode subject) {
      String encoded = subject.path("encodedList").textValue();
      return this == BITSTRING || encoded.startsWith("u") ? encoded : "u" + encoded;
    }
  }

  /** A list, or why there is none. */
  sealed interface Listing {
    record Opened(BitstringStatusList list, JsonNode purposes) implements Listing {}

    record Refused(String code, String why) implements Listing {}
  }

  /** The list at an address, if it verifies and is kept for the purpose. */
  Listing get(URI url, Form form, String purpose) {
    Listing listing = opened.get(url);
    if (listing == null) {
      listing = open(url, form);
      opened.put(url, listing);
    }
    if (listing instanceof Listing.Opened(var list, var purposes) && !names(purposes, purpose)) {
      return new Listing.Refused(
          "status-other-purpose", "the status list is not kept for " + purpose);
    }
    return listing;
  }

  private Listing open(URI url, Form form) {
    if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
      return new Listing.Refused("malformed-status", "the status list has no web address");
    }
    return switch (library.get(url)) {
      case Library.Loan.Refused refused ->
          library
              .token(url)
              .flatMap(compact -> tokens.check(compact, Pointer.ROOT))
              .map(judged -> verified(url, form, judged.credential(), judged.outcome()))
              .orElse(new Listing.Refused("status-" + refused.code(), refused.why()));
      case Library.Loan.Lent lent -> {
        Credential list = new Credential(lent.document(), Pointer.ROOT);
        Optional<String> enveloped = EmbeddedTokens.find(lent.document());
        yield enveloped
            .flatMap(compact -> tokens.check(compact, Pointer.ROOT))
            .map(judged -> verified(url, form, judged.credential(), judged.outcome()))
            .orElseGet(() -> verified(url, form, list, proofs.check(list, null)));
      }
    };
  }

  private Listing verified(URI url, Form form, Credential list, ProofCheck.Outcome outcome) {
    ObjectNode document = list.tree();
    JsonNode subject = document.path("credentialSubject");
    if (!list.is(form.type)
        || !document.path("id").asText(url.toString()).equals(url.toString())
        || !subject.path("encodedList").isTextual()) {
      return new Listing.Refused(
          "status-malformed", "what is at its address is not the status list");
    }
    for (Check check :
        List.of(
            outcome.context(), outcome.issuer(), outcome.proof(), ValidityCheck.check(list, at))) {
      if (check.verdict() != Verdict.VALID) {
        return new Listing.Refused("status-unverified", "the status list itself does not verify");
      }
    }
    try {
      return new Listing.Opened(
          BitstringStatusList.decode(form.encoded(subject), maxBytes),
          subject.path("statusPurpose"));
    } catch (BitstringStatusList.TooShortException e) {
      return new Listing.Refused("status-too-short", "the status list is " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return new Listing.Refused("status-malformed", "the status list is " + e.getMessage());
    }
  }

  private static boolean names(JsonNode purposes, String purpose) {
    if (!purposes.isArray()) {
      return purposes.asText().equals(purpose);
    }
    for (JsonNode each : purposes) {
      if (each.asText().equals(purpose)) {
        return true;
      }
    }
    return false;
  }
}
