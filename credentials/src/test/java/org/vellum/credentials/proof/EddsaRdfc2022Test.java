package org.vellum.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.IssuerKey;

class EddsaRdfc2022Test {
  private final EddsaRdfc2022 suite = new EddsaRdfc2022();
  private final IssuerKey key = IssuerKey.generate(Examples.DID);
  private final ObjectNode badge = Examples.badge(1).build().toJson();

  @Test
  void signing_leaves_what_was_given_unchanged() {
    ObjectNode before = badge.deepCopy();

    ObjectNode signed = suite.sign(badge, key, Examples.NOW);

    assertThat(badge).isEqualTo(before);
    assertThat(signed.get("proof").has("@context")).isFalse();
    signed.remove("proof");
    assertThat(signed).isEqualTo(before);
  }

  @Test
  void the_time_of_signing_is_written_to_the_second() {
    ObjectNode signed = suite.sign(badge, key, Instant.parse("2026-06-01T08:00:00.123456Z"));

    assertThat(signed.at("/proof/created").asText()).isEqualTo("2026-06-01T08:00:00Z");
  }

  @Test
  void the_same_credential_key_and_time_give_the_same_proof() {
    assertThat(suite.sign(badge, key, Examples.NOW))
        .isEqualTo(suite.sign(badge, key, Examples.NOW));
  }

  @Test
  void proofs_made_one_after_the_other_hold_whatever_changed_between_them() {
    List<IssuerKey> keys = List.of(key, IssuerKey.generate(Examples.DID));
    for (int round = 0; round < 8; round++) {
      IssuerKey signer = keys.get(round % 2);
      Instant at = Examples.NOW.plusSeconds(round / 4);
      if (round == 5) {
        // In place: what is remembered of the proof before must not change along.
        ((ArrayNode) badge.get("@context"))
            .add("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json");
      }
      for (int again = 0; again < 2; again++) {
        ObjectNode signed = suite.sign(badge, signer, at);

        assertThat(
                new EddsaRdfc2022()
                    .verify(signed, (ObjectNode) signed.get("proof"), signer.publicKey()))
            .isInstanceOf(ProofResult.Genuine.class);
        assertThat(signed).isEqualTo(new EddsaRdfc2022().sign(badge, signer, at));
      }
    }
  }

  @Test
  void a_late_term_or_an_empty_member_is_found_at_any_depth() {
    ObjectNode achievement = (ObjectNode) badge.at("/credentialSubject/achievement");
    for (String odd : List.of("jti", "endorsementJwt")) {
      ObjectNode changed = badge.deepCopy();
      ((ObjectNode) changed.at("/credentialSubject/achievement")).putArray(odd).add("x.y.z");

      assertThatThrownBy(() -> suite.sign(changed, key, Examples.NOW))
          .isInstanceOf(UnsafeCredentialException.class)
          .hasMessageContaining("/credentialSubject/achievement/" + odd);
    }
    achievement.putArray("tag");

    assertThatThrownBy(() -> suite.sign(badge, key, Examples.NOW))
        .isInstanceOf(UnsafeCredentialException.class)
        .hasMessageContaining("/credentialSubject/achievement/tag: empty");
  }

  @Test
  void what_would_not_be_covered_is_not_signed_and_named() {
    badge.put("honours", "first class");

    assertThatThrownBy(() -> suite.sign(badge, key, Examples.NOW))
        .isInstanceOfSatisfying(
            UnsafeCredentialException.class,
            e -> assertThat(e.refusals()).extracting(Refusal::place).containsExactly("/honours"))
        .hasMessage("not signed: /honours: undefined-term");
  }

  @Test
  void nulls_and_empty_arrays_are_not_signed() {
    badge.putNull("image");
    badge.putArray("endorsement");

    assertThatThrownBy(() -> suite.sign(badge, key, Examples.NOW))
        .isInstanceOfSatisfying(
            UnsafeCredentialException.class,
            e ->
                assertThat(e.refusals())
                    .extracting(Refusal::place)
                    .containsExactly("/image", "/endorsement"));
  }

  @Test
  void a_signed_credential_is_not_signed_again() {
    ObjectNode signed = suite.sign(badge, key, Examples.NOW);

    assertThatThrownBy(() -> suite.sign(signed, key, Examples.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neither_jti_nor_endorsement_jwt_is_ever_emitted() {
    ObjectNode signed = suite.sign(badge, key, Examples.NOW);

    assertThat(signed.toString()).doesNotContain("\"jti\"").doesNotContain("endorsementJwt");
  }

  @Test
  void a_proof_holds_for_its_key_and_for_no_other() {
    ObjectNode signed = suite.sign(badge, key, Examples.NOW);
    ObjectNode proof = (ObjectNode) signed.get("proof");

    assertThat(suite.verify(signed, proof, key.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
    assertThat(suite.verify(signed, proof, IssuerKey.generate("did:x:y").publicKey()))
        .isInstanceOf(ProofResult.Forged.class);
  }

  @Test
  void a_proof_value_that_is_no_signature_is_malformed() {
    ObjectNode signed = suite.sign(badge, key, Examples.NOW);
    for (String value : List.of("", "z", "u12", "z!!", "z2NEpo7TZRRrLZSi2U")) {
      ObjectNode proof = ((ObjectNode) signed.get("proof")).deepCopy().put("proofValue", value);
      assertThat(suite.verify(signed, proof, key.publicKey()))
          .isInstanceOf(ProofResult.Malformed.class);
    }
  }

  @Test
  void many_threads_may_sign_and_verify_at_once() throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ObjectNode mine = Examples.badge(i).build().toJson();
      tasks.add(() -> {
        ObjectNode signed = suite.sign(mine, key, Examples.NOW);
        return suite.verify(signed, (ObjectNode) signed.get("proof"), key.publicKey())
            instanceof ProofResult.Genuine;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> genuine : threads.invokeAll(tasks)) {
        assertThat(genuine.get()).isTrue();
      }
    }
  }
}
