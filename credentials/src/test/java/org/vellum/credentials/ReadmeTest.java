package org.vellum.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.baking.Baking;
import org.vellum.credentials.baking.Kind;
import org.vellum.credentials.baking.Pictures;
import org.vellum.credentials.clr.Association;
import org.vellum.credentials.clr.ClrCredential;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.clr.ClrSubject;
import org.vellum.credentials.clr1.Clr1Records;
import org.vellum.credentials.file.FileVerifier;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges2.Downgrade;
import org.vellum.credentials.openbadges2.Upgrade;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;

/** The examples of the README: compiled and run here, and the same to the letter there. */
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("    // README: begin\n(.*?)    // README: end\n", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);

  private final Instant now = Examples.NOW;
  private final URI listUrl = URI.create("https://university.example/status/1");

  @Test
  void the_examples_of_the_readme_work() {
    // README: begin
    IssuerKey key = IssuerKey.generate("did:web:university.example");
    Profile issuer = Profile.builder(key.controller()).name("Example University").build();
    Achievement achievement =
        Achievement.builder(
                "https://university.example/achievements/1",
                "Explains decisions",
                "Explains a decision to a board.",
                Criteria.of("Talk to a board, twice."))
            .achievementType("Competency")
            .build();
    AchievementCredential badge =
        AchievementCredential.builder(
                "https://university.example/credentials/1",
                "Explains decisions",
                issuer,
                now,
                AchievementSubject.builder(achievement).id("urn:uuid:1").build())
            .credentialStatus(BitstringStatusList.entry(listUrl, 1, "revocation"))
            .build();
    ObjectNode signed = new EddsaRdfc2022().sign(badge.toJson(), key, now);
    // README: end

    ObjectNode signedRecord = records(key, issuer, achievement, signed);
    verifies(key, signedRecord);
    bakes(signed);
    converts(badge, signedRecord);
  }

  private ObjectNode records(
      IssuerKey key, Profile issuer, Achievement achievement, ObjectNode signed) {
    // README: begin
    ClrSubject learner =
        new ClrSubject(
            "urn:uuid:1",
            List.of(IdentityObject.plain("Ada Example", "name")),
            List.of(),
            List.of(signed), // what is inside is signed first
            List.of(
                new Association(
                    Association.Type.isChildOf,
                    achievement.id(),
                    "https://university.example/achievements/leadership")));
    ClrCredential record =
        ClrCredential.builder(
                "https://university.example/records/1", "Record of Ada", issuer, now, learner)
            .build();
    ObjectNode signedRecord = new EddsaRdfc2022().sign(record.toJson(), key, now);
    // README: end
    return signedRecord;
  }

  private void verifies(IssuerKey key, ObjectNode signedRecord) {
    Documents documents = documents(key);
    byte[] bytes = signedRecord.toString().getBytes(UTF_8);
    // README: begin
    // JSON or a token, a PNG or SVG badge, ELMO, PESC or PDF: told by what is in it
    VerificationReport report = new FileVerifier().verify(bytes, documents, now).report();
    report.verdict(); // VALID, INVALID or COULD_NOT_BE_CHECKED
    report.check(Check.Kind.PROOF).findings(); // what was found, with its place
    report.nested(); // one report for each credential of a record
    // README: end

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.nested()).hasSize(1);
  }

  private static void bakes(ObjectNode signed) {
    byte[] picture = Pictures.png();
    // README: begin
    Baking baking = Baking.bake(picture, signed.toString(), Kind.OPEN_BADGES_3);
    if (baking instanceof Baking.Baked baked) {
      BakedBadge inside = BakedBadge.extract(baked.image()); // Found, NoBadge or Unreadable
      assertThat(inside).isInstanceOf(BakedBadge.Found.class);
    }
    // README: end
    assertThat(baking).isInstanceOf(Baking.Baked.class);
  }

  private static void converts(AchievementCredential badge, ObjectNode signedRecord) {
    // README: begin
    Converted<ObjectNode> assertion =
        Downgrade.of(badge, "https://university.example/badge.png"); // Open Badges 2.0
    assertion.losses(); // what 2.0 has no place for, with its place
    Converted<AchievementCredential> again =
        Upgrade.of(assertion.value(), "did:web:university.example");

    Converted<LearnerRecord> read = ClrRecords.read(signedRecord);
    ObjectNode older = Clr1Records.write(read.value()).value(); // CLR 1.0
    // README: end
    assertThat(again.value().credentialSubject().id()).isEqualTo("urn:uuid:1");
    assertThat(older.path("assertions")).hasSize(1);
  }

  @Test
  void the_readme_has_these_examples_to_the_letter() throws IOException {
    Path module =
        Path.of(System.getProperty("vellum.root", "..")).resolve("credentials").normalize();
    String source =
        Files.readString(module.resolve("src/test/java/org/vellum/credentials/ReadmeTest.java"));
    List<String> examples = new ArrayList<>();
    for (String each : found(EXAMPLE, source)) {
      examples.add(each.replaceAll("(?m)^    ", ""));
    }

    assertThat(found(BLOCK, Files.readString(module.resolve("README.md"))))
        .hasSize(5)
        .isEqualTo(examples);
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private Documents documents(IssuerKey key) {
    ObjectNode did = DidWeb.document(key.controller(), List.of(key.verificationKey()));
    ObjectNode list =
        BitstringStatusList.empty(BitstringStatusList.MINIMUM_LENGTH)
            .credential(listUrl, key.controller(), "revocation", Examples.ISSUED);
    ObjectNode signed = new EddsaRdfc2022().sign(list, key, Examples.ISSUED);
    return url ->
        new Fetched.Found(
            (url.equals(listUrl) ? signed : did).toString().getBytes(UTF_8), "application/json");
  }
}
