package org.vellum.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofResult;

class JwtCredentialTest {
  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final ObjectNode badge = Examples.badge(1).build().toJson();

  @ParameterizedTest
  @EnumSource
  void an_open_badges_token_gives_back_the_credential(SignatureAlgorithm algorithm) {
    IssuerKey signer = Tokens.key(algorithm);

    JwtCredential jwt = Tokens.decoded(JwtWriter.openBadges(badge, signer, KeyNaming.KID));

    assertThat(jwt.profile()).isEqualTo(JwtProfile.OPEN_BADGES);
    assertThat(jwt.credential().toString()).isEqualTo(badge.toString());
    assertThat(jwt.findings()).isEmpty();
    assertThat(jwt.verify(signer.publicKey())).isTrue();
    assertThat(jwt.verify(IssuerKey.generate("did:x:y").publicKey())).isFalse();
    assertThat(jwt.binding()).isEqualTo(new KeyBinding.ByName(signer.verificationMethod()));
  }

  @ParameterizedTest
  @EnumSource
  void a_jose_cose_token_gives_back_the_credential(SignatureAlgorithm algorithm) {
    IssuerKey signer = Tokens.key(algorithm);

    JwtCredential jwt = Tokens.decoded(JwtWriter.joseCose(badge, signer, KeyNaming.JWK));

    assertThat(jwt.profile()).isEqualTo(JwtProfile.JOSE_COSE);
    assertThat(jwt.credential().toString()).isEqualTo(badge.toString());
    assertThat(jwt.findings()).isEmpty();
    assertThat(jwt.binding())
        .isInstanceOfSatisfying(
            KeyBinding.ByKey.class, named -> assertThat(jwt.verify(named.key())).isTrue());
  }

  @Test
  void an_open_badges_header_has_nothing_but_what_the_profile_allows() {
    ObjectNode header = Tokens.decoded(JwtWriter.openBadges(badge, key, KeyNaming.JWK)).header();

    assertThat(header.fieldNames()).toIterable().containsExactlyInAnyOrder("alg", "jwk", "typ");
    assertThat(header.path("typ").asText()).isEqualTo("JWT");
    assertThat(header.path("jwk").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("kty", "crv", "x", "y");
  }

  @Test
  void a_jose_cose_payload_is_the_credential_and_no_claim() {
    String compact = JwtWriter.joseCose(badge, key, KeyNaming.KID);

    assertThat(List.of(compact.split("\\.", -1)).get(1))
        .isEqualTo(Tokens.encoded(badge.toString()));
  }

  @Test
  void a_subject_without_an_id_needs_no_sub() {
    ((ObjectNode) badge.path("credentialSubject")).remove("id");

    JwtCredential jwt = Tokens.decoded(JwtWriter.openBadges(badge, key, KeyNaming.KID));

    assertThat(jwt.findings()).isEmpty();
  }

  @Test
  void a_credential_in_vc_is_completed_from_its_claims() {
    String payload =
        """
        {"iss":"did:web:a.example","jti":"urn:uuid:1","nbf":1777622400,"exp":1893456000,
         "sub":"urn:uuid:2","vc":{"type":["VerifiableCredential"],"credentialSubject":{"a":1}}}\
        """;
    JwtCredential jwt = Tokens.decoded(Tokens.of("{\"alg\":\"ES256\"}", payload, "AAAA"));

    assertThat(jwt.profile()).isEqualTo(JwtProfile.VC_1_1);
    assertThat(jwt.credential().path("issuer").asText()).isEqualTo("did:web:a.example");
    assertThat(jwt.credential().path("id").asText()).isEqualTo("urn:uuid:1");
    assertThat(jwt.credential().path("issuanceDate").asText()).isEqualTo("2026-05-01T08:00:00Z");
    assertThat(jwt.credential().path("expirationDate").asText()).startsWith("2030-01-01");
    assertThat(jwt.credential().at("/credentialSubject/id").asText()).isEqualTo("urn:uuid:2");
    assertThat(jwt.isRefused()).isFalse();
  }

  @Test
  void in_jose_cose_the_expiry_is_the_signatures_own() {
    badge.put("validFrom", "2026-05-01T08:00:00Z");
    String payload = badge.deepCopy().put("exp", 1_800_000_000L).toString();

    JwtCredential jwt =
        Tokens.decoded(Tokens.of("{\"alg\":\"ES256\",\"typ\":\"vc+jwt\"}", payload, "AAAA"));

    assertThat(jwt.signatureExpires()).contains(Instant.ofEpochSecond(1_800_000_000L));
    assertThat(jwt.credential().path("validUntil")).isEqualTo(badge.path("validUntil"));
    assertThat(jwt.findings()).isEmpty();
  }

  @Test
  void both_proofs_at_once_hold_and_a_broken_one_is_told_apart() {
    IssuerKey ed = IssuerKey.generate(Examples.DID);
    EddsaRdfc2022 suite = new EddsaRdfc2022();
    ObjectNode signed = suite.sign(badge, ed, Examples.ISSUED);

    JwtCredential jwt = Tokens.decoded(JwtWriter.openBadges(signed, key, KeyNaming.KID));
    ObjectNode credential = jwt.credential();
    ObjectNode proof = (ObjectNode) credential.path("proof");

    assertThat(jwt.verify(key.publicKey())).isTrue();
    assertThat(suite.verify(credential, proof, ed.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);

    signed.put("name", "changed after the first proof");
    JwtCredential broken = Tokens.decoded(JwtWriter.openBadges(signed, key, KeyNaming.KID));
    assertThat(broken.verify(key.publicKey())).isTrue();
    assertThat(suite.verify(broken.credential(), proof, ed.publicKey()))
        .isInstanceOf(ProofResult.Forged.class);
  }

  @Test
  void tokens_in_documents_are_found_with_their_places() {
    String compact = JwtWriter.joseCose(badge, key, KeyNaming.KID);
    ObjectNode holder = badge.objectNode();
    holder.putArray("verifiableCredential").add(EmbeddedTokens.enveloped(compact));
    holder.putObject("issuer").putArray("endorsementJwt").add("a.b.c");
    holder.putArray("compactJwsString").add("d.e.f");

    assertThat(EmbeddedTokens.in(holder))
        .extracting(token -> token.place() + " " + token.compact())
        .containsExactly(
            "/verifiableCredential/0 " + compact,
            "/issuer/endorsementJwt/0 a.b.c",
            "/compactJwsString/0 d.e.f");
  }

  @Test
  void what_a_token_cannot_say_is_not_signed() {
    ObjectNode nameless = badge.deepCopy();
    nameless.remove("id");
    assertThatThrownBy(() -> JwtWriter.openBadges(nameless, key, KeyNaming.KID))
        .isInstanceOf(IllegalArgumentException.class);
    ObjectNode clashing = badge.deepCopy().put("sub", "somebody");
    assertThatThrownBy(() -> JwtWriter.joseCose(clashing, key, KeyNaming.KID))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
