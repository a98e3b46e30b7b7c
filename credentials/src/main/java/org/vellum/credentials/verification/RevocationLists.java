package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import org.vellum.credentials.json.Pointer;

/**
 * The lists of revoked credentials that 1EdTech defines (Open Badges 3.0, 1EdTech Revocation List
 * Status Method 1.0). They are not signed: the address from which they come is what they are
 * trusted by, and the credential's proof covers it.
 */
final class RevocationLists {
  /** The type of the status. */
  static final String TYPE = "1EdTechRevocationList";

  private final Library library;

  RevocationLists(Library library) {
    this.library = library;
  }

  void check(Credential credential, JsonNode entry, Pointer place, Findings findings) {
    URI url;
    try {
      url = new URI(entry.path("id").asText(""));
    } catch (URISyntaxException e) {
      findings.unknown("malformed-status", place, "the revocation list has no address");
      return;
    }
    if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
      findings.unknown("malformed-status", place, "the revocation list has no web address");
      return;
    }
    switch (library.get(url)) {
      case Library.Loan.Refused refused ->
          findings.unknown("status-" + refused.code(), place, refused.why());
      case Library.Loan.Lent lent -> judge(credential, lent.document(), place, findings);
    }
  }

  private static void judge(
      Credential credential, ObjectNode list, Pointer place, Findings findings) {
    JsonNode issuer = list.path("issuer");
    String by = (issuer.isObject() ? issuer.path("id") : issuer).asText("");
    JsonNode entries = list.path("revokedCredential");
    if (by.isEmpty() || !(entries.isArray() || entries.isMissingNode())) {
      findings.unknown("status-malformed", place, "what is at its address is no revocation list");
      return;
    }
    if (!sameIssuer(credential, by, place, findings)) {
      return;
    }
    String id = credential.tree().path("id").asText("");
    for (JsonNode revoked : entries) {
      String named = revoked.isTextual() ? revoked.textValue() : revoked.path("id").asText("");
      // Revoked if listed, unless the entry takes it back in so many words.
      if (!id.isEmpty() && named.equals(id) && revoked.path("revoked").asBoolean(true)) {
        findings.invalid("revoked", place, "its issuer revoked it");
        return;
      }
    }
  }

  private static boolean sameIssuer(
      Credential credential, String by, Pointer place, Findings findings) {
    boolean same = credential.issuer().filter(by::equals).isPresent();
    if (!same) {
      findings.unknown("status-unverified", place, "the revocation list is of another issuer");
    }
    return same;
  }
}
