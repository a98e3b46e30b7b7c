package org.vellum.credentials.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.PublishedSchemas;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.Maximal;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Loss;

/** Between Open Badges 2.0 and 3.0, without a detour, and with what is lost told. */
class UpgradeTest {
  private static final String IMAGE = "https://university.example/badge.png";
  private static final String ADDRESS = "https://university.example/issuer";

  private static final String FULL =
      """
      {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
       "id": "https://university.example/assertions/1",
       "recipient": {"type": "email", "hashed": true, "salt": "FleurDeSel",
        "identity": "sha256$658625b27c5ca4a8f1e1a5d3a2f2e07b2f5b2a2e1b1a2c3d4e5f60718293f5fc"},
       "verification": {"type": "HostedBadge"},
       "issuedOn": "2026-04-01T12:00:00Z", "expires": "2030-04-01T12:00:00Z",
       "image": "https://university.example/baked.png", "narrative": "Talked.",
       "evidence": [{"id": "https://university.example/works/1", "type": "Evidence",
        "name": "Talk", "narrative": "It went well", "description": "A film", "genre": "Film",
        "audience": "Board"}],
       "badge": {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass",
        "id": "https://university.example/badges/1", "name": "Explains", "description": "Talks.",
        "image": {"id": "https://university.example/badge.png", "caption": "A star"},
        "criteria": {"id": "https://university.example/criteria", "narrative": "Talk."},
        "@language": "en", "version": "2", "tags": ["talk", "board"],
        "related": [{"id": "https://university.example/badges/es", "@language": "es"}],
        "alignment": [{"targetName": "Explains", "targetUrl": "https://university.example/i/1",
         "targetCode": "C1", "targetDescription": "Well", "targetFramework": "Leadership"}],
        "extensions:assessmentExtension": {
         "@context": "https://purl.imsglobal.org/spec/ob-assessment/v1p0/context/",
         "type": ["Extension", "extensions:AssessmentExtension"],
         "description": "Explains",
         "assessments": [{"type": "Performance", "description": "A talk",
          "assessmentOutput": "A film", "hasGroupParticipation": false,
          "hasGroupEvaluation": true, "evaluationMethod": "Two assessors"}]},
        "issuer": {"@context": "https://w3id.org/openbadges/v2", "type": "Issuer",
         "id": "https://university.example/issuer", "name": "University",
         "url": "https://university.example", "email": "badges@university.example",
         "telephone": "+16175551212", "description": "A university",
         "image": "https://university.example/logo.png",
         "extensions:IssuerAccreditation": [{
          "@context": "https://purl.imsglobal.org/spec/ob-accred/v1p0/context/",
          "type": ["Extension", "extensions:IssuerAccreditation"],
          "name": "Commission", "contactInstructions": "Write", "url": "https://commission.example",
          "email": "mail@commission.example", "description": "Accredits",
          "address": {"streetAddress": "1 Main Street", "addressLocality": "Chicago",
           "addressRegion": "IL", "postalCode": "60604", "addressCountry": "US"},
          "logo": "https://commission.example/logo.png", "areaServed": "Midwest",
          "parentOrganization": {"name": "Association", "url": "https://association.example",
           "address": {"addressLocality": "Chicago"}},
          "accreditationDate": "2009-07-31", "educationalSector": "Postsecondary"}]}}}
      """;

  private final Examples university = new Examples();

  private static ObjectNode full() {
    return StandardsFiles.parse(FULL);
  }

  @Test
  void an_assertion_becomes_a_valid_badge_without_any_loss_and_its_issuer_signs_it() {
    Converted<AchievementCredential> badge = Upgrade.of(full(), Examples.DID);
    ObjectNode signed = university.sign(badge.value().toJson());

    assertThat(badge.losses()).isEmpty();
    assertThat(
            PublishedSchemas.errors(
                "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json", signed))
        .isEmpty();
    assertThat(signed.at("/issuer/id").asText()).isEqualTo(Examples.DID);
    assertThat(signed.at("/issuer/otherIdentifier/0/identifier").asText()).isEqualTo(ADDRESS);
    assertThat(signed.at("/credentialSubject/identifier/0/identityType").asText())
        .isEqualTo("emailAddress");
    assertThat(
            signed.at("/credentialSubject/achievement/resultDescription/0/assessmentType").asText())
        .isEqualTo("Performance");
  }

  @Test
  void a_badge_that_came_from_an_assertion_goes_back_without_any_loss() {
    AchievementCredential badge = Upgrade.of(full(), Examples.DID).value();
    Converted<ObjectNode> back = Downgrade.of(badge, IMAGE);

    assertThat(back.losses()).isEmpty();
    assertThat(back.value().at("/badge/issuer/id").asText()).isEqualTo(ADDRESS);
    assertThat(Upgrade.of(back.value(), Examples.DID).value()).isEqualTo(badge);
  }

  @Test
  void what_the_older_standard_has_no_place_for_is_listed() {
    ObjectNode endorsement = university.sign(Maximal.endorsement(1, "urn:x:1").toJson());
    Converted<ObjectNode> written =
        Downgrade.of(Maximal.badge(endorsement, endorsement, endorsement), IMAGE);

    assertThat(written.losses())
        .extracting(Loss::place)
        .contains(
            "/description",
            "/credentialStatus",
            "/endorsement",
            "/credentialSubject/creditsEarned",
            "/credentialSubject/identifier",
            "/credentialSubject/result",
            "/credentialSubject/achievement/achievementType",
            "/credentialSubject/achievement/humanCode",
            "/credentialSubject/achievement/alignment/0/targetType")
        .doesNotContain(
            "/id",
            "/validUntil",
            "/awardedDate",
            "/credentialSubject/id",
            "/credentialSubject/narrative",
            "/credentialSubject/achievement/name",
            "/credentialSubject/achievement/criteria/narrative",
            "/issuer/id");
  }

  @Test
  void what_the_newer_standard_has_no_place_for_is_listed() {
    ObjectNode assertion = full();
    assertion.put("shelf", "B7");
    ObjectNode badge = (ObjectNode) assertion.path("badge");
    ((ObjectNode) badge.path("alignment").get(0)).put("targetUrl", "items/1");
    badge.putArray("endorsement").add("https://a.example/endorsement");
    ((ObjectNode) badge.at("/extensions:assessmentExtension/assessments/0"))
        .putArray("sections")
        .addObject()
        .put("title", "One");

    assertThat(Upgrade.of(assertion, null).losses())
        .extracting(Loss::place)
        .containsExactlyInAnyOrder(
            "/shelf",
            "/badge/alignment",
            "/badge/endorsement",
            "/badge/extensions:assessmentExtension/assessments/0/sections");
  }

  @Test
  void every_member_that_is_written_is_a_term_of_the_published_context() {
    JsonNode terms = StandardsFiles.json("openbadges-2.x/v2/context.json").path("@context");
    Set<String> known = new TreeSet<>();
    terms.fieldNames().forEachRemaining(known::add);
    Set<String> written = new TreeSet<>();
    ObjectNode assertion = Downgrade.of(Upgrade.of(full(), null).value(), IMAGE).value();
    names(assertion, written);
    names(
        new IssuerProfile(
                Profile.builder(ADDRESS).name("U").url(ADDRESS).email("a@b.example").build(),
                List.of(Campus.KEY),
                Campus.LIST,
                List.of(Campus.SITE),
                List.of("university.example"))
            .toJson(),
        written);
    names(
        new RevocationList(
                Campus.LIST, ADDRESS, List.of(new RevocationList.Entry("urn:x:1", "7", "Error")))
            .toJson(),
        written);
    names(Campus.key(Campus.newKey(SignatureAlgorithm.ED25519), ADDRESS), written);

    written.removeAll(known);
    assertThat(written)
        .containsExactly(
            "@context",
            "@language",
            "extensions:IssuerAccreditation",
            "extensions:assessmentExtension");
  }

  /** The names of members, but for those of extensions, which have contexts of their own. */
  private static void names(JsonNode node, Set<String> names) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      names.add(member.getKey());
      if (!member.getKey().startsWith("extensions:")) {
        names(member.getValue(), names);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> names(item, names));
    }
  }

  @Test
  void the_extensions_for_education_meet_their_schemas_and_contexts() {
    ObjectNode assertion = Downgrade.of(Upgrade.of(full(), null).value(), IMAGE).value();
    JsonNode accreditation = assertion.at("/badge/issuer/extensions:IssuerAccreditation/0");
    JsonNode assessment = assertion.at("/badge/extensions:assessmentExtension");

    extension("issuerAccreditationExtension", SpecificationVersion.DRAFT_4, accreditation);
    extension("assessmentExtension", SpecificationVersion.DRAFT_6, assessment);
  }

  private static void extension(String name, SpecificationVersion version, JsonNode written) {
    String folder = "openbadges-2.x/extensions/" + name + "/";
    assertThat(
            PublishedSchemas.errors(version, StandardsFiles.json(folder + "schema.json"), written))
        .isEmpty();
    Set<String> names = new TreeSet<>();
    names(written, names);
    StandardsFiles.json(folder + "context.json")
        .path("@context")
        .fieldNames()
        .forEachRemaining(names::remove);
    assertThat(names).isSubsetOf("@context", "type");
  }

  @Test
  void a_hosted_set_of_what_is_written_is_sound() {
    ObjectNode assertion = Downgrade.of(Upgrade.of(full(), null).value(), IMAGE).value();
    ObjectNode badge = (ObjectNode) assertion.path("badge");
    Campus campus =
        new Campus().host(assertion).host(badge).host((ObjectNode) badge.path("issuer"));

    assertThat(Campus.words(campus.check(assertion))).isEmpty();
  }

  @Test
  void what_cannot_be_a_badge_is_refused_with_a_reason() {
    ObjectNode revoked = full().put("revoked", true);
    ObjectNode nobody = full();
    nobody.remove("recipient");
    ObjectNode relative = full().put("id", "1");

    assertThatThrownBy(() -> Upgrade.of(revoked, null)).hasMessageContaining("revoked");
    assertThatThrownBy(() -> Upgrade.of(nobody, null)).hasMessageContaining("recipient");
    assertThatThrownBy(() -> Upgrade.of(relative, null)).hasMessageContaining("absolute");
    for (String text : List.of("{}", "{\"badge\":[],\"issuedOn\":7,\"recipient\":{}}")) {
      assertThatThrownBy(() -> Upgrade.of(StandardsFiles.parse(text), null))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_issuer_without_name_address_or_mail_is_none() {
    assertThatThrownBy(() -> IssuerProfile.hosting(Profile.builder(ADDRESS).name("U").build()))
        .hasMessageContaining("email");
  }
}
