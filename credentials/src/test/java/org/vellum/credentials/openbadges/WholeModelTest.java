package org.vellum.credentials.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.PublishedSchemas;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.json.Remark;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/** Every member of the published model: written, valid, signed, verified, and read back. */
class WholeModelTest {
  private static final String BADGE =
      "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json";
  private static final String ENDORSEMENT =
      "openbadges-3.0/schema/ob_v3p0_endorsementcredential_schema.json";

  /** What a document is, and not what it says; and what the suites write and not the model. */
  private static final Set<String> FRAME = Set.of("type", "@context", "proof");

  /** Members of proofs for purposes that no credential here has. */
  private static final Set<String> OTHER_PROOFS =
      Set.of("Proof.challenge", "Proof.domain", "Proof.nonce");

  /** Types that another class writes, or whose members stand in the root. */
  private static final Set<String> WRITTEN_ELSEWHERE =
      Set.of("Context", "Proof", "ProfileRef", "CredentialStatus");

  private final Examples university = new Examples();
  private final EndorsementCredential whole =
      Maximal.endorsement(
          1, "urn:x:1", university.sign(Maximal.endorsement(4, Examples.DID).toJson()));
  private final ObjectNode endorsement = university.sign(whole.toJson());
  private final AchievementCredential badge =
      Maximal.badge(
          university.sign(Maximal.endorsement(2, "urn:x:2").toJson()),
          university.sign(Maximal.endorsement(3, "urn:x:3").toJson()),
          endorsement);
  private final ObjectNode signed = university.sign(badge.toJson());

  @Test
  void a_credential_with_every_member_is_valid_against_the_published_schemas() {
    assertThat(PublishedSchemas.errors(BADGE, signed)).isEmpty();
    assertThat(PublishedSchemas.errors(ENDORSEMENT, endorsement)).isEmpty();
  }

  @Test
  void no_member_of_the_published_schemas_is_left_out() {
    for (Map.Entry<String, ObjectNode> each :
        Map.of(BADGE, signed, ENDORSEMENT, endorsement).entrySet()) {
      JsonNode schema = StandardsFiles.json(each.getKey());
      Set<String> missing = new TreeSet<>(PublishedSchemas.members(schema));
      schema.path("properties").fieldNames().forEachRemaining(name -> missing.add("root." + name));
      missing.removeAll(PublishedSchemas.used(schema, "root", each.getValue()));
      missing.removeAll(OTHER_PROOFS);
      // Never under a signature over RDF; see WithheldTermsTest.
      missing.removeIf(member -> member.endsWith(".endorsementJwt"));

      assertThat(missing).as(each.getKey()).isEmpty();
    }
  }

  @Test
  void every_member_of_the_published_schema_has_its_place_in_the_builders() {
    Set<String> without = new TreeSet<>();
    for (String member : PublishedSchemas.members(StandardsFiles.json(BADGE))) {
      String type = member.substring(0, member.indexOf('.'));
      String name = member.substring(member.indexOf('.') + 1);
      if (!WRITTEN_ELSEWHERE.contains(type) && !FRAME.contains(name) && !has(type, name)) {
        without.add(member);
      }
    }

    assertThat(without).isEmpty();
  }

  private static boolean has(String type, String member) {
    Set<String> places = new HashSet<>();
    for (String name :
        List.of(type, type + "$Builder", type.equals("Profile") ? "PersonNames" : type)) {
      try {
        Class<?> found = Class.forName("org.vellum.credentials.openbadges." + name);
        Arrays.stream(found.getMethods()).map(Method::getName).forEach(places::add);
        if (found.isRecord()) {
          Arrays.stream(found.getRecordComponents())
              .map(RecordComponent::getName)
              .forEach(places::add);
        }
      } catch (ClassNotFoundException e) {
        assertThat(name).endsWith("$Builder"); // small parts have none
      }
    }
    return places.contains(member);
  }

  @Test
  void what_is_signed_verifies_with_its_endorsements() {
    VerificationReport report =
        new Verifier().verify(Examples.bytes(signed), university.documents(), Examples.NOW);

    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.CONTEXT).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.ENDORSEMENTS).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void what_is_read_back_is_equal() {
    ReadCredential<AchievementCredential> read = CredentialReader.badge(signed);
    ReadCredential<EndorsementCredential> endorsed = CredentialReader.endorsement(endorsement);

    assertThat(read.remarks()).isEmpty();
    assertThat(read.credential()).isEqualTo(badge);
    assertThat(endorsed.remarks()).isEmpty();
    assertThat(endorsed.credential()).isEqualTo(whole);
  }

  @Test
  void the_extensions_for_education_bring_their_contexts() {
    assertThat(signed.path("@context"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
            "https://purl.imsglobal.org/spec/ob-assessment/v2p0/context/",
            "https://purl.imsglobal.org/spec/ob-accred/v2p0/context/");
    JsonNode exam = signed.at("/credentialSubject/achievement/resultDescription/1");
    assertThat(exam.path("type"))
        .extracting(JsonNode::asText)
        .contains("AssessmentResultDescription");
    JsonNode schema =
        StandardsFiles.json("openbadges-3.0/extensions/assessmentExtension/v2p0/schema.json")
            .at("/$defs/AssessmentResultDescription");
    assertThat(schema.path("required"))
        .allSatisfy(name -> assertThat(exam.has(name.asText())).as(name.asText()).isTrue());
    assertThat(schema.path("properties").fieldNames())
        .toIterable()
        .filteredOn(name -> !exam.has(name))
        // Its context defines neither title nor required, so no signature would cover a section.
        .containsExactly("sections");
  }

  @Test
  void what_strangers_write_otherwise_is_read_and_what_is_unknown_is_kept_and_told() {
    ObjectNode foreign = signed.deepCopy();
    foreign.put("shelf", "B7");
    foreign.put("awardedDate", "2026-05-01T10:00:00+02:00");
    foreign.set("evidence", foreign.path("evidence").get(0));
    ObjectNode subject = (ObjectNode) foreign.path("credentialSubject");
    subject.put("source", "https://assessor.example");
    ObjectNode achievement = (ObjectNode) subject.path("achievement");
    achievement.putObject("name").put("en", "Explains").put("es", "Explica");
    achievement.put("name", "Explains").putObject("fieldOfStudy").put("en", "Communication");
    ((ObjectNode) achievement.path("image")).put("id", "emblem.png");
    ((ObjectNode) achievement.path("alignment").get(0)).put("targetUrl", "items/1");

    ReadCredential<AchievementCredential> read = CredentialReader.badge(foreign);

    assertThat(read.tree()).isSameAs(foreign);
    assertThat(read.credential()).isNotNull();
    assertThat(read.remarks())
        .extracting(Remark::place)
        .containsExactlyInAnyOrder(
            "/shelf",
            "/credentialSubject/achievement/fieldOfStudy",
            "/credentialSubject/achievement/image",
            "/credentialSubject/achievement/alignment");
  }

  @Test
  void nonsense_is_no_credential_and_is_told() {
    for (String text :
        List.of(
            "{}",
            "{\"credentialSubject\":[]}",
            "{\"id\":\"x\",\"issuer\":3,\"validFrom\":\"soon\",\"credentialSubject\":{\"id\":\"a\"}}",
            "{\"issuer\":{\"parentOrg\":{\"id\":\"urn:x:1\"}},\"credentialSubject\":"
                + "{\"achievement\":{\"criteria\":{\"narrative\":\"x\"}}}}")) {
      ObjectNode tree = StandardsFiles.parse(text);

      assertThat(CredentialReader.badge(tree).credential()).isNull();
      assertThat(CredentialReader.badge(tree).remarks()).hasSize(1);
      assertThat(CredentialReader.endorsement(tree).credential()).isNull();
    }
  }
}
