package org.vellum.credentials.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.proof.ProofResult;

class EcdsaSd2023Test {
  private static final String FIRST = "https://university.example/achievements/1";
  private static final String SECOND = "https://university.example/credentials/2";

  private final EcdsaSd2023 suite = new EcdsaSd2023(new Canonicalizer());
  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final Examples university = new Examples();
  private final ObjectNode record =
      Examples.record(
              List.of(
                  university.signedBadge(1), university.signedBadge(2), university.signedBadge(3)))
          .build()
          .toJson();
  private final ObjectNode signed = sign(record);

  private ObjectNode sign(ObjectNode credential) {
    return suite.sign(
        credential, key, Disclosure.mandatory(credential), Examples.ISSUED, new SecureRandom());
  }

  private ProofResult verify(ObjectNode document) {
    return suite.verify(document, (ObjectNode) document.get("proof"), key.publicKey());
  }

  @Test
  void a_learner_shows_chosen_achievements_and_they_verify() {
    ObjectNode shown = suite.derive(signed, Disclosure.of(signed, List.of(FIRST)));

    assertThat(verify(shown)).isInstanceOf(ProofResult.Genuine.class);
    JsonNode credentials = shown.at("/credentialSubject/verifiableCredential");
    assertThat(credentials).hasSize(1);
    assertThat(credentials.get(0))
        .isEqualTo(record.at("/credentialSubject/verifiableCredential/0"));
    assertThat(shown.has("partial")).isFalse();
    assertThat(shown.path("issuer")).isEqualTo(record.path("issuer"));
    assertThat(shown.path("credentialStatus")).isEqualTo(record.path("credentialStatus"));
    assertThat(shown.toString()).doesNotContain("credentials/2").doesNotContain("credentials/3");
  }

  @Test
  void two_different_parts_of_one_record_verify() {
    ObjectNode one = suite.derive(signed, Disclosure.of(signed, List.of(FIRST)));
    ObjectNode other = suite.derive(signed, Disclosure.of(signed, List.of(SECOND)));
    ObjectNode both = suite.derive(signed, Disclosure.of(signed, List.of(FIRST, SECOND)));

    assertThat(List.of(verify(one), verify(other), verify(both)))
        .hasOnlyElementsOfType(ProofResult.Genuine.class);
    assertThat(both.at("/credentialSubject/verifiableCredential")).hasSize(2);
  }

  @Test
  void an_association_is_shown_when_both_its_ends_are() {
    String parent = "https://university.example/achievements/100";

    ObjectNode alone = suite.derive(signed, Disclosure.of(signed, List.of(FIRST)));
    ObjectNode whole = suite.derive(signed, Disclosure.of(signed, List.of(FIRST, parent)));

    assertThat(alone.at("/credentialSubject").has("association")).isFalse();
    assertThat(whole.at("/credentialSubject/association")).hasSize(1);
    assertThat(verify(whole)).isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void nothing_but_the_mandatory_part_verifies_too() {
    assertThat(verify(suite.derive(signed, List.of()))).isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void single_members_of_a_badge_can_be_withheld() {
    ObjectNode badge = Examples.badge(1).build().toJson();

    ObjectNode shown = suite.derive(sign(badge), List.of("/credentialSubject/result/1/value"));

    assertThat(verify(shown)).isInstanceOf(ProofResult.Genuine.class);
    assertThat(shown.at("/credentialSubject/result")).hasSize(1);
    assertThat(shown.toString()).contains("\"91\"").doesNotContain("Presented to a real board");
  }

  @Test
  void the_inside_of_a_credential_within_can_be_pointed_at() {
    ObjectNode shown =
        suite.derive(signed, List.of("/credentialSubject/verifiableCredential/1/name"));

    assertThat(verify(shown)).isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void a_change_of_any_shown_text_is_noticed() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    ObjectNode shown =
        suite.derive(
            sign(badge), List.of("/credentialSubject/result", "/credentialSubject/narrative"));
    for (String pointer :
        List.of(
            "/name",
            "/validFrom",
            "/issuer/name",
            "/credentialSubject/id",
            "/credentialSubject/narrative",
            "/credentialSubject/result/1/value",
            "/credentialSubject/achievement/name",
            "/proof/created")) {
      ObjectNode changed = shown.deepCopy();
      int cut = pointer.lastIndexOf('/');
      ObjectNode holder = (ObjectNode) changed.at(pointer.substring(0, cut));
      String before = holder.path(pointer.substring(cut + 1)).asText();
      assertThat(before).as(pointer).isNotEmpty();
      holder.put(pointer.substring(cut + 1), before.replaceFirst("[0-9a-zA-Z]", "7"));
      assertThat(verify(changed)).as(pointer).isNotInstanceOf(ProofResult.Genuine.class);
    }
  }

  @Test
  void shown_statements_cannot_be_withheld_or_added_by_others() {
    ObjectNode shown = suite.derive(signed, Disclosure.of(signed, List.of(FIRST, SECOND)));
    ObjectNode less = shown.deepCopy();
    ((ArrayNode) less.at("/credentialSubject/verifiableCredential")).remove(0);
    ObjectNode more = shown.deepCopy();
    more.put("partial", true);

    assertThat(verify(less)).isNotInstanceOf(ProofResult.Genuine.class);
    assertThat(verify(more)).isNotInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void labels_are_of_a_secret_that_is_not_shown() {
    ProofValue.Base base = (ProofValue.Base) value(signed);
    ObjectNode shown = suite.derive(signed, Disclosure.of(signed, List.of(FIRST)));
    ProofValue.Derived derived = (ProofValue.Derived) value(shown);
    ProofValue.Derived again =
        (ProofValue.Derived)
            value(suite.derive(sign(record), Disclosure.of(signed, List.of(FIRST))));

    List<String> hidden = derived.labels().values().stream().map(Labels::label).toList();
    assertThat(hidden).doesNotHaveDuplicates().isNotEmpty();
    // Each label is the HMAC, under the secret, of some canonical label of the whole record.
    for (String label : hidden) {
      assertThat(label).isIn(canonicalLabels(base.hmacKey()));
    }
    assertThat(again.labels().values().stream().map(Labels::label).toList())
        .doesNotContainAnyElementsOf(hidden);
  }

  private static List<String> canonicalLabels(byte[] hmacKey) {
    return IntStream.range(0, 2_000).mapToObj(i -> Labels.hmac(hmacKey).apply("c14n" + i)).toList();
  }

  private static ProofValue value(ObjectNode document) {
    return ProofValueReader.read(document.at("/proof/proofValue").asText());
  }

  @Test
  void the_learner_can_check_what_the_issuer_sent() {
    assertThat(verify(signed)).isInstanceOf(ProofResult.Genuine.class);
    signed.put("name", "changed");
    assertThat(verify(signed)).isInstanceOf(ProofResult.Forged.class);
  }

  @Test
  void another_key_did_not_sign_it() {
    ObjectNode shown = suite.derive(signed, List.of());
    ObjectNode proof = (ObjectNode) shown.get("proof");

    assertThat(
            suite.verify(
                shown, proof, IssuerKey.generate("did:x:y", SignatureAlgorithm.ES256).publicKey()))
        .isInstanceOf(ProofResult.Forged.class);
    assertThat(suite.verify(shown, proof, IssuerKey.generate("did:x:y").publicKey()))
        .isInstanceOf(ProofResult.Malformed.class);
  }

  @Test
  void nobody_derives_from_what_is_not_there() {
    assertThatThrownBy(() -> Disclosure.of(signed, List.of("urn:nothing")))
        .hasMessageContaining("urn:nothing");
    assertThatThrownBy(() -> suite.derive(signed, List.of("/nothing")))
        .hasMessageContaining("nothing is at /nothing");
    assertThatThrownBy(() -> suite.derive(record, List.of("/name")))
        .hasMessageContaining("no proof");
    assertThatThrownBy(() -> suite.derive(suite.derive(signed, List.of()), List.of("/name")))
        .hasMessageContaining("derived already");
  }
}
