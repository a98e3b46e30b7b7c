package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Presentations that come as signed tokens. */
class PresentedTokensTest {
  private final Shown shown = new Shown();

  private String token(ObjectNode payload, String type, IssuerKey key) {
    String kid = key.verificationMethod();
    String header = "{\"alg\":\"EdDSA\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(type, kid);
    String input =
        CompactJws.encode(header.getBytes(UTF_8))
            + "."
            + CompactJws.encode(payload.toString().getBytes(UTF_8));
    return input + "." + CompactJws.encode(key.sign(input.getBytes(UTF_8)));
  }

  private ObjectNode claims(ObjectNode presentation) {
    return presentation
        .put("nonce", Shown.ASKED.challenge())
        .put("aud", Shown.ASKED.domain())
        .put("iss", Shown.HOLDER);
  }

  @Test
  void a_token_is_an_answer_by_its_nonce_and_its_audience() {
    IssuerKey es256 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    shown.university.publishKeys(List.of(shown.university.key, es256));
    String inner = JwtWriter.joseCose(Examples.badge(2).build().toJson(), es256, KeyNaming.KID);
    ObjectNode enveloped = EmbeddedTokens.enveloped(inner);
    ObjectNode two =
        Shown.presentation("https://www.w3.org/ns/credentials/v2", shown.badge, enveloped);
    String token = token(claims(two), "vp+jwt", shown.holder);
    ObjectNode envelope =
        StandardsFiles.parse(
            "{\"@context\": \"https://www.w3.org/ns/credentials/v2\", \"id\":"
                + " \"data:application/vp+jwt,%s\", \"type\": \"EnvelopedVerifiablePresentation\"}"
                    .formatted(token));

    for (String answer : List.of(token, envelope.toString())) {
      VerificationReport report = shown.verify(answer, Shown.ASKED);
      assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
      assertThat(report.nested())
          .extracting(VerificationReport::verdict)
          .containsExactly(Verdict.VALID, Verdict.VALID);
      Shown.assertInvalid(
          shown.verify(answer, new Asked("another", Shown.ASKED.domain())),
          Check.Kind.PROOF,
          "wrong-challenge");
    }
  }

  @Test
  void a_token_of_the_older_data_model_shows_tokens() {
    String inner = JwtWriter.openBadges(badge(2), shown.university.key, KeyNaming.KID);
    ObjectNode vp = Shown.presentation("https://www.w3.org/2018/credentials/v1");
    vp.remove("holder");
    vp.putArray("verifiableCredential").add(inner).add(7);
    ObjectNode payload = vp.objectNode();
    payload.set("vp", vp);

    VerificationReport report =
        shown.verify(token(claims(payload), "JWT", shown.holder), Shown.ASKED);

    Shown.assertInvalid(report, Check.Kind.DOCUMENT, "structure-type");
    assertThat(report.nested())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID);
    assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
  }

  private static ObjectNode badge(int number) {
    return Examples.badge(number).build().toJson();
  }

  @Test
  void a_token_of_another_key_or_another_time_or_another_holder_is_invalid() {
    IssuerKey forger = IssuerKey.generate(Shown.HOLDER);
    IssuerKey named =
        new IssuerKey(shown.holder.verificationMethod(), forger.privateKey(), forger.publicKey());
    long past = Shown.SHOWN.getEpochSecond();

    Shown.assertInvalid(
        shown.verify(token(claims(shown.presentation()), "vp+jwt", named), Shown.ASKED),
        Check.Kind.PROOF,
        "jwt-changed");
    Shown.assertInvalid(
        shown.verify(
            token(claims(shown.presentation()).put("exp", past), "vp+jwt", shown.holder),
            Shown.ASKED),
        Check.Kind.PROOF,
        "proof-expired");
    Shown.assertInvalid(
        shown.verify(
            token(
                claims(shown.presentation()).put("iss", "did:web:e.example"),
                "vp+jwt",
                shown.holder),
            Shown.ASKED),
        Check.Kind.PROOF,
        "mismatch");
  }

  @Test
  void a_token_that_holds_something_else_or_the_claim_of_the_older_model_is_refused() {
    ObjectNode payload = claims(shown.presentation().objectNode());
    payload.set("vp", shown.presentation());
    ObjectNode both = shown.presentation();
    both.putArray("type").add("VerifiablePresentation").add("VerifiableCredential");
    ObjectNode odd = claims(both.objectNode());
    odd.set("vp", both);

    Shown.assertInvalid(
        shown.verify(token(payload, "vp+jwt", shown.holder), Shown.ASKED),
        Check.Kind.PROOF,
        "forbidden-claim");
    Shown.assertInvalid(
        shown.verify(token(odd, "JWT", shown.holder), Shown.ASKED),
        Check.Kind.DOCUMENT,
        "structure-contains");
  }
}
