package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;

/**
 * The keys that an issuer's Profile names. No other key is ever tried: whoever signs could name any
 * (Open Badges 2.0, SignedBadge Verification, step 4).
 */
final class IssuerKeys {
  /** A Profile of a stranger that names very many keys would keep a verifier busy. */
  private static final int MOST = 16;

  private final ObjectNode issuer;
  private final String place;
  private final Hosting hosting;
  private final Noted noted;

  /** The keys of the Profile that the document has at that place. */
  IssuerKeys(ObjectNode issuer, String place, Hosting hosting, Noted noted) {
    this.issuer = issuer;
    this.place = place + "/publicKey";
    this.hosting = hosting;
    this.noted = noted;
  }

  /** Notes whether one of the keys signed it. */
  CheckedAssertion.@Nullable Key verify(SignedAssertion signed) {
    List<JsonNode> candidates = candidates(signed.creator());
    boolean all = true;
    for (JsonNode candidate : candidates) {
      Optional<CryptographicKey> key = key(candidate);
      all &= key.isPresent();
      if (key.isPresent() && signed.isSignedBy(key.get().publicKey())) {
        return new CheckedAssertion.Key(Hosting.id(candidate), key.get().publicKey());
      }
    }
    if (all && !candidates.isEmpty()) {
      noted.invalid("signature", "", "no key of the issuer's made the signature");
    }
    return null;
  }

  private List<JsonNode> candidates(String creator) {
    List<JsonNode> named = new ArrayList<>();
    JsonNode keys = issuer.path("publicKey");
    if (keys.isArray()) {
      keys.forEach(named::add);
    } else if (!keys.isMissingNode() && !keys.isNull()) {
      named.add(keys);
    }
    if (named.isEmpty()) {
      noted.unchecked("no-key", place, "the issuer names no key");
    }
    if (!creator.isEmpty() && !named.isEmpty()) {
      named.removeIf(key -> !Hosting.id(key).equals(creator));
      if (named.isEmpty()) {
        noted.invalid("foreign-key", "/verification/creator", "the issuer does not name this key");
      }
    }
    if (named.size() > MOST) {
      noted.unchecked("too-many-keys", place, "only the first " + MOST + " keys are tried");
    }
    return named.subList(0, Math.min(named.size(), MOST));
  }

  private Optional<CryptographicKey> key(JsonNode named) {
    Optional<ObjectNode> object =
        named instanceof ObjectNode embedded && embedded.has("publicKeyPem")
            ? Optional.of(embedded)
            : hosting.object(Hosting.id(named), place);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    Optional<CryptographicKey> key = CryptographicKey.read(object.get());
    if (key.isEmpty()) {
      noted.unchecked("key", place, "no key of a kind that is understood here");
    } else if (!isOwn(object.get())) {
      return Optional.empty();
    }
    return key;
  }

  private boolean isOwn(ObjectNode key) {
    String owner = Lenient.of(key).object("owner").text("id", "");
    if (owner.isEmpty()) {
      noted.breach("no-owner", place, "the key does not name its owner");
      return true;
    }
    if (!owner.equals(Hosting.id(issuer))) {
      noted.invalid("foreign-key", place, "the key says that it is another's");
      return false;
    }
    return true;
  }
}
