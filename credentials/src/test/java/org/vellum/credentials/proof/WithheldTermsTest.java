package org.vellum.credentials.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Terms that today's verifiers do not all know are not signed over RDF. */
class WithheldTermsTest {
  private final Examples university = new Examples();

  private static ObjectNode badge() {
    ObjectNode badge = Examples.badge(1).endorsementJwt(List.of("a.b.c")).build().toJson();
    ((ObjectNode) badge.at("/credentialSubject/achievement/creator"))
        .putArray("endorsementJwt")
        .add("a.b.c");
    return badge;
  }

  @Test
  void an_endorsement_as_a_token_is_refused_with_its_place_and_what_to_do() {
    assertThatThrownBy(() -> university.sign(badge()))
        .isInstanceOfSatisfying(
            UnsafeCredentialException.class,
            e -> {
              assertThat(e.refusals())
                  .extracting(each -> each.code() + " " + each.place())
                  .containsExactlyInAnyOrder(
                      "withheld-term /endorsementJwt",
                      "withheld-term /credentialSubject/achievement/creator/endorsementJwt");
              assertThat(e.refusals().getFirst().message()).contains("sign as a token");
            });
  }

  @Test
  void so_is_the_claim_of_a_token_and_so_with_the_other_curve() {
    ObjectNode badge = Examples.badge(1).build().toJson().put("jti", "urn:uuid:1");
    IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);

    assertThatThrownBy(() -> new EcdsaRdfc2019().sign(badge, key, Examples.ISSUED))
        .isInstanceOf(UnsafeCredentialException.class)
        .hasMessageContaining("/jti: withheld-term");
  }

  @Test
  void a_signature_over_the_json_covers_them() {
    assertThatCode(() -> new EddsaJcs2022().sign(badge(), university.key, Examples.ISSUED))
        .doesNotThrowAnyException();
  }

  @Test
  void what_somebody_else_signed_is_taken_along_as_it_is() {
    ObjectNode foreign = new EddsaJcs2022().sign(badge(), university.key, Examples.ISSUED);

    ObjectNode record = university.sign(Examples.record(List.of(foreign)).build().toJson());

    assertThat(record.at("/credentialSubject/verifiableCredential/0")).isEqualTo(foreign);
  }
}
