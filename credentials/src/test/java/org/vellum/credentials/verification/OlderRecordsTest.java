package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.clr1.Clr1Endorsement;
import org.vellum.credentials.clr1.Clr1Records;
import org.vellum.credentials.clr1.Clr1RevocationList;
import org.vellum.credentials.clr1.SignedClr;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.Institution;

/** Records of CLR 1.0, hosted and signed. */
class OlderRecordsTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final String SITE = "https://university.example/";
  private static final String PUBLISHER = SITE + "profile";
  private static final String KEY = SITE + "key#1";
  private static final String LIST = SITE + "revoked";

  private final IssuerKey key = newKey();
  private final Map<URI, byte[]> web = new HashMap<>();
  private final ObjectNode clr = Clr1Records.write(FullRecord.record()).value();

  OlderRecordsTest() {
    ((ObjectNode) clr.path("publisher")).put("id", PUBLISHER);
    clr.put("id", SITE + "records/1");
    clr.path("assertions")
        .forEach(each -> ((ObjectNode) each.at("/achievement/issuer")).put("id", PUBLISHER));
    ObjectNode profile = clr.path("publisher").deepCopy();
    profile.put("revocationList", LIST).set("publicKey", SignedClr.key(KEY, PUBLISHER, key));
    host(PUBLISHER, profile);
    revoke(List.of());
  }

  private static IssuerKey newKey() {
    IssuerKey key = IssuerKey.generate("https://university.example", SignatureAlgorithm.ES256);
    return new IssuerKey(KEY, key.privateKey(), key.publicKey());
  }

  private void host(String address, ObjectNode object) {
    web.put(URI.create(address), Examples.bytes(object));
  }

  private void revoke(List<String> ids) {
    host(LIST, new Clr1RevocationList(LIST, PUBLISHER, ids).toJson());
  }

  private VerificationReport verify(String document) {
    return new Verifier().verify(document.getBytes(UTF_8), Documents.of(web), AT);
  }

  private static void assertInvalid(VerificationReport report, Check.Kind kind, String code) {
    assertThat(report.check(kind).findings())
        .as(report.toJson().toPrettyString())
        .extracting(Finding::code)
        .contains(code);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_record_that_its_publisher_signed_is_valid_with_all_that_stands_in_it() {
    VerificationReport report = verify(SignedClr.sign(clr, key));

    assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.signatures())
        .extracting(Signature::controller, Signature::suite)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(PUBLISHER, "ES256"));
    assertThat(report.nested())
        .hasSameSizeAs(clr.path("assertions"))
        .extracting(VerificationReport::verdict)
        .containsOnly(Verdict.VALID);
  }

  @Test
  void a_hosted_record_is_what_is_at_its_address_where_its_publisher_is() {
    host(SITE + "records/1", clr);
    assertThat(verify(clr.toString()).verdict()).isEqualTo(Verdict.VALID);

    ObjectNode changed = clr.deepCopy();
    ((ObjectNode) changed.at("/assertions/0/achievement")).put("name", "Doctor");
    assertInvalid(verify(changed.toString()), Check.Kind.PROOF, "differs");

    ObjectNode elsewhere = clr.deepCopy().put("id", "https://forger.example/1");
    host("https://forger.example/1", elsewhere);
    assertInvalid(verify(elsewhere.toString()), Check.Kind.ISSUER, "scope");

    web.remove(URI.create(SITE + "records/1"));
    assertThat(verify(clr.toString()).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void signed_assertions_in_a_record_are_judged_by_their_own_signatures() {
    ObjectNode signed = SignedClr.withSignedAssertions(clr, key);
    VerificationReport report = verify(SignedClr.sign(signed, key));

    assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
    assertThat(report.nested())
        .allSatisfy(each -> assertThat(each.signatures()).hasSize(1))
        .extracting(VerificationReport::place)
        .startsWith("/signedAssertions/0");

    String forged = SignedClr.sign((ObjectNode) clr.at("/assertions/0"), newKey());
    ((ArrayNode) signed.path("signedAssertions")).set(0, forged).add("no.to.ken");
    VerificationReport bad = verify(SignedClr.sign(signed, key));
    assertInvalid(bad, Check.Kind.CREDENTIALS, "inside-invalid");
    assertThat(bad.nested().getFirst().verdict()).isEqualTo(Verdict.INVALID);
    assertThat(bad.nested().getLast().verdict()).isEqualTo(Verdict.INVALID);
    assertThat(bad.signatures()).hasSize(1);
  }

  @Test
  void a_record_of_another_key_or_taken_back_or_stripped_is_invalid_with_what_it_covers() {
    VerificationReport forged = verify(SignedClr.sign(clr, newKey()));
    assertInvalid(forged, Check.Kind.PROOF, "signature");
    assertThat(forged.nested())
        .extracting(VerificationReport::verdict)
        .containsOnly(Verdict.INVALID);

    revoke(List.of(clr.path("id").asText()));
    assertInvalid(verify(SignedClr.sign(clr, key)), Check.Kind.STATUS, "revoked");

    ObjectNode stripped = clr.deepCopy();
    stripped.putObject("verification").put("type", "Signed").put("creator", KEY);
    host(SITE + "records/1", stripped);
    assertInvalid(verify(stripped.toString()), Check.Kind.PROOF, "unsigned");
  }

  @Test
  void a_publisher_does_not_speak_for_another_issuer_and_an_end_is_an_end() {
    ObjectNode foreign = clr.deepCopy();
    ((ObjectNode) foreign.at("/assertions/0/achievement/issuer")).put("id", "https://o.example/i");
    VerificationReport vouched = verify(SignedClr.sign(foreign, key));
    assertThat(vouched.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(vouched.nested().getFirst().check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("vouched-by-another", "/assertions/0"));

    ((ObjectNode) clr.at("/assertions/0")).put("expires", "2026-05-31T00:00:00Z");
    VerificationReport expired = verify(SignedClr.sign(clr, key));
    assertInvalid(expired, Check.Kind.CREDENTIALS, "inside-invalid");
    assertInvalid(expired.nested().getFirst(), Check.Kind.VALIDITY, "expired");
  }

  @Test
  void endorsements_are_told_of_and_do_not_weigh() {
    Institution university =
        new Institution(PUBLISHER, "University", null, null, null, null, List.of());
    ObjectNode endorsement =
        new Clr1Endorsement(SITE + "e/1", university, SITE + "records/1", "It is so", AT)
            .document();
    clr.putArray("signedEndorsements")
        .add(SignedClr.sign(endorsement, key))
        .add(SignedClr.sign(endorsement, newKey()));

    VerificationReport report = verify(SignedClr.sign(clr, key));

    assertThat(report.endorsements())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID, Verdict.INVALID);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void an_assertion_that_comes_alone_is_asked_of_its_issuer() {
    ObjectNode alone = ((ObjectNode) clr.at("/assertions/0")).put("id", SITE + "assertions/1");

    VerificationReport report = verify(SignedClr.sign(alone, key));
    assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
    assertInvalid(verify(SignedClr.sign(alone, newKey())), Check.Kind.PROOF, "signature");
    assertThat(verify(alone.toString()).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    host(SITE + "assertions/1", alone);
    assertThat(verify(alone.toString()).verdict()).isEqualTo(Verdict.VALID);
  }
}
