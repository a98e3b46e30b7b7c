package org.vellum.credentials.clr1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.credentials.PublishedSchemas;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.openbadges2.AssertionFinding;
import org.vellum.credentials.openbadges2.BadgeObjects;
import org.vellum.credentials.openbadges2.CheckedAssertion;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

/** Signed records, assertions and endorsements of CLR 1.0. */
class SignedClrTest {
  private static final String SCHEMAS = "clr-1.0/schema-json/clrv1p0-";
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final String PUBLISHER = "https://university.example/profile";
  private static final String KEY = "https://university.example/key#1";
  private static final String LIST = "https://university.example/revoked";

  private final IssuerKey key = key(SignatureAlgorithm.ES256);
  private final Map<URI, ObjectNode> web = new HashMap<>();
  private final ObjectNode clr = Clr1Records.write(FullRecord.record()).value();

  SignedClrTest() {
    ((ObjectNode) clr.path("publisher")).put("id", PUBLISHER);
    clr.path("assertions")
        .forEach(each -> ((ObjectNode) each.at("/achievement/issuer")).put("id", PUBLISHER));
    host(List.of(), key);
  }

  private static IssuerKey key(SignatureAlgorithm algorithm) {
    IssuerKey key = IssuerKey.generate("https://university.example", algorithm);
    return new IssuerKey(KEY, key.privateKey(), key.publicKey());
  }

  private void host(List<String> revoked, IssuerKey named) {
    ObjectNode profile = clr.path("publisher").deepCopy();
    profile.put("revocationList", LIST).set("publicKey", SignedClr.key(KEY, PUBLISHER, named));
    web.put(URI.create(PUBLISHER), profile);
    web.put(URI.create(LIST), new Clr1RevocationList(LIST, PUBLISHER, revoked).toJson());
  }

  private BadgeObjects objects() {
    return address ->
        web.containsKey(address)
            ? new BadgeObjects.Answer.Found(
                String.valueOf(web.get(address)).getBytes(StandardCharsets.UTF_8))
            : new BadgeObjects.Answer.NotFound("no such page");
  }

  private static List<String> words(CheckedAssertion checked) {
    return checked.findings().stream()
        .map(each -> each.weight() + " " + each.code() + " " + each.place())
        .toList();
  }

  private static List<Error> errors(String schema, JsonNode document) {
    return PublishedSchemas.errors(
        SpecificationVersion.DRAFT_4, StandardsFiles.json(SCHEMAS + schema), document);
  }

  private static ObjectNode payload(CheckedAssertion checked) {
    return Objects.requireNonNull(checked.assertion());
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"ED25519", "ES256", "ES384"})
  void a_record_that_its_publisher_signed_is_sound_and_meets_the_schema(SignatureAlgorithm how) {
    IssuerKey own = key(how);
    host(List.of(), own);

    CheckedAssertion checked = SignedClr.check(SignedClr.sign(clr, own), objects(), AT);

    assertThat(words(checked)).isEmpty();
    assertThat(checked.issuer()).isEqualTo(PUBLISHER);
    assertThat(payload(checked).at("/verification/type").asText()).isEqualTo("Signed");
    assertThat(errors("getclr-200-responsepayload-schemav2p0.json", payload(checked))).isEmpty();
  }

  @Test
  void a_record_of_another_key_is_refused() {
    IssuerKey forger = key(SignatureAlgorithm.ES256);

    assertThat(words(SignedClr.check(SignedClr.sign(clr, forger), objects(), AT)))
        .containsExactly("INVALID signature ");
  }

  @Test
  void what_the_publisher_took_back_is_revoked() {
    host(List.of(clr.path("id").asText()), key);

    assertThat(words(SignedClr.check(SignedClr.sign(clr, key), objects(), AT)))
        .containsExactly("INVALID revoked /id");
  }

  @Test
  void a_publisher_that_cannot_be_asked_could_not_be_checked() {
    assertThat(
            SignedClr.check(
                    SignedClr.sign(clr, key),
                    address -> new BadgeObjects.Answer.NotFound("offline"),
                    AT)
                .gravest())
        .contains(AssertionFinding.Weight.UNCHECKED);
  }

  @Test
  void signed_assertions_stand_in_a_valid_record_and_are_read_as_the_others() {
    ObjectNode signed = SignedClr.withSignedAssertions(clr, key);
    Converted<LearnerRecord> read = Clr1Records.read(signed);

    assertThat(errors("getclr-200-responsepayload-schemav2p0.json", signed)).isEmpty();
    assertThat(signed.has("assertions")).isFalse();
    assertThat(read.losses()).isEmpty();
    assertThat(read.value()).isEqualTo(Clr1Records.read(clr).value());
    assertThat(signed.path("signedAssertions"))
        .hasSize(FullRecord.record().attainments().size())
        .allSatisfy(token ->
            assertThat(words(SignedClr.checkAssertion(token.asText(), objects(), AT))).isEmpty());
  }

  @Test
  void an_endorsement_is_signed_and_meets_the_schema() {
    Clr1Endorsement endorsement =
        new Clr1Endorsement(
            "https://university.example/endorsements/1",
            new Institution(PUBLISHER, "University", null, null, null, null, List.of()),
            clr.path("id").asText(),
            "It is what it says",
            AT);
    String token = SignedClr.sign(endorsement.document(), key);
    CheckedAssertion checked = SignedClr.checkEndorsement(token, objects(), AT);

    assertThat(errors("endorsement.json", endorsement.document())).isEmpty();
    assertThat(words(checked)).isEmpty();
    assertThat(errors("endorsement.json", payload(checked))).isEmpty();
    ObjectNode with = clr.deepCopy();
    with.putArray("endorsements").add(endorsement.toJson());
    with.putArray("signedEndorsements").add(token);
    assertThat(errors("getclr-200-responsepayload-schemav2p0.json", with)).isEmpty();
    assertThat(Clr1Records.read(with).losses())
        .extracting(Loss::place)
        .containsExactly("/endorsements", "/signedEndorsements");
  }

  @Test
  void keys_and_revocation_lists_meet_their_schemas() {
    assertThat(errors("cryptographickey.json", SignedClr.key(KEY, PUBLISHER, key))).isEmpty();
    assertThat(
            errors(
                "revocationlist.json",
                new Clr1RevocationList(LIST, PUBLISHER, List.of("urn:x:1")).toJson()))
        .isEmpty();
  }

  @Test
  void a_record_of_1_0_becomes_a_valid_record_of_2_0() {
    LearnerRecord record = Clr1Records.read(SignedClr.withSignedAssertions(clr, key)).value();
    Converted<ObjectNode> successor = ClrRecords.write(record);

    assertThat(
            PublishedSchemas.errors(
                "clr-2.0/schema/clr_v2p0_clrcredential_schema.json", successor.value()))
        .isEmpty();
    assertThat(ClrRecords.read(successor.value()).value().attainments())
        .hasSameSizeAs(record.attainments());
  }
}
