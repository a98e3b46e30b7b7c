package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.baking.Baking;
import org.vellum.credentials.baking.Kind;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;

/** Tokens in the places of credentials, and credentials in pictures. */
class TokensInsideTest {
  private final Examples university = new Examples();
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final String token = JwtWriter.joseCose(badge, university.key, KeyNaming.KID);

  private VerificationReport verify(byte[] document) {
    return new Verifier().verify(document, university.documents(), Examples.NOW);
  }

  private static String changed(String token) {
    int at = token.indexOf('.') + 30;
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }

  @Test
  void an_enveloped_credential_is_judged_as_its_token() {
    VerificationReport report = verify(Examples.bytes(EmbeddedTokens.enveloped(token)));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.credential()).isEqualTo(badge);
    assertThat(verify(Examples.bytes(EmbeddedTokens.enveloped(changed(token)))).verdict())
        .isEqualTo(Verdict.INVALID);
    assertThat(verify(Examples.bytes(EmbeddedTokens.enveloped("no token"))).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void an_endorsement_as_a_token_has_its_own_report_and_decides_nothing() {
    badge.putArray("endorsementJwt").add(token).add(changed(token)).add("no token");

    VerificationReport report =
        verify(JwtWriter.joseCose(badge, university.key, KeyNaming.KID).getBytes(UTF_8));

    assertThat(report.endorsements())
        .extracting(VerificationReport::verdict, VerificationReport::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Verdict.VALID, "/endorsementJwt/0"),
            org.assertj.core.groups.Tuple.tuple(Verdict.INVALID, "/endorsementJwt/1"),
            org.assertj.core.groups.Tuple.tuple(Verdict.INVALID, "/endorsementJwt/2"));
    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_status_list_that_is_a_token_is_read_and_one_that_was_changed_is_not() {
    ObjectNode signed = university.sign(badge);
    ObjectNode list =
        university.statusList.credential(
            Examples.LIST, Examples.DID, "revocation", Examples.ISSUED);
    String ofList = JwtWriter.joseCose(list, university.key, KeyNaming.KID);

    university.web.put(Examples.LIST, ofList + "\n");
    assertThat(verify(Examples.bytes(signed)).verdict()).isEqualTo(Verdict.VALID);

    university.web.put(Examples.LIST, changed(ofList));
    Check status = verify(Examples.bytes(signed)).check(Check.Kind.STATUS);
    assertThat(status.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(status.findings()).extracting(Finding::code).hasSize(1);
  }

  @Test
  void a_picture_is_judged_as_the_credential_in_it() {
    byte[] picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8);
    for (String text : List.of(university.sign(badge).toString(), token)) {
      Baking.Baked baked = (Baking.Baked) Baking.bake(picture, text, Kind.OPEN_BADGES_3);

      assertThat(verify(baked.image()).verdict()).isEqualTo(Verdict.VALID);
    }
    assertThat(verify(picture).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(verify(picture).check(Check.Kind.DOCUMENT).findings())
        .extracting(Finding::code)
        .containsExactly("no-credential");
  }
}
