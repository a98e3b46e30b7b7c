package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.jose.Jwks;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Proofs of type JsonWebSignature2020, and keys as a JsonWebKey2020 in an issuer's profile. */
class OlderKindsTest {
  private static final String ISSUER = "https://university.example/issuer";
  private static final String KEY = ISSUER + "#key-1";
  private static final String HEADER = "{\"alg\":\"%s\",\"b64\":false,\"crit\":[\"b64\"]}";

  private final Examples university = new Examples();
  private final ObjectNode credential =
      StandardsFiles.parse(
          """
          {"@context": ["https://www.w3.org/2018/credentials/v1",
             "https://w3id.org/security/suites/jws-2020/v1"],
           "type": ["VerifiableCredential"], "issuer": "%s", "id": "urn:uuid:1",
           "issuanceDate": "2026-05-01T08:00:00Z", "credentialSubject": {"id": "did:example:ada"}}
          """
              .formatted(ISSUER));

  private static IssuerKey newKey(SignatureAlgorithm algorithm) {
    if (algorithm != SignatureAlgorithm.RS256) {
      IssuerKey generated = IssuerKey.generate(ISSUER, algorithm);
      return new IssuerKey(KEY, generated.privateKey(), generated.publicKey());
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair pair = generator.generateKeyPair();
      return new IssuerKey(KEY, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private IssuerKey published(SignatureAlgorithm algorithm) {
    IssuerKey key = newKey(algorithm);
    ObjectNode profile = credential.objectNode().put("id", ISSUER).put("type", "Profile");
    ObjectNode method = profile.putArray("verificationMethod").addObject();
    method.put("id", KEY).put("type", "JsonWebKey2020").put("controller", ISSUER);
    method.set("publicKeyJwk", Jwks.of(key.publicKey()));
    profile.putArray("assertionMethod").add(KEY);
    university.web.put(URI.create(ISSUER), profile.toString());
    return key;
  }

  private static byte[] hash(ObjectNode document) throws GeneralSecurityException {
    Canonical.Form form = (Canonical.Form) new Canonicalizer().canonicalize(document);
    return MessageDigest.getInstance("SHA-256").digest(form.nquads());
  }

  private ObjectNode signed(IssuerKey key, String header) throws Exception {
    ObjectNode proof =
        credential
            .objectNode()
            .put("type", "JsonWebSignature2020")
            .put("created", "2026-05-01T08:00:00Z")
            .put("verificationMethod", KEY)
            .put("proofPurpose", "assertionMethod");
    ObjectNode options = proof.deepCopy();
    options.set("@context", credential.path("@context"));
    String protectedHeader = CompactJws.encode(header.getBytes(UTF_8));
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write((protectedHeader + ".").getBytes(StandardCharsets.US_ASCII));
    input.write(hash(options));
    input.write(hash(credential));
    String signature = CompactJws.encode(key.sign(input.toByteArray()));
    ObjectNode signed = credential.deepCopy();
    signed.set("proof", proof.put("jws", protectedHeader + ".." + signature));
    return signed;
  }

  private VerificationReport verify(ObjectNode document) {
    return new Verifier().verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private static List<String> proof(VerificationReport report) {
    return report.check(Check.Kind.PROOF).findings().stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void a_proof_by_a_key_in_the_profile_of_the_issuer_is_valid(SignatureAlgorithm algorithm)
      throws Exception {
    IssuerKey key = published(algorithm);
    ObjectNode signed = signed(key, HEADER.formatted(algorithm.joseName()));

    VerificationReport report = verify(signed);

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures())
        .extracting(Signature::suite, Signature::controller)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("JsonWebSignature2020", ISSUER));
    assertThat(proof(verify(signed.put("issuanceDate", "2026-05-02T08:00:00Z"))))
        .containsExactly("changed");
  }

  @Test
  void a_key_of_another_is_not_the_one_in_the_profile() throws Exception {
    IssuerKey forger = published(SignatureAlgorithm.ES256);
    published(SignatureAlgorithm.ES256);

    assertThat(proof(verify(signed(forger, HEADER.formatted("ES256"))))).containsExactly("changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"ES256\"}",
        "{\"alg\":\"ES256\",\"b64\":true,\"crit\":[\"b64\"]}",
        "{\"alg\":\"ES256\",\"b64\":false}",
        "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\",\"exp\"]}",
        "{\"alg\":\"none\",\"b64\":false,\"crit\":[\"b64\"]}",
        "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
        "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}",
        "[]"
      })
  void another_header_is_refused_whoever_signed(String header) throws Exception {
    VerificationReport report = verify(signed(published(SignatureAlgorithm.ES256), header));

    assertThat(proof(report)).containsExactly("malformed-proof");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_signature_with_its_payload_inside_or_of_two_parts_is_refused() throws Exception {
    ObjectNode signed = signed(published(SignatureAlgorithm.ES256), HEADER.formatted("ES256"));
    ObjectNode proof = (ObjectNode) signed.path("proof");
    String jws = proof.path("jws").asText();
    for (String other : List.of(jws.replace("..", ".e30."), jws.replace("..", "."), "", "..")) {
      proof.put("jws", other);
      assertThat(proof(verify(signed))).containsExactly("malformed-proof");
    }
  }

  @Test
  void a_key_that_gives_its_secret_away_is_nobodys() throws Exception {
    ObjectNode signed = signed(published(SignatureAlgorithm.ES256), HEADER.formatted("ES256"));
    ObjectNode profile = StandardsFiles.parse(university.web.get(URI.create(ISSUER)));
    ((ObjectNode) profile.at("/verificationMethod/0/publicKeyJwk")).put("d", "AAAA");
    university.web.put(URI.create(ISSUER), profile.toString());

    assertThat(verify(signed).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }
}
