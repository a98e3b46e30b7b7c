package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofOptions;

/** What a holder shows: whose word it is, to whom it is said, and what is in it. */
class PresentationTest {
  private static final String HOLDER = "did:web:ada.example";
  private static final URI HOLDERS_DOCUMENT = DidWeb.documentUrl(HOLDER);
  private static final Asked ASKED = new Asked("n-0S6_WzA2Mj", "https://employer.example");
  private static final Instant SHOWN = Examples.NOW.minusSeconds(60);

  private final Examples university = new Examples();
  private final IssuerKey holder = IssuerKey.generate(HOLDER);
  private final ObjectNode badge = university.signedBadge(1);
  private final Verifier verifier = new Verifier();

  PresentationTest() {
    publish("authentication");
  }

  private void publish(String relationship) {
    ObjectNode document = DidWeb.document(HOLDER, List.of(holder.verificationKey()));
    document.set(relationship, document.remove("assertionMethod"));
    university.web.put(HOLDERS_DOCUMENT, document.toString());
  }

  private static ObjectNode presentation(String context, ObjectNode... credentials) {
    ObjectNode presentation =
        StandardsFiles.parse(
            "{\"@context\": [\"%s\"], \"type\": [\"VerifiablePresentation\"], \"holder\": \"%s\"}"
                .formatted(context, HOLDER));
    ArrayNode shown = presentation.putArray("verifiableCredential");
    List.of(credentials).forEach(shown::add);
    return presentation;
  }

  private ObjectNode presentation() {
    return presentation("https://www.w3.org/ns/credentials/v2", badge);
  }

  private static ProofOptions options(IssuerKey key) {
    return ProofOptions.by(key, SHOWN).withDomain(List.of(ASKED.domain()), ASKED.challenge());
  }

  private ObjectNode signed(ObjectNode presentation, ProofOptions options) {
    return new EddsaRdfc2022().prepare(presentation, options).signedBy(holder);
  }

  private ObjectNode signed(ObjectNode presentation) {
    return signed(presentation, options(holder).withPurpose("authentication"));
  }

  private VerificationReport verify(String document, @Nullable Asked asked) {
    byte[] bytes = document.getBytes(UTF_8);
    return asked == null
        ? verifier.verify(bytes, university.documents(), Examples.NOW)
        : verifier.verify(bytes, university.documents(), Examples.NOW, asked);
  }

  private VerificationReport verify(ObjectNode document) {
    return verify(document.toString(), ASKED);
  }

  private static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  private static void assertInvalid(VerificationReport report, Check.Kind kind, String code) {
    assertThat(codes(report, kind)).as(report.checks().toString()).contains(code);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void an_answer_of_the_holder_is_valid_and_so_is_each_credential_in_it() {
    VerificationReport report = verify(signed(presentation()));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.signatures()).extracting(Signature::controller).containsExactly(HOLDER);
    assertThat(report.nested())
        .extracting(VerificationReport::place)
        .containsExactly("/verifiableCredential/0");
    assertThat(report.nested().getFirst().signatures())
        .extracting(Signature::controller)
        .containsExactly(Examples.DID);
  }

  @Test
  void a_presentation_in_the_older_data_model_is_judged_alike() {
    String integrity = "https://w3id.org/security/data-integrity/v2";
    ObjectNode credential =
        StandardsFiles.parse(
            """
            {"@context": ["https://www.w3.org/2018/credentials/v1", "%s"],
             "type": ["VerifiableCredential"], "issuer": "%s",
             "issuanceDate": "2026-05-01T08:00:00Z", "credentialSubject": {"id": "%s"}}
            """
                .formatted(integrity, Examples.DID, HOLDER));
    ObjectNode older =
        presentation("https://www.w3.org/2018/credentials/v1", university.sign(credential));
    ((ArrayNode) older.path("@context")).add(integrity);

    VerificationReport report = verify(signed(older));

    assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_challenge_or_a_domain_of_another_occasion_is_a_replay() {
    String shown = signed(presentation()).toString();

    assertInvalid(
        verify(shown, new Asked("another", ASKED.domain())), Check.Kind.PROOF, "wrong-challenge");
    assertInvalid(
        verify(shown, new Asked(ASKED.challenge(), "https://other.example")),
        Check.Kind.PROOF,
        "wrong-domain");
    ProofOptions silent = ProofOptions.by(holder, SHOWN).withPurpose("authentication");
    assertInvalid(verify(signed(presentation(), silent)), Check.Kind.PROOF, "wrong-challenge");
  }

  @Test
  void that_nobody_asked_is_remarked_on() {
    VerificationReport report = verify(signed(presentation()).toString(), null);

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("not-asked");
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_proof_or_a_key_for_another_purpose_does_not_say_who_shows_it() {
    assertInvalid(
        verify(signed(presentation(), options(holder))), Check.Kind.PROOF, "wrong-purpose");

    ObjectNode shown = signed(presentation());
    ObjectNode document = StandardsFiles.parse(university.web.get(HOLDERS_DOCUMENT));
    document.set("assertionMethod", document.path("authentication"));
    document.putArray("authentication");
    university.web.put(HOLDERS_DOCUMENT, document.toString());
    assertInvalid(verify(shown), Check.Kind.ISSUER, "key-not-listed");

    publish("assertionMethod");
    assertThat(verify(shown).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_credential_that_was_signed_to_authenticate_asserts_nothing() {
    ObjectNode own = Examples.badge(2).build().toJson();
    ObjectNode credential =
        new EddsaRdfc2022()
            .prepare(
                own, ProofOptions.by(university.key, Examples.ISSUED).withPurpose("authentication"))
            .signedBy(university.key);

    assertInvalid(verify(credential), Check.Kind.PROOF, "wrong-purpose");
  }

  @Test
  void a_holder_who_does_not_control_the_key_does_not_show_it() {
    ObjectNode stolen = presentation().put("holder", "did:web:eve.example");

    assertInvalid(verify(signed(stolen)), Check.Kind.ISSUER, "not-the-holders-key");
  }

  @Test
  void without_the_name_of_a_holder_the_key_tells_who_shows_it() {
    ObjectNode nameless = presentation();
    nameless.remove("holder");

    VerificationReport report = verify(signed(nameless));

    assertThat(codes(report, Check.Kind.ISSUER)).containsExactly("no-holder");
    assertThat(report.signatures()).extracting(Signature::controller).containsExactly(HOLDER);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void an_unsigned_presentation_is_no_answer_and_otherwise_as_good_as_what_is_in_it() {
    ObjectNode nameless = presentation();
    nameless.remove("holder");

    assertInvalid(verify(presentation()), Check.Kind.PROOF, "unsigned");
    VerificationReport unasked = verify(presentation().toString(), null);
    assertThat(codes(unasked, Check.Kind.ISSUER)).containsExactly("holder-unproven");
    assertThat(unasked.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    VerificationReport open = verify(nameless.toString(), null);
    assertThat(codes(open, Check.Kind.PROOF)).containsExactly("unsigned-presentation");
    assertThat(open.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_credential_that_was_swapped_or_changed_or_added_is_found() {
    ObjectNode swapped = signed(presentation());
    swapped.putArray("verifiableCredential").add(university.signedBadge(2));
    ObjectNode changed = badge.deepCopy().put("name", "Doctor");
    ObjectNode unsigned = Examples.badge(3).build().toJson();

    assertInvalid(verify(swapped), Check.Kind.PROOF, "changed");
    assertInvalid(
        verify(signed(presentation("https://www.w3.org/ns/credentials/v2", badge, changed))),
        Check.Kind.CREDENTIALS,
        "inside-invalid");
    assertInvalid(
        verify(signed(presentation("https://www.w3.org/ns/credentials/v2", unsigned))),
        Check.Kind.CREDENTIALS,
        "inside-invalid");
  }

  @Test
  void the_name_of_an_issuer_has_no_place_in_a_presentation() {
    ObjectNode posing = presentation().put("issuer", Examples.DID);
    ObjectNode both = presentation().put("issuer", Examples.DID);
    ((ArrayNode) both.path("type")).add("VerifiableCredential");

    assertInvalid(verify(posing), Check.Kind.DOCUMENT, "structure-additional");
    assertInvalid(verify(both), Check.Kind.PROOF, "unsigned");
  }

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
        .put("nonce", ASKED.challenge())
        .put("aud", ASKED.domain())
        .put("iss", HOLDER);
  }

  @Test
  void a_token_is_an_answer_by_its_nonce_and_its_audience() {
    IssuerKey es256 = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    university.publishKeys(List.of(university.key, es256));
    String inner = JwtWriter.joseCose(Examples.badge(2).build().toJson(), es256, KeyNaming.KID);
    ObjectNode enveloped = EmbeddedTokens.enveloped(inner);
    ObjectNode two = presentation("https://www.w3.org/ns/credentials/v2", badge, enveloped);
    String token = token(claims(two), "vp+jwt", holder);
    ObjectNode envelope =
        StandardsFiles.parse(
            "{\"@context\": \"https://www.w3.org/ns/credentials/v2\", \"id\":"
                + " \"data:application/vp+jwt,%s\", \"type\": \"EnvelopedVerifiablePresentation\"}"
                    .formatted(token));

    for (String shown : List.of(token, envelope.toString())) {
      VerificationReport report = verify(shown, ASKED);
      assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
      assertThat(report.nested())
          .extracting(VerificationReport::verdict)
          .containsExactly(Verdict.VALID, Verdict.VALID);
      assertInvalid(
          verify(shown, new Asked("another", ASKED.domain())), Check.Kind.PROOF, "wrong-challenge");
    }
  }

  @Test
  void a_token_of_the_older_data_model_shows_tokens() {
    String inner = JwtWriter.openBadges(badge(2), university.key, KeyNaming.KID);
    ObjectNode vp = presentation("https://www.w3.org/2018/credentials/v1");
    vp.remove("holder");
    vp.putArray("verifiableCredential").add(inner).add(7);
    ObjectNode payload = vp.objectNode();
    payload.set("vp", vp);

    VerificationReport report = verify(token(claims(payload), "JWT", holder), ASKED);

    assertInvalid(report, Check.Kind.DOCUMENT, "structure-type");
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
    IssuerKey forger = IssuerKey.generate(HOLDER);
    IssuerKey named =
        new IssuerKey(holder.verificationMethod(), forger.privateKey(), forger.publicKey());
    long past = SHOWN.getEpochSecond();

    assertInvalid(
        verify(token(claims(presentation()), "vp+jwt", named), ASKED),
        Check.Kind.PROOF,
        "jwt-changed");
    assertInvalid(
        verify(token(claims(presentation()).put("exp", past), "vp+jwt", holder), ASKED),
        Check.Kind.PROOF,
        "proof-expired");
    assertInvalid(
        verify(
            token(claims(presentation()).put("iss", "did:web:e.example"), "vp+jwt", holder), ASKED),
        Check.Kind.PROOF,
        "mismatch");
  }
}
