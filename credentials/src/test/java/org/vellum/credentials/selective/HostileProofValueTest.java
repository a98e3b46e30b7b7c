package org.vellum.credentials.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.proof.ProofResult;

/** Proof values of ecdsa-sd-2023 that somebody made up or bent. */
class HostileProofValueTest {
  private final EcdsaSd2023 suite = new EcdsaSd2023(new Canonicalizer());
  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode signed =
      suite.sign(badge, key, Disclosure.mandatory(badge), Examples.ISSUED, new SecureRandom());
  private final ObjectNode shown =
      suite.derive(signed, List.of("/credentialSubject/result/1/value"));
  private final ProofValue.Derived genuine = (ProofValue.Derived) read(shown);

  private static ProofValue read(ObjectNode document) {
    return ProofValueReader.read(document.at("/proof/proofValue").asText());
  }

  private ProofResult verify(ObjectNode document) {
    return suite.verify(document, (ObjectNode) document.get("proof"), key.publicKey());
  }

  private ProofResult verify(ProofValue value) {
    return verify(shown.deepCopy(), ProofValueWriter.write(value));
  }

  private ProofResult verify(ObjectNode document, String proofValue) {
    ObjectNode other = document.deepCopy();
    other.withObject("/proof").put("proofValue", proofValue);
    return verify(other);
  }

  private ProofValue.Derived with(
      List<byte[]> signatures, Map<Integer, byte[]> labels, List<Integer> indexes) {
    return new ProofValue.Derived(
        genuine.baseSignature(), genuine.publicKey(), signatures, labels, indexes);
  }

  @Test
  void the_value_as_it_was_derived_holds() {
    assertThat(verify(genuine)).isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void a_value_cut_off_anywhere_is_refused() {
    byte[] bytes =
        Base64.getUrlDecoder().decode(shown.at("/proof/proofValue").asText().substring(1));
    for (int length = 0; length < bytes.length; length += 7) {
      String cut =
          "u"
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(Arrays.copyOf(bytes, length));
      assertThat(verify(shown, cut))
          .as("%d bytes", length)
          .isInstanceOf(ProofResult.Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing at all
        "d95d02", // a header of another kind of proof
        "d95e0085", // another header
        "d95d009f", // an array without an end
        "d95d019b7fffffffffffffff", // an array that promises more than there is memory for
        "d95d01855b7fffffffffffffff", // bytes that promise more than there is memory for
        "d95d0181818181818181818181", // arrays in arrays
        "d95d018500000000", // numbers for signatures
        "d95d0185c24100", // a tag on the first component
        "d95d01850500f6f6" // nothing where parts should be
      })
  void what_is_no_proof_value_is_refused(String hex) {
    String value =
        "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));

    assertThat(verify(shown, value)).isInstanceOf(ProofResult.Malformed.class);
    assertThat(verify(shown, value + "=")).isInstanceOf(ProofResult.Malformed.class);
  }

  @Test
  void more_behind_the_end_is_refused() {
    byte[] bytes =
        Base64.getUrlDecoder().decode(shown.at("/proof/proofValue").asText().substring(1));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    String value = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(longer);

    assertThat(verify(shown, value)).isInstanceOf(ProofResult.Malformed.class);
  }

  @Test
  void a_signature_too_few_or_too_many_does_not_hold() {
    List<byte[]> fewer = genuine.signatures().subList(1, genuine.signatures().size());
    List<byte[]> more = new ArrayList<>(genuine.signatures());
    more.add(more.getFirst());
    List<byte[]> swapped = new ArrayList<>(genuine.signatures());
    swapped.set(0, genuine.signatures().get(1));
    for (List<byte[]> signatures : List.of(List.<byte[]>of(), fewer, more, swapped)) {
      assertThat(verify(with(signatures, genuine.labels(), genuine.mandatoryIndexes())))
          .isInstanceOf(ProofResult.Forged.class);
    }
  }

  @Test
  void labels_that_are_missing_or_exchanged_do_not_hold() {
    Map<Integer, byte[]> fewer = new LinkedHashMap<>(genuine.labels());
    fewer.remove(0);
    Map<Integer, byte[]> exchanged = new LinkedHashMap<>(genuine.labels());
    exchanged.put(0, genuine.labels().get(1));
    exchanged.put(1, genuine.labels().get(0));
    Map<Integer, byte[]> same = new LinkedHashMap<>(genuine.labels());
    same.put(0, genuine.labels().get(1));
    for (Map<Integer, byte[]> labels : List.of(Map.<Integer, byte[]>of(), fewer, exchanged, same)) {
      assertThat(verify(with(genuine.signatures(), labels, genuine.mandatoryIndexes())))
          .isNotInstanceOf(ProofResult.Genuine.class);
    }
  }

  @Test
  void what_must_be_shown_cannot_be_made_a_choice() {
    List<Integer> all = genuine.mandatoryIndexes();
    List<Integer> fewer = all.subList(0, all.size() - 1);
    List<Integer> beyond = new ArrayList<>(all);
    beyond.add(1_000_000);
    List<Integer> below = new ArrayList<>(all);
    below.add(-1);
    List<Integer> chosen = new ArrayList<>(all);
    for (int i = 0; i <= all.size() + 2; i++) {
      chosen.add(i);
    }
    for (List<Integer> indexes : List.of(List.<Integer>of(), fewer, beyond, below, chosen)) {
      assertThat(verify(with(genuine.signatures(), genuine.labels(), indexes)))
          .as(indexes.toString())
          .isNotInstanceOf(ProofResult.Genuine.class);
    }
    // With every statement called mandatory no signature of single ones is left to be missed.
    assertThat(verify(with(List.of(), genuine.labels(), chosen)))
        .isNotInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void an_index_twice_is_refused() {
    List<Integer> twice = new ArrayList<>(genuine.mandatoryIndexes());
    twice.add(twice.getFirst());

    assertThat(verify(with(genuine.signatures(), genuine.labels(), twice)))
        .isInstanceOf(ProofResult.Malformed.class);
  }

  @Test
  void the_key_of_the_proof_cannot_be_exchanged() {
    IssuerKey other = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    ObjectNode forged =
        suite.sign(badge, other, Disclosure.mandatory(badge), Examples.ISSUED, new SecureRandom());
    ObjectNode part = suite.derive(forged, List.of("/credentialSubject/result/1/value"));
    ProofValue.Derived theirs = (ProofValue.Derived) read(part);

    // Statements signed with a key of one's own, under the issuer's signature over another key.
    ProofValue.Derived mixed =
        new ProofValue.Derived(
            genuine.baseSignature(),
            theirs.publicKey(),
            theirs.signatures(),
            theirs.labels(),
            theirs.mandatoryIndexes());

    assertThat(verify(part, ProofValueWriter.write(mixed))).isInstanceOf(ProofResult.Forged.class);
  }

  @Test
  void a_part_cannot_be_passed_off_as_the_whole() {
    assertThat(verify(shown, signed.at("/proof/proofValue").asText()))
        .isNotInstanceOf(ProofResult.Genuine.class);
    assertThatThrownBy(() -> suite.derive(shown, List.of("/name")))
        .hasMessageContaining("derived already");
  }
}
