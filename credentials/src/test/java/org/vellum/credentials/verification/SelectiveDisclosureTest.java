package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.selective.Disclosure;
import org.vellum.credentials.selective.EcdsaSd2023;

/** What a learner shows of a credential is judged like any other. */
class SelectiveDisclosureTest {
  private static final String FIRST = "https://university.example/achievements/1";

  private final EcdsaSd2023 suite = new EcdsaSd2023(new Canonicalizer());
  private final Examples university = new Examples();
  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final Verifier verifier = new Verifier();

  SelectiveDisclosureTest() {
    university.publishKeys(List.of(university.key, key));
  }

  private ObjectNode base(ObjectNode credential, IssuerKey signer) {
    List<String> mandatory = Disclosure.mandatory(credential);
    return suite.sign(credential, signer, mandatory, Examples.ISSUED, new SecureRandom());
  }

  private ObjectNode shown() {
    return suite.derive(base(badge, key), List.of("/credentialSubject/result/1/value"));
  }

  private VerificationReport verify(ObjectNode document) {
    return verifier.verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_part_of_a_badge_is_valid_under_the_key_that_the_issuer_publishes() {
    VerificationReport report = verify(shown());

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    Signature signature = report.signatures().getFirst();
    assertThat(signature.suite()).isEqualTo("ecdsa-sd-2023");
    assertThat(signature.key()).isEqualTo(Multikey.encode(key.publicKey()));
    assertThat(signature.binding()).isEqualTo(Signature.Binding.CONTROLLER_DOCUMENT);
  }

  @Test
  void a_part_of_a_record_is_valid_with_the_badge_shown_in_it() {
    ObjectNode record =
        Examples.record(List.of(university.signedBadge(1), university.signedBadge(2)))
            .build()
            .toJson();
    ObjectNode signed = base(record, key);

    VerificationReport report = verify(suite.derive(signed, Disclosure.of(signed, List.of(FIRST))));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.nested()).hasSize(1);
  }

  @Test
  void a_changed_word_of_the_part_shown_is_found() {
    ObjectNode shown = shown();
    ((ObjectNode) shown.at("/credentialSubject/result/0")).put("value", "100");

    VerificationReport report = verify(shown);

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("changed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_member_added_to_the_part_shown_is_found() {
    ObjectNode shown = shown();
    shown.put("description", "With honours.");

    assertThat(codes(verify(shown), Check.Kind.PROOF)).containsExactly("changed");
  }

  @Test
  void a_part_signed_with_a_key_of_the_issuer_that_it_does_not_list_is_disowned() {
    ObjectNode shown = shown();
    university.publishKeys(List.of(university.key));

    VerificationReport report = verify(shown);

    assertThat(codes(report, Check.Kind.ISSUER)).containsExactly("key-not-listed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void the_key_of_a_did_key_issuer_on_p_256_is_found() {
    String multikey = Multikey.encode(key.publicKey());
    String did = "did:key:" + multikey;
    badge.withObject("/issuer").put("id", did);
    IssuerKey own = new IssuerKey(did + "#" + multikey, key.privateKey(), key.publicKey());

    VerificationReport report = verify(suite.derive(base(badge, own), List.of("/name")));

    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures())
        .extracting(Signature::binding)
        .containsExactly(Signature.Binding.SELF);
  }

  @Test
  void a_whole_badge_with_its_base_proof_is_valid_alone_and_beside_another_proof() {
    ObjectNode based = base(badge, key);
    ObjectNode both = university.sign(badge);
    ArrayNode proofs = both.arrayNode().add(both.get("proof")).add(based.get("proof"));
    both.set("proof", proofs);

    assertThat(verify(based).verdict()).isEqualTo(Verdict.VALID);
    VerificationReport report = verify(both);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures())
        .extracting(Signature::suite)
        .containsExactlyInAnyOrder("eddsa-rdfc-2022", "ecdsa-sd-2023");
  }

  @Test
  void a_key_of_another_curve_does_not_pass() {
    ObjectNode shown = shown();
    shown.withObject("/proof").put("verificationMethod", university.key.verificationMethod());

    VerificationReport report = verify(shown);

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("malformed-proof");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }
}
