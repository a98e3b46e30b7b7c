package org.vellum.credentials.clr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.PublishedSchemas;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.openbadges.Maximal;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.proof.EddsaJcs2022;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofResult;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/** A record of another issuer is handed on without touching what is signed in it. */
class ForeignRecordTest {
  private static final String SCHEMA = "clr-2.0/schema/clr_v2p0_clrcredential_schema.json";
  private static final String ID = "https://university.example/records/handed-on";
  private static final String CHILDREN = "/credentialSubject/verifiableCredential";

  private final Examples district = new Examples();
  private final Examples university = new Examples();
  private final Profile host = Examples.issuer();

  /** A badge with the extensions for education, their contexts, and endorsements of its own. */
  private ObjectNode withExtensions() {
    ObjectNode endorsement = district.sign(Maximal.endorsement(5, "urn:x:1").toJson());
    return district.sign(Maximal.badge(endorsement, endorsement, endorsement).toJson());
  }

  /** A badge under a context that nobody here knows, signed as JSON. */
  private ObjectNode underUnknownContext() {
    ObjectNode badge = Examples.badge(3).build().toJson();
    ArrayNode contexts = (ArrayNode) badge.get("@context");
    contexts.add("https://district.example/context.json");
    contexts.addObject().put("shelf", "https://district.example/terms#shelf");
    badge.put("score", 1.50).put("shelf", "B7");
    return new EddsaJcs2022().sign(badge, district.key, Examples.ISSUED);
  }

  private ObjectNode foreign(ObjectNode... children) {
    ObjectNode record =
        Examples.record(List.of(children)).description("The whole").build().toJson();
    ObjectNode subject = (ObjectNode) record.get("credentialSubject");
    ((ObjectNode) subject.at("/association/0")).putArray("type").add("Association");
    subject.withArray("association").addObject().put("associationType", "rivals");
    subject.put("homeroom", "12b");
    record.put("shelf", "C3").put("validUntil", "2030-01-01T00:00:00");
    return record.set("proof", record.objectNode().put("type", "DataIntegrityProof"));
  }

  @Test
  void the_credentials_are_the_same_and_their_proofs_hold() {
    ObjectNode foreign = foreign(district.signedBadge(1), withExtensions());
    String before = foreign.toString();

    Converted<ObjectNode> reissued = ForeignRecord.reissue(foreign, ID, host, Examples.ISSUED);
    ObjectNode signed = district.sign(reissued.value());

    assertThat(foreign.toString()).isEqualTo(before);
    assertThat(signed.at(CHILDREN)).isEqualTo(foreign.at(CHILDREN));
    assertThat(signed.at(CHILDREN).toString()).isEqualTo(foreign.at(CHILDREN).toString());
    VerificationReport report =
        new Verifier().verify(Examples.bytes(signed), district.documents(), Examples.NOW);
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested())
        .hasSize(2)
        .allSatisfy(
            child -> assertThat(child.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID));
  }

  @Test
  void the_envelope_is_new_and_what_it_does_not_carry_is_listed() {
    Converted<ObjectNode> reissued =
        ForeignRecord.reissue(foreign(district.signedBadge(1)), ID, host, Examples.NOW);
    JsonNode envelope = reissued.value();

    assertThat(envelope.path("id").asText()).isEqualTo(ID);
    assertThat(envelope.path("description").asText()).isEqualTo("The whole");
    assertThat(envelope.path("validUntil").asText()).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(envelope.at("/credentialSubject/achievement")).hasSize(1);
    assertThat(envelope.at("/credentialSubject/association/0/type").isTextual()).isTrue();
    assertThat(reissued.losses())
        .extracting(Loss::place)
        .containsExactlyInAnyOrder(
            "/credentialStatus",
            "/shelf",
            "/proof",
            "/credentialSubject/homeroom",
            "/credentialSubject/association/1");
  }

  @Test
  void the_envelope_meets_the_published_schema() {
    ObjectNode envelope =
        ForeignRecord.reissue(foreign(district.signedBadge(1)), ID, host, Examples.NOW).value();

    assertThat(PublishedSchemas.errors(SCHEMA, university.sign(envelope))).isEmpty();
  }

  @Test
  void a_credential_under_an_unknown_context_stays_as_it_is_and_the_envelope_is_signed_as_json() {
    ObjectNode child = underUnknownContext();
    ObjectNode envelope = ForeignRecord.reissue(foreign(child), ID, host, Examples.NOW).value();

    ObjectNode signed = new EddsaJcs2022().sign(envelope, university.key, Examples.NOW);

    assertThat(signed.at(CHILDREN + "/0")).isEqualTo(child);
    assertThat(
            new EddsaJcs2022()
                .verify(
                    (ObjectNode) signed.at(CHILDREN + "/0"),
                    (ObjectNode) child.path("proof"),
                    district.key.publicKey()))
        .isInstanceOf(ProofResult.Genuine.class);
  }

  @Test
  void one_that_was_handed_on_can_be_handed_on_again() {
    ObjectNode once =
        ForeignRecord.reissue(foreign(district.signedBadge(1)), ID, host, Examples.NOW).value();
    Converted<ObjectNode> twice =
        ForeignRecord.reissue(
            new EddsaRdfc2022().sign(once, university.key, Examples.NOW),
            ID + "/2",
            host,
            Examples.NOW);

    assertThat(twice.losses()).extracting(Loss::place).containsExactly("/proof");
    assertThat(twice.value().at("/credentialSubject")).isEqualTo(once.at("/credentialSubject"));
  }

  @Test
  void nonsense_is_handed_on_as_an_envelope_of_what_is_there() {
    for (String text :
        List.of(
            "{}",
            "{\"credentialSubject\":[1]}",
            "{\"credentialSubject\":{\"verifiableCredential\":\"x\",\"association\":[7,null]}}")) {
      assertThat(ForeignRecord.reissue(StandardsFiles.parse(text), ID, host, Examples.NOW).value())
          .isNotNull();
    }
  }
}
