package org.vellum.credentials.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.ExampleContexts;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multibase;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** The published test vectors, bit for bit. */
class VectorsTest {
  private static final String W3C = "w3c-vc/vc-di-eddsa/TestVectors/";
  private final Canonicalizer canonicalizer = ExampleContexts.canonicalizer();

  @Test
  void the_alumni_credential_of_the_w3c_canonicalises_as_published() {
    ObjectNode unsigned = StandardsFiles.json(W3C + "unsigned.json");
    ObjectNode options = StandardsFiles.json(W3C + "eddsa-rdfc-2022/proofConfigDataInt.json");

    assertThat(canonical(unsigned))
        .isEqualTo(StandardsFiles.text(W3C + "eddsa-rdfc-2022/canonDocDataInt.txt"));
    assertThat(canonical(options))
        .isEqualTo(StandardsFiles.text(W3C + "eddsa-rdfc-2022/proofCanonDataInt.txt"));
  }

  @Test
  void the_alumni_credential_of_the_w3c_is_signed_as_published() {
    ObjectNode unsigned = StandardsFiles.json(W3C + "unsigned.json");
    ObjectNode published = StandardsFiles.json(W3C + "eddsa-rdfc-2022/signedDataInt.json");
    ObjectNode pair = StandardsFiles.json(W3C + "keyPair.json");
    byte[] secret = Multibase.decode(pair.get("privateKeyMultibase").textValue());
    PrivateKey key = Ed25519.privateKey(Arrays.copyOfRange(secret, 2, 34));
    IssuerKey issuer =
        new IssuerKey(
            published.at("/proof/verificationMethod").textValue(),
            key,
            Multikey.decode(pair.get("publicKeyMultibase").textValue()));

    ObjectNode signed =
        new EddsaRdfc2022(canonicalizer)
            .sign(unsigned, issuer, Instant.parse("2023-02-24T23:36:38Z"));

    assertThat(signed).isEqualTo(published);
  }

  @Test
  void the_alumni_credential_of_the_w3c_is_signed_by_jcs_as_published() {
    ObjectNode published = StandardsFiles.json(W3C + "eddsa-jcs-2022/signedJCS.json");
    ObjectNode pair = StandardsFiles.json(W3C + "keyPair.json");
    ObjectNode unsigned = StandardsFiles.json(W3C + "unsigned.json");
    EddsaJcs2022 suite = new EddsaJcs2022();

    ObjectNode signed =
        suite.sign(
            unsigned,
            w3cKey(pair, published.at("/proof/verificationMethod").textValue()),
            Instant.parse("2023-02-24T23:36:38Z"));

    assertThat(signed).isEqualTo(published);
    Canonical.Form form = (Canonical.Form) Jcs.canonicalize(unsigned);
    assertThat(new String(form.nquads(), UTF_8))
        .isEqualTo(StandardsFiles.text(W3C + "eddsa-jcs-2022/canonDocJCS.txt"));
  }

  /** The signature is checked over the published canonical forms, whatever contexts are known. */
  @Test
  void the_older_type_of_proof_is_hashed_and_signed_as_published() {
    String folder = W3C + "Ed25519Signature2020/";
    byte[] data =
        hashes(
            StandardsFiles.text(folder + "proofCanonEdSig.txt").getBytes(UTF_8),
            StandardsFiles.text(folder + "canonDocEdSig.txt").getBytes(UTF_8));
    ObjectNode pair = StandardsFiles.json(W3C + "keyPair.json");
    ObjectNode published = StandardsFiles.json(folder + "signedEdSig.json");

    assertThat(HexFormat.of().formatHex(data))
        .isEqualTo(StandardsFiles.text(folder + "combinedHashEdSig.txt").strip());
    assertThat(Multibase.encode(w3cKey(pair, "did:example:1#1").sign(data)))
        .isEqualTo(published.at("/proof/proofValue").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signedProofSet2.json", "signedProofChain1.json", "signedProofChain2.json"})
  void every_proof_of_the_sets_and_chains_of_the_w3c_holds(String file) {
    ObjectNode credential = StandardsFiles.json(W3C + "proof-set-chain/" + file);
    EddsaRdfc2022 suite = new EddsaRdfc2022(canonicalizer);

    assertThat(Proofs.list(credential)).hasSizeGreaterThan(1);
    for (ObjectNode proof : Proofs.list(credential)) {
      String method = proof.get("verificationMethod").textValue();
      var key = Multikey.decode(method.substring(method.indexOf('#') + 1));
      assertThat(suite.verify(credential, proof, key)).isInstanceOf(ProofResult.Genuine.class);
    }
  }

  private static IssuerKey w3cKey(ObjectNode pair, String method) {
    byte[] secret = Multibase.decode(pair.get("privateKeyMultibase").textValue());
    return new IssuerKey(
        method,
        Ed25519.privateKey(Arrays.copyOfRange(secret, 2, 34)),
        Multikey.decode(pair.get("publicKeyMultibase").textValue()));
  }

  @ParameterizedTest
  @CsvSource({"eddsa-rdfc-2022/", "eddsa-rdfc-2022/employ/"})
  void hashes_and_signatures_of_the_w3c_come_out_as_published(String folder) {
    byte[] document = StandardsFiles.text(W3C + folder + "canonDocDataInt.txt").getBytes(UTF_8);
    byte[] options = StandardsFiles.text(W3C + folder + "proofCanonDataInt.txt").getBytes(UTF_8);
    ObjectNode pair = StandardsFiles.json(W3C + "keyPair.json");
    byte[] secret = Multibase.decode(pair.get("privateKeyMultibase").textValue());

    byte[] data = hashes(options, document);
    byte[] signature = Ed25519.sign(Ed25519.privateKey(Arrays.copyOfRange(secret, 2, 34)), data);

    HexFormat hex = HexFormat.of();
    assertThat(hex.formatHex(data))
        .isEqualTo(StandardsFiles.text(W3C + folder + "combinedHashDataInt.txt").strip());
    assertThat(hex.formatHex(signature))
        .isEqualTo(StandardsFiles.text(W3C + folder + "sigHexDataInt.txt").strip());
    assertThat(Multibase.encode(signature))
        .isEqualTo(StandardsFiles.text(W3C + folder + "sigBTC58DataInt.txt").strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ob", "clr"})
  void the_credentials_of_the_implementation_guides_are_signed_as_published(String standard) {
    String guide =
        StandardsFiles.text("openbadges-3.0/impl/linked-data-proof-" + standard + ".html");
    List<ObjectNode> documents = credentials(guide);
    ObjectNode unsigned = documents.getFirst();
    ObjectNode published = withOneProof(documents.getLast());
    String vectors = "openbadges-3.0/impl/test-vectors/" + standard + "v";
    String folder = vectors + (standard.equals("ob") ? "3p0/" : "2p0/");
    IssuerKey key = guideKey(guide, published.at("/proof/verificationMethod").textValue());
    Instant created = Instant.parse(published.at("/proof/created").textValue());

    assertThat(canonical(unsigned)).isEqualTo(StandardsFiles.text(folder + "document-canon.txt"));
    assertThat(new EddsaRdfc2022().sign(unsigned, key, created)).isEqualTo(published);
  }

  /** One guide writes its proof in an array of one. */
  private static ObjectNode withOneProof(ObjectNode published) {
    if (published.get("proof").isArray()) {
      published.set("proof", published.at("/proof/0"));
    }
    return published;
  }

  private static IssuerKey guideKey(String guide, String verificationMethod) {
    Matcher secret = Pattern.compile("([0-9a-f]{128})</code").matcher(guide);
    assertThat(secret.find()).isTrue();
    byte[] both = HexFormat.of().parseHex(secret.group(1));
    return new IssuerKey(
        verificationMethod,
        Ed25519.privateKey(Arrays.copyOf(both, 32)),
        Ed25519.publicKey(Arrays.copyOfRange(both, 32, 64)));
  }

  /** The examples of the guide that are JSON: the credential before and after signing. */
  private static List<ObjectNode> credentials(String guide) {
    return Pattern.compile("<pre[^>]*>\\s*(\\{\\s*\"@context.*?)</pre", Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map(example -> StandardsFiles.parse(example.group(1)))
        .toList();
  }

  private String canonical(ObjectNode document) {
    Canonical canonical = canonicalizer.canonicalize(document);
    assertThat(canonical).isInstanceOf(Canonical.Form.class);
    return new String(((Canonical.Form) canonical).nquads(), UTF_8);
  }

  private static byte[] hashes(byte[] options, byte[] document) {
    MessageDigest digest = Hashes.digest(SignatureAlgorithm.ED25519);
    return Hashes.join(digest.digest(options), digest.digest(document));
  }
}
