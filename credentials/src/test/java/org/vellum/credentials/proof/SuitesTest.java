package org.vellum.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.SigningInput;

class SuitesTest {
  private final ProofSuites suites = new ProofSuites(new Canonicalizer());
  private final ObjectNode badge = Examples.badge(1).build().toJson();

  @ParameterizedTest
  @CsvSource({
    "eddsa-rdfc-2022,ED25519",
    "ecdsa-rdfc-2019,ES256",
    "ecdsa-rdfc-2019,ES384",
    "eddsa-jcs-2022,ED25519",
    "ecdsa-jcs-2019,ES256",
    "ecdsa-jcs-2019,ES384"
  })
  void what_a_suite_signs_holds_for_its_key_and_no_other(
      String cryptosuite, SignatureAlgorithm algorithm) {
    IssuerKey key = IssuerKey.generate(Examples.DID, algorithm);
    IssuerKey other = IssuerKey.generate(Examples.DID, algorithm);

    ObjectNode signed = suite(cryptosuite).sign(badge, key, Examples.NOW);

    ObjectNode proof = proof(signed);
    ProofSuite found = suites.find(proof).orElseThrow();
    assertThat(found.verify(signed, proof, key.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
    assertThat(found.verify(signed, proof, other.publicKey())).isEqualTo(new ProofResult.Forged());
    signed.put("name", "Another");
    assertThat(found.verify(signed, proof, key.publicKey())).isEqualTo(new ProofResult.Forged());
  }

  @Test
  void a_key_of_another_kind_or_curve_is_named_and_not_tried() {
    IssuerKey p256 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    IssuerKey p384 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES384);
    IssuerKey edwards = IssuerKey.generate(Examples.DID);
    ObjectNode signed = new EcdsaRdfc2019().sign(badge, p256, Examples.NOW);

    for (IssuerKey key : List.of(p384, edwards)) {
      assertThat(new EcdsaRdfc2019().verify(signed, proof(signed), key.publicKey()))
          .isInstanceOf(ProofResult.Malformed.class);
    }
    assertThatThrownBy(() -> new EddsaRdfc2022().sign(badge, p256, Examples.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eddsa-2022", "eddsa-rdfc-2020", "EDDSA-RDFC-2022", "eddsa-rdfc-2022 "})
  void a_misspelt_cryptosuite_is_an_unknown_kind(String name) {
    ObjectNode proof = badge.objectNode().put("type", "DataIntegrityProof");

    assertThat(suites.find(proof.put("cryptosuite", name))).isEmpty();
    assertThat(suites.find(proof.put("cryptosuite", "eddsa-rdfc-2022").put("type", "Proof")))
        .isEmpty();
  }

  @Test
  void the_key_may_be_anywhere_between_the_first_move_and_the_third() {
    IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    EcdsaRdfc2019 suite = new EcdsaRdfc2019();

    SigningInput<ObjectNode> input = suite.prepare(badge, ProofOptions.by(key, Examples.NOW));
    byte[] signature = key.sign(input.bytes());
    ObjectNode signed = input.assemble(signature);

    assertThat(suite.verify(signed, proof(signed), key.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void a_set_holds_proofs_of_several_suites_and_each_stands_alone() {
    IssuerKey edwards = IssuerKey.generate(Examples.DID);
    IssuerKey p256 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    ObjectNode first = new EddsaRdfc2022().sign(badge, edwards, Examples.NOW);

    ObjectNode both =
        new EcdsaRdfc2019()
            .prepareAnother(first, ProofOptions.by(p256, Examples.NOW))
            .signedBy(p256);

    List<ObjectNode> proofs = Proofs.list(both);
    assertThat(new EddsaRdfc2022().verify(both, proofs.get(0), edwards.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
    assertThat(new EcdsaRdfc2019().verify(both, proofs.get(1), p256.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void a_chained_proof_covers_the_proof_before_it() {
    IssuerKey key = IssuerKey.generate(Examples.DID);
    EddsaRdfc2022 suite = new EddsaRdfc2022();
    ProofOptions options = ProofOptions.by(key, Examples.NOW);
    ObjectNode first = suite.prepare(badge, options.withId("urn:example:1")).signedBy(key);

    ObjectNode chain =
        suite
            .prepareAnother(first, options.withPreviousProof(List.of("urn:example:1")))
            .signedBy(key);

    ObjectNode last = Proofs.list(chain).get(1);
    assertThat(suite.verify(chain, last, key.publicKey())).isInstanceOf(ProofResult.Genuine.class);
    Proofs.list(chain).getFirst().put("created", "2026-06-01T08:00:01Z");
    assertThat(suite.verify(chain, last, key.publicKey())).isEqualTo(new ProofResult.Forged());
  }

  @Test
  void a_previous_proof_that_is_absent_or_not_the_only_one_is_malformed() {
    IssuerKey key = IssuerKey.generate(Examples.DID);
    EddsaRdfc2022 suite = new EddsaRdfc2022();
    ProofOptions options = ProofOptions.by(key, Examples.NOW).withId("urn:example:1");
    ObjectNode signed = suite.prepare(badge, options).signedBy(key);
    ObjectNode twice = suite.prepareAnother(signed, options).signedBy(key);
    ProofOptions next = options.withId("urn:example:2");

    assertThat(Proofs.list(twice)).hasSize(2);
    for (String id : List.of("urn:example:none", "urn:example:1", "urn:example:2")) {
      ObjectNode proof = proof(signed).deepCopy().put("id", "urn:example:2");
      proof.put("previousProof", id);
      assertThat(suite.verify(twice, proof, key.publicKey()))
          .isInstanceOf(ProofResult.Malformed.class);
      assertThatThrownBy(() -> suite.prepareAnother(twice, next.withPreviousProof(List.of(id))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private DataIntegritySuite suite(String cryptosuite) {
    Optional<ProofSuite> found =
        suites.find(
            badge.objectNode().put("type", "DataIntegrityProof").put("cryptosuite", cryptosuite));
    return (DataIntegritySuite) found.orElseThrow();
  }

  private static ObjectNode proof(ObjectNode signed) {
    return (ObjectNode) signed.get("proof");
  }
}
