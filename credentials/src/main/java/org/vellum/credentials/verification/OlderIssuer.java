package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.vellum.credentials.json.Pointer;

/** The issuer of an assertion of Open Badges 2.0, by the Profile at its own address. */
final class OlderIssuer {
  private static final Pointer PLACE = Pointer.ROOT.child("badge").child("issuer");

  private final Library library;
  private final String id;
  private final Optional<ObjectNode> profile;
  private final Findings findings = new Findings(Check.Kind.ISSUER);

  private OlderIssuer(Library library, String id, Optional<ObjectNode> profile) {
    this.library = library;
    this.id = id;
    this.profile = profile;
  }

  static OlderIssuer of(Library library, ObjectNode assertion) {
    JsonNode badge = assertion.path("badge");
    JsonNode whole = badge.isObject() ? badge : fetched(library, badge.asText("")).orElse(empty());
    JsonNode issuer = whole.path("issuer");
    String id = issuer.isObject() ? issuer.path("id").asText("") : issuer.asText("");
    OlderIssuer found = new OlderIssuer(library, id, fetched(library, id));
    if (found.profile.isEmpty()) {
      found.findings.unknown("no-profile", PLACE, "the issuer's Profile is not at its address");
    } else if (!found.profile.get().path("id").asText("").equals(id)) {
      found.findings.unknown("other-document", PLACE, "the issuer's Profile has another id");
    }
    return found;
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Optional<ObjectNode> fetched(Library library, String address) {
    return web(address)
        .map(library::get)
        .flatMap(loan ->
            loan instanceof Library.Loan.Lent(var document)
                ? Optional.of(document)
                : Optional.empty());
  }

  /** An address on the web. */
  static Optional<URI> web(String address) {
    try {
      URI url = new URI(address);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  String controller() {
    return isBound() ? id : "";
  }

  boolean isBound() {
    return findings.verdict() == Verdict.VALID;
  }

  Check check() {
    return findings.check();
  }

  /**
   * Whether the issuer keeps assertions at such an address (VerificationObject, startsWith and
   * allowedOrigins): by what its Profile says, else on its own server.
   */
  void hosts(String assertion) {
    JsonNode rules = profile.map(each -> each.path("verification")).orElse(empty());
    boolean allowed;
    if (rules.has("startsWith")) {
      allowed = any(rules.path("startsWith"), assertion::startsWith);
    } else if (rules.has("allowedOrigins")) {
      String host = web(assertion).map(URI::getHost).orElse("");
      allowed = any(rules.path("allowedOrigins"), host::equalsIgnoreCase);
    } else {
      allowed = web(id).map(URI::getAuthority).equals(web(assertion).map(URI::getAuthority));
    }
    if (!allowed) {
      findings.invalid(
          "not-the-issuers-address", PLACE, "its issuer keeps no badges at its address");
    }
  }

  private static boolean any(JsonNode values, Predicate<String> test) {
    for (JsonNode each : list(values)) {
      if (!each.asText("").isEmpty() && test.test(each.asText())) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode list(JsonNode values) {
    return values.isArray() ? values : JsonNodeFactory.instance.arrayNode().add(values);
  }

  /** The key of that name, which must say that it is the issuer's, as the issuer must of it. */
  Optional<PublicKey> key(String creator) {
    Optional<ObjectNode> document =
        profile
            .map(each -> each.path("publicKey"))
            .filter(inside -> inside.isObject() && inside.path("id").asText().equals(creator))
            .map(ObjectNode.class::cast)
            .or(() -> fetched(library, creator));
    if (document.isEmpty()) {
      findings.unknown("no-key", PLACE, "the key is not at its address: " + creator);
      return Optional.empty();
    }
    boolean listed = profile.filter(each -> lists(each.path("publicKey"), creator)).isPresent();
    if (profile.isPresent() && !listed) {
      findings.invalid("key-not-listed", PLACE, "the issuer's Profile does not name the key");
    }
    if (!document.get().path("owner").asText("").equals(id)) {
      findings.invalid("not-the-issuers-key", PLACE, "the key names another owner than the issuer");
    }
    return pem(document.get().path("publicKeyPem").asText(""));
  }

  private static boolean lists(JsonNode keys, String creator) {
    for (JsonNode each : list(keys)) {
      String name = each.isObject() ? each.path("id").asText("") : each.asText("");
      if (name.equals(creator)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<PublicKey> pem(String pem) {
    String base64 =
        pem.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Signed assertions are taken back by a list that the issuer's Profile names. */
  void revocations(ObjectNode assertion, Findings status) {
    String address = profile.map(each -> each.path("revocationList").asText("")).orElse("");
    if (address.isEmpty()) {
      status.note("no-status", Pointer.ROOT, "its issuer names no list of revoked badges");
      return;
    }
    Optional<ObjectNode> list = fetched(library, address);
    if (list.isEmpty()) {
      status.unknown("status-not-found", PLACE, "the issuer's list of revoked badges is not there");
      return;
    }
    for (JsonNode revoked : list.get().path("revokedAssertions")) {
      boolean byId = same(revoked.isTextual() ? revoked : revoked.path("id"), assertion.path("id"));
      if (byId || same(revoked.path("uid"), assertion.path("uid"))) {
        status.invalid("revoked", Pointer.ROOT, "its issuer revoked it");
      }
    }
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isTextual() && one.equals(other);
  }
}
