package org.vellum.credentials.clr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.PublishedSchemas;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.openbadges.CredentialSchema;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Image;
import org.vellum.credentials.openbadges.Maximal;
import org.vellum.credentials.openbadges.RefreshService;
import org.vellum.credentials.openbadges.TermsOfUse;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/** Every member of the published model of CLR 2.0: written, valid, signed, verified. */
class WholeRecordTest {
  private static final String SCHEMA = "clr-2.0/schema/clr_v2p0_clrcredential_schema.json";
  private static final String SITE = "https://university.example/";

  private final Examples university = new Examples();
  private final ObjectNode endorsement =
      university.sign(Maximal.endorsement(1, SITE + "records/max").toJson());

  private ObjectNode record() {
    ObjectNode badge =
        university.sign(Maximal.badge(endorsement, endorsement, endorsement).toJson());
    List<Association> associations =
        Arrays.stream(Association.Type.values())
            .map(type -> new Association(type, SITE + "achievements/max", SITE + "achievements/1"))
            .toList();
    ClrSubject subject =
        new ClrSubject(
            "urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11",
            List.of(IdentityObject.hashed("ada", "sourcedId", "pepper")),
            List.of(Examples.achievement(1)),
            List.of(badge, university.signedBadge(1)),
            associations);
    return university.sign(
        ClrCredential.builder(
                SITE + "records/max",
                "Record",
                Maximal.profile(Examples.DID, List.of(endorsement)),
                Examples.ISSUED,
                subject)
            .description("Everything")
            .image(new Image(SITE + "seal.png", "The seal"))
            .partial(true)
            .awardedDate(Examples.ISSUED)
            .validUntil(Instant.parse("2030-01-01T00:00:00Z"))
            .credentialStatus(BitstringStatusList.entry(Examples.LIST, 9, "revocation"))
            .credentialSchema(new CredentialSchema("https://purl.imsglobal.org/x.json"))
            .evidence(List.of(Evidence.told("Portfolio", "Kept by the learner", "Portfolio")))
            .endorsement(List.of(endorsement))
            .refreshService(new RefreshService(SITE + "refresh/2"))
            .termsOfUse(List.of(new TermsOfUse(null, "https://university.example/vocab#Terms")))
            .build()
            .toJson());
  }

  @Test
  void a_record_with_every_member_and_association_is_valid_against_the_published_schema() {
    assertThat(PublishedSchemas.errors(SCHEMA, record())).isEmpty();
    assertThat(record().at("/credentialSubject/association")).hasSize(8);
  }

  @Test
  void no_member_of_a_record_is_left_out() {
    JsonNode schema = StandardsFiles.json(SCHEMA);
    Set<String> missing = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(name -> missing.add("root." + name));
    PublishedSchemas.members(schema).stream()
        .filter(member -> member.matches("(ClrSubject|Association|TermsOfUse|RefreshService)\\..*"))
        .forEach(missing::add);
    missing.removeAll(PublishedSchemas.used(schema, "root", record()));

    // Never under a signature over RDF.
    assertThat(missing).containsExactly("root.endorsementJwt");
  }

  @Test
  void what_is_signed_verifies_with_everything_inside() {
    VerificationReport report =
        new Verifier().verify(Examples.bytes(record()), university.documents(), Examples.NOW);

    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.CONTEXT).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.CREDENTIALS).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.ENDORSEMENTS).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_learners_whole_record_with_terms_and_averages_is_valid_too() {
    ObjectNode clr = ClrRecords.write(Transcripts.rich(), university::sign).value();

    assertThat(PublishedSchemas.errors(SCHEMA, clr)).isEmpty();
    assertThat(EmptyMembers.in(clr)).isEmpty();
    assertThat(clr.findValuesAsText("resultType")).contains("GradePointAverage");
  }
}
