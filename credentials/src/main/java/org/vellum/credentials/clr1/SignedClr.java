package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.openbadges2.AssertionCheck;
import org.vellum.credentials.openbadges2.BadgeObjects;
import org.vellum.credentials.openbadges2.CheckedAssertion;
import org.vellum.credentials.openbadges2.CryptographicKey;
import org.vellum.credentials.openbadges2.SignedAssertion;

/**
 * Records, assertions and endorsements of CLR 1.0 as compact JWS. The rules are those of signed
 * badges of Open Badges 2.0: the key is named by {@code verification.creator} and by the Profile of
 * whoever signs.
 */
public final class SignedClr {
  private static final StrictJson JSON = new StrictJson(4 * 1024 * 1024, 64);
  private static final String SIGNED = "signedAssertions";
  private static final String OPEN = "assertions";

  /** Where a record names its publisher, who vouches for it. */
  public static final String PUBLISHER = "/publisher";

  /** Where an assertion names who issued it. */
  public static final String ISSUER = "/achievement/issuer";

  /** Where an endorsement names who speaks. */
  public static final String ENDORSER = "/issuer";

  private SignedClr() {}

  /**
   * Where an object names who must vouch for it; none if it is no record, assertion or endorsement
   * of CLR 1.0.
   */
  public static Optional<String> voucher(ObjectNode object) {
    List<String> types = Lenient.of(object).texts("type");
    if (object.has("credentialSubject")) {
      return Optional.empty();
    }
    if (object.path("publisher").isContainerNode() && object.path("learner").isContainerNode()) {
      return Optional.of(PUBLISHER);
    }
    if (types.contains("Assertion") && object.has("achievement") && !object.has("badge")) {
      return Optional.of(ISSUER);
    }
    return types.contains("Endorsement") && object.has("claim")
        ? Optional.of(ENDORSER)
        : Optional.empty();
  }

  /**
   * Signs a record, an assertion or an endorsement.
   *
   * @param document what is signed; not changed
   * @param signer the key; its verification method is the address of the CryptographicKey
   */
  public static String sign(ObjectNode document, Signer signer) {
    return SignedAssertion.sign(document, "Signed", signer);
  }

  /** A record that was written here, with each of its assertions signed and the key named. */
  public static ObjectNode withSignedAssertions(ObjectNode clr, Signer signer) {
    ObjectNode signed = clr.deepCopy();
    JsonNode open = signed.remove(OPEN);
    ArrayNode tokens = signed.putArray(SIGNED);
    if (open != null) {
      for (JsonNode assertion : open) {
        tokens.add(sign((ObjectNode) assertion, signer));
      }
    }
    ObjectNode publisher = signed.withObject("/publisher");
    publisher.set(
        "publicKey",
        key(signer.verificationMethod(), publisher.path("id").asText(), signer)
            .without("@context"));
    return signed;
  }

  /** The key's own document (CryptographicKeyDType). */
  public static ObjectNode key(String id, String owner, Signer signer) {
    return new CryptographicKey(id, owner, signer.publicKey())
        .toJson()
        .put("@context", Clr1Writer.CONTEXT);
  }

  /**
   * Whether the publisher of a signed record signed it and did not take it back.
   *
   * @param jws the record
   * @param objects where hosted Profiles, keys and revocation lists come from
   * @param at when
   */
  public static CheckedAssertion check(String jws, BadgeObjects objects, Instant at) {
    return new AssertionCheck(objects, at).signed(jws, PUBLISHER);
  }

  /** Whether the issuer of its achievement signed an assertion and did not take it back. */
  public static CheckedAssertion checkAssertion(String jws, BadgeObjects objects, Instant at) {
    return new AssertionCheck(objects, at).signed(jws, ISSUER);
  }

  /** Whether its issuer signed an endorsement and did not take it back. */
  public static CheckedAssertion checkEndorsement(String jws, BadgeObjects objects, Instant at) {
    return new AssertionCheck(objects, at).signed(jws, ENDORSER);
  }

  /** The record with its signed assertions opened, unverified, behind the others. */
  static ObjectNode opened(ObjectNode clr) {
    if (!(clr.get(SIGNED) instanceof ArrayNode tokens)) {
      return clr;
    }
    ObjectNode opened = clr.deepCopy();
    ArrayNode unread = opened.putArray(SIGNED);
    JsonNode open = opened.path(OPEN);
    ArrayNode assertions = opened.putArray(OPEN);
    if (open instanceof ArrayNode several) {
      assertions.addAll(several);
    } else if (open.isObject()) {
      assertions.add(open);
    }
    for (JsonNode token : tokens) {
      payload(token.asText()).ifPresentOrElse(assertions::add, () -> unread.add(token));
    }
    if (unread.isEmpty()) {
      opened.remove(SIGNED);
    }
    return opened;
  }

  private static Optional<ObjectNode> payload(String token) {
    return CompactJws.parse(token)
        .map(jws -> JSON.read(jws.payload()))
        .flatMap(read ->
            read instanceof JsonRead.Parsed parsed
                ? Optional.of(parsed.object())
                : Optional.empty());
  }
}
