package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/**
 * The role Issuer of Open Badges 3.0 and of CLR 2.0 as their conformance guides walk through it: a
 * valid credential with {@code eddsa-rdfc-2022}, issued to {@code conformance@imsglobal.org}, that
 * its recipient gets hold of. To be certified needs membership of 1EdTech; this is the same walk.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerRoleTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String RECIPIENT = "conformance@imsglobal.org";
  private static final String SIGNED = "application/vc+ld+json";
  private static final String BADGE =
      "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json";
  private static final String RECORD = "clr-2.0/schema/clr_v2p0_clrcredential_schema.json";

  private JsonNode record = Wire.MAPPER.missingNode();

  @BeforeAll
  void the_recipient_retrieves_what_was_issued() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution
        .registrar()
        .post(
            "/competency/rosters",
            "application/zip",
            roster(
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,"
                    + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,"
                    + "password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
                    + "preferredFamilyName,primaryOrgSourcedId,pronouns\n"
                    + "learner-mateo,active,2026-11-01T00:00:00.000Z,true,mateo,,Mateo,Quispe,,,"
                    + RECIPIENT
                    + ",,,,,,,,,,aru,\n"));
    institution.replaceCatalogue();
    institution.sendResults(institution.connectLms("Conformance LMS"), sent -> {});
    String learner = institution.await("learner-mateo", 1, 0, Duration.ofMinutes(1)).learner();
    institution.publish(learner);
    record = Wire.MAPPER.readTree(VELLUM.signedIn("mateo").get("/my/record.json", SIGNED).body());
  }

  @Test
  void the_record_is_a_valid_clr_with_its_achievements_inside() throws Exception {
    Official.credential(RECORD, record);
    assertThat(record.at("/credentialSubject/verifiableCredential")).isNotEmpty();
    signedAsTheGuideAsks(record);
    verdictIsValid(record);
  }

  @Test
  void each_badge_is_valid_alone_and_the_recipient_gets_it_at_its_address() throws Exception {
    PublicApi recipient = VELLUM.signedIn("mateo");
    for (JsonNode badge : record.at("/credentialSubject/verifiableCredential")) {
      Official.credential(BADGE, badge);
      signedAsTheGuideAsks(badge);
      String path = path(badge.get("id").asText());
      JsonNode retrieved = Wire.MAPPER.readTree(recipient.get(path, SIGNED).body());
      assertThat(retrieved).isEqualTo(badge);
      assertThat(Wire.to(VELLUM.address()).get(path, SIGNED).statusCode())
          .as("a badge is its recipient's alone")
          .isEqualTo(404);
    }
    verdictIsValid(record.at("/credentialSubject/verifiableCredential/0"));
  }

  @Test
  void it_is_issued_to_the_recipient_of_the_conformance_test() throws Exception {
    for (JsonNode credential : record.findParents("credentialSubject")) {
      JsonNode identity = identity(credential.get("credentialSubject"));
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      String salted = RECIPIENT + identity.get("salt").asText();
      assertThat(identity.get("identityHash").asText())
          .isEqualTo("sha256$" + HexFormat.of().formatHex(sha256.digest(salted.getBytes(UTF_8))));
    }
  }

  @Test
  void the_command_line_of_a_stranger_agrees(@TempDir Path folder) throws Exception {
    String status = record.at("/credentialStatus/statusListCredential").asText();
    String did = record.at("/issuer/id").asText();
    Files.writeString(folder.resolve("record.json"), record.toString());
    Files.writeString(folder.resolve("did.json"), read("/.well-known/did.json", Wire.JSON));
    Files.writeString(folder.resolve("status.json"), read(path(status), SIGNED));
    CommandLine.Said said =
        new CommandLine(folder)
            .run(
                "verify",
                "--offline",
                "--resolve=" + did + "=did.json",
                "--resolve=" + status + "=status.json",
                "record.json");
    assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
  }

  private static JsonNode identity(JsonNode subject) {
    for (JsonNode each : subject.get("identifier")) {
      if (each.get("identityType").asText().equals("emailAddress")) {
        assertThat(each.get("hashed").asBoolean()).isTrue();
        return each;
      }
    }
    throw new AssertionError("no e-mail address identifies the recipient: " + subject);
  }

  private static void signedAsTheGuideAsks(JsonNode credential) throws Exception {
    JsonNode proof =
        credential.get("proof").isArray() ? credential.at("/proof/0") : credential.get("proof");
    assertThat(proof.get("cryptosuite").asText()).isEqualTo("eddsa-rdfc-2022");
    assertThat(proof.get("proofPurpose").asText()).isEqualTo("assertionMethod");
    JsonNode did = Wire.MAPPER.readTree(read("/.well-known/did.json", Wire.JSON));
    assertThat(credential.at("/issuer/id")).isEqualTo(did.get("id"));
    assertThat(did.get("assertionMethod").toString())
        .contains(proof.get("verificationMethod").asText());
  }

  private static void verdictIsValid(JsonNode credential) throws Exception {
    String report =
        VELLUM.stranger().post("/verify", SIGNED, credential.toString().getBytes(UTF_8)).body();
    assertThat(Wire.MAPPER.readTree(report).get("verdict").asText()).as(report).isEqualTo("valid");
  }

  private static String read(String path, String mediaType) throws Exception {
    return VELLUM.stranger().get(path, mediaType).body();
  }

  private static String path(String address) {
    return address.substring(VELLUM.address().toString().length());
  }

  /** A delta that holds one file of users. */
  private static byte[] roster(String users) throws IOException {
    Map<String, String> files =
        Map.of(
            "manifest.csv",
            """
            propertyName,value
            manifest.version,1.0
            oneroster.version,1.2
            file.users,delta
            source.systemName,Conformance
            source.systemCode,CONFORMANCE
            """,
            "users.csv",
            users);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
