package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.Jwks;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.Multikey;

/**
 * Finds the key behind a verification method and whose it is (Controlled Identifiers 1.0, section
 * 3.3 Retrieve verification method). A key that only the proof itself names proves nothing: it must
 * be listed for assertion in the document of its controller.
 */
final class Keys {
  private static final String DID_KEY = "did:key:";
  private static final String ASSERTION = "assertionMethod";
  private static final List<String> METHODS =
      List.of("verificationMethod", ASSERTION, "authentication");

  private final Library library;

  Keys(Library library) {
    this.library = library;
  }

  /** The outcome of looking for a key. */
  sealed interface Search {
    /** A key that its controller lists for assertion, and what its controller says of its end. */
    record Bound(PublicKey key, String controller, Signature.Binding binding, KeyTerm term)
        implements Search {
      /** A key without an end. */
      Bound(PublicKey key, String controller, Signature.Binding binding) {
        this(key, controller, binding, KeyTerm.OPEN);
      }
    }

    /** A key that was found and that names no owner, such as a JWK at an address. */
    record Unclaimed(PublicKey key) implements Search {}

    /** The controller's document, as it was found, speaks against the key. */
    record Disowned(String code, String why) implements Search {}

    /** The key's owner cannot be told. */
    record Unknown(String code, String why) implements Search {}
  }

  /**
   * The key of that name, if its controller lists it for the purpose.
   *
   * @param purpose the verification relationship, such as {@code assertionMethod}
   */
  Search find(String verificationMethod, String purpose) {
    int hash = verificationMethod.indexOf('#');
    String base = hash < 0 ? verificationMethod : verificationMethod.substring(0, hash);
    try {
      if (base.startsWith(DID_KEY)) {
        return didKey(base, hash < 0 ? "" : verificationMethod.substring(hash + 1));
      }
      return published(verificationMethod, base, purpose);
    } catch (IllegalArgumentException e) {
      return new Search.Disowned("malformed-key", String.valueOf(e.getMessage()));
    }
  }

  /** Whether the issuer's own document lists a key that came without the name of its owner. */
  Search ofIssuer(String issuer, PublicKey key) {
    return ofIssuer(issuer, key, ASSERTION);
  }

  /** The same for a key of another purpose. */
  Search ofIssuer(String issuer, PublicKey key, String purpose) {
    try {
      if (issuer.startsWith(DID_KEY)) {
        return same(Multikey.decode(issuer.substring(DID_KEY.length())), key)
            ? new Search.Bound(key, issuer, Signature.Binding.SELF)
            : new Search.Disowned("key-not-listed", "a did:key has no key but itself");
      }
      Optional<URI> url = address(issuer);
      if (url.isEmpty()) {
        return new Search.Unknown(
            "unsupported-method", "keys of this kind are not looked up: " + issuer);
      }
      return switch (library.get(url.get())) {
        case Library.Loan.Refused refused -> new Search.Unknown(refused.code(), refused.why());
        case Library.Loan.Lent lent -> among(issuer, key, purpose, lent.document());
      };
    } catch (IllegalArgumentException e) {
      return new Search.Disowned("malformed-key", String.valueOf(e.getMessage()));
    }
  }

  private Search among(String issuer, PublicKey key, String purpose, ObjectNode document) {
    for (String member : METHODS) {
      for (JsonNode method : document.path(member)) {
        boolean own = method.path("controller").asText(issuer).equals(issuer);
        if (own && key(method).filter(each -> same(each, key)).isPresent()) {
          String id = method.path("id").asText();
          String absolute = id.startsWith("#") ? issuer + id : id;
          return listed(absolute, issuer, purpose, method, document);
        }
      }
    }
    return notListed(issuer, document);
  }

  private static boolean same(PublicKey one, PublicKey other) {
    return Jwks.of(one).equals(Jwks.of(other));
  }

  /** The key in the fragment: good for asking who signed, never for whose key it is. */
  static Optional<PublicKey> named(String verificationMethod) {
    try {
      int hash = verificationMethod.indexOf('#');
      return Optional.of(Multikey.decode(verificationMethod.substring(hash + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Search didKey(String did, String fragment) {
    String multikey = did.substring(DID_KEY.length());
    return fragment.isEmpty() || fragment.equals(multikey)
        ? new Search.Bound(Multikey.decode(multikey), did, Signature.Binding.SELF)
        : new Search.Disowned("key-not-listed", "a did:key has no key but itself");
  }

  private Search published(String id, String base, String purpose) {
    Optional<URI> url = address(base);
    if (url.isEmpty()) {
      return new Search.Unknown(
          "unsupported-method", "keys of this kind are not looked up: " + base);
    }
    return switch (library.get(url.get())) {
      case Library.Loan.Refused refused -> new Search.Unknown(refused.code(), refused.why());
      case Library.Loan.Lent lent -> inDocument(id, base, purpose, lent.document());
    };
  }

  private Search inDocument(String id, String base, String purpose, ObjectNode document) {
    Optional<PublicKey> bare = bare(id, base, document);
    if (bare.isPresent()) {
      return new Search.Unclaimed(bare.get());
    }
    Optional<JsonNode> method = method(id, base, document);
    if (method.isEmpty()) {
      return notListed(base, document);
    }
    String controller = method.get().path("controller").asText(base);
    if (controller.equals(document.path("id").asText())) {
      return listed(id, controller, purpose, method.get(), document);
    }
    Optional<URI> url = address(controller);
    if (url.isEmpty()) {
      return new Search.Unknown("unsupported-method", "the key's controller is not looked up");
    }
    return switch (library.get(url.get())) {
      case Library.Loan.Refused refused -> new Search.Unknown(refused.code(), refused.why());
      case Library.Loan.Lent lent -> listed(id, controller, purpose, method.get(), lent.document());
    };
  }

  private Search listed(
      String id, String controller, String purpose, JsonNode method, ObjectNode document) {
    if (!document.path("id").asText().equals(controller)) {
      return new Search.Unknown(
          "other-document", "the document of the key's controller has another id");
    }
    if (!document.has(purpose)) {
      return new Search.Unknown("no-keys-published", "the key's controller lists no keys");
    }
    if (!lists(document.path(purpose), id, controller)) {
      return new Search.Disowned(
          "key-not-listed", "its controller does not list the key for " + purpose);
    }
    Optional<PublicKey> key = key(method);
    return key.isEmpty()
        ? new Search.Unknown("unsupported-key", "not published as a Multikey or JWK known here")
        : new Search.Bound(
            key.get(), controller, Signature.Binding.CONTROLLER_DOCUMENT, KeyTerm.of(method));
  }

  private static Optional<PublicKey> key(JsonNode method) {
    String multikey = method.path("publicKeyMultibase").asText("");
    return multikey.isEmpty()
        ? jwk(method.path("publicKeyJwk"))
        : Optional.of(Multikey.decode(multikey));
  }

  /** The key of a JWK; one that gives its secret away is nobody's. */
  private static Optional<PublicKey> jwk(JsonNode jwk) {
    return Jwks.secretMembers(jwk).isEmpty() ? Jwks.find(jwk) : Optional.empty();
  }

  /** The key of a document that is a JWK, or of a set of them the one with the name. */
  private static Optional<PublicKey> bare(String id, String base, ObjectNode document) {
    if (document.has("kty")) {
      return jwk(document);
    }
    for (JsonNode each : document.path("keys")) {
      String kid = each.path("kid").asText();
      if (kid.equals(id) || (base + "#" + kid).equals(id)) {
        return jwk(each);
      }
    }
    return Optional.empty();
  }

  private static Search notListed(String base, ObjectNode document) {
    return speaksOfKeys(document)
        ? new Search.Disowned("key-not-listed", "the document at " + base + " lists other keys")
        : new Search.Unknown("no-keys-published", "the document at " + base + " lists no keys");
  }

  /** The key's object: the document itself, or one of those inside it. */
  private static Optional<JsonNode> method(String id, String base, ObjectNode document) {
    if (document.path("id").asText().equals(id) && document.has("publicKeyMultibase")) {
      return Optional.of(document);
    }
    for (String member : METHODS) {
      for (JsonNode method : document.path(member)) {
        if (method.isObject() && same(method.path("id").asText(), id, base)) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean speaksOfKeys(ObjectNode document) {
    return document.has("verificationMethod") || document.has(ASSERTION);
  }

  private static boolean lists(JsonNode relationship, String id, String controller) {
    if (!relationship.isArray()) {
      return same(relationship.asText(), id, controller);
    }
    for (JsonNode entry : relationship) {
      JsonNode name = entry.isObject() ? entry.path("id") : entry;
      if (same(name.asText(), id, controller)) {
        return true;
      }
    }
    return false;
  }

  /** Documents may write the ids of their own keys as {@code #fragment}. */
  private static boolean same(String written, String id, String base) {
    return written.equals(id) || (written.startsWith("#") && (base + written).equals(id));
  }

  private static Optional<URI> address(String base) {
    if (DidWeb.isDidWeb(base)) {
      return Optional.of(DidWeb.documentUrl(base));
    }
    return base.startsWith("https://") ? Optional.of(URI.create(base)) : Optional.empty();
  }
}
