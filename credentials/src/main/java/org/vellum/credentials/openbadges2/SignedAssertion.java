package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.Optional;
import org.vellum.credentials.jose.Algorithms;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;

/**
 * An assertion as a compact JWS (Open Badges 2.0, SignedBadge Verification; RFC 7515). The standard
 * recommends RS256 and leaves the algorithm open: ES256, ES384 and EdDSA are written and read as
 * well, though not every verifier of others knows them.
 */
public final class SignedAssertion {
  private final CompactJws jws;
  private final SignatureAlgorithm algorithm;
  private final ObjectNode assertion;

  private SignedAssertion(CompactJws jws, SignatureAlgorithm algorithm, ObjectNode assertion) {
    this.jws = jws;
    this.algorithm = algorithm;
    this.assertion = assertion;
  }

  /**
   * Signs. The assertion is told to be verified as {@code SignedBadge} by the signer's key, which
   * the issuer's Profile must name as {@code publicKey}; see {@link CryptographicKey}.
   *
   * @param assertion the assertion; not changed
   * @param signer the key; its verification method is the address of the CryptographicKey
   */
  public static String sign(ObjectNode assertion, Signer signer) {
    ObjectNode payload = assertion.deepCopy();
    payload.remove("verify");
    return sign(payload, "SignedBadge", signer);
  }

  /**
   * Signs a document of another kind by the same rules.
   *
   * @param document the document; not changed
   * @param verificationType what its standard calls verification by a signature
   * @param signer the key
   */
  public static String sign(ObjectNode document, String verificationType, Signer signer) {
    ObjectNode payload = document.deepCopy();
    payload
        .putObject("verification")
        .put("type", verificationType)
        .put("creator", signer.verificationMethod());
    ObjectNode header =
        JsonNodeFactory.instance.objectNode().put("alg", signer.algorithm().joseName());
    String input = encode(header) + "." + encode(payload);
    return input + "." + CompactJws.encode(signer.sign(input.getBytes(UTF_8)));
  }

  private static String encode(ObjectNode node) {
    return CompactJws.encode(node.toString().getBytes(UTF_8));
  }

  /** Reads one; what is wrong with it is noted, whoever signed it. */
  static Optional<SignedAssertion> read(String compact, Noted noted) {
    Optional<CompactJws> jws = CompactJws.parse(compact.strip());
    if (jws.isEmpty()) {
      noted.invalid("not-jws", "", "not a signed token of three parts");
      return Optional.empty();
    }
    Optional<ObjectNode> header = json(jws.get().header(), "header:", noted);
    Optional<ObjectNode> assertion = json(jws.get().payload(), "", noted);
    Optional<SignatureAlgorithm> algorithm = header.flatMap(each -> algorithm(each, noted));
    if (algorithm.isEmpty() || assertion.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new SignedAssertion(jws.get(), algorithm.get(), assertion.get()));
  }

  private static Optional<ObjectNode> json(byte[] part, String place, Noted noted) {
    return switch (Hosting.JSON.read(part)) {
      case JsonRead.Parsed(ObjectNode object, String encoding) -> Optional.of(object);
      case JsonRead.Faulty faulty -> {
        noted.invalid(faulty.code(), place + faulty.place(), faulty.message());
        yield Optional.empty();
      }
      case JsonRead.TooMuch much -> {
        noted.unchecked(much.code(), place + much.place(), much.message());
        yield Optional.empty();
      }
    };
  }

  private static Optional<SignatureAlgorithm> algorithm(ObjectNode header, Noted noted) {
    String alg = header.path("alg").asText("");
    Optional<SignatureAlgorithm> algorithm = Algorithms.named(alg);
    if (alg.equals("none") || alg.isEmpty()) {
      noted.invalid("unsigned", "header:/alg", "it is not signed, so anybody may have made it");
    } else if (algorithm.isEmpty()) {
      noted.invalid(
          "algorithm", "header:/alg", "signed in another way than RS256, ES256, ES384 or EdDSA");
    }
    for (String demand : new String[] {"crit", "b64"}) {
      if (header.has(demand)) {
        noted.invalid(demand, "header:/" + demand, "it demands an extension that is not known");
        return Optional.empty();
      }
    }
    return algorithm;
  }

  /** What was signed. Nothing of it is to be believed before the signature is. */
  ObjectNode assertion() {
    return assertion;
  }

  /** The address of the key that it names; empty if it names none. */
  String creator() {
    Lenient read = Lenient.of(assertion);
    return read.object(assertion.has("verification") ? "verification" : "verify")
        .object("creator")
        .text("id", "");
  }

  /** Whether the key, which tells the algorithm, made the signature. */
  boolean isSignedBy(PublicKey key) {
    return SignatureAlgorithm.of(key).filter(algorithm::equals).isPresent()
        && algorithm.verify(key, jws.signingInput(), jws.signature());
  }
}
