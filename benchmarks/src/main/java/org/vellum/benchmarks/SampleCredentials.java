package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.vellum.credentials.clr.ClrCredential;
import org.vellum.credentials.clr.ClrSubject;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Result;
import org.vellum.credentials.openbadges.ResultDescription;
import org.vellum.credentials.openbadges.RubricCriterionLevel;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.status.BitstringStatusList;

/** Credentials of ordinary size: a badge of about 3 KB, a record of about 60 KB around thirty. */
final class SampleCredentials {
  static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");
  static final int EMBEDDED = 30;
  private static final String LEARNER = "urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11";
  private static final URI LIST = URI.create("https://university.example/status/1");
  private static final Profile ISSUER =
      Profile.builder("did:web:university.example")
          .name("Example University")
          .url("https://university.example/")
          .build();

  final IssuerKey key = IssuerKey.generate("did:web:university.example");
  final EddsaRdfc2022 suite = new EddsaRdfc2022();

  /** A badge with results, alignment and evidence, unsigned. */
  ObjectNode badge(int number) {
    String id = "https://university.example/achievements/" + number;
    Achievement achievement =
        achievement(number)
            .creditsAvailable(new BigDecimal("3"))
            .alignment(
                List.of(
                    Alignment.toCaseItem(
                        "Explains decisions",
                        "https://university.example/ims/case/v1p1/CFItems/" + number,
                        "COM-" + number,
                        "Leadership 2026")))
            .resultDescription(
                List.of(
                    ResultDescription.builder(id + "/rubric", "Mastery", "RubricCriterionLevel")
                        .rubricCriterionLevel(
                            List.of(
                                RubricCriterionLevel.of(id + "/rubric/1", "Emerging", "1"),
                                RubricCriterionLevel.of(id + "/rubric/2", "Mastered", "2")))
                        .requiredLevel(id + "/rubric/2")
                        .build()))
            .build();
    AchievementSubject subject =
        AchievementSubject.builder(achievement)
            .id(LEARNER)
            .identifier(List.of(IdentityObject.hashed("ada", "sourcedId", "pepper")))
            .creditsEarned(new BigDecimal("3"))
            .result(List.of(Result.ofLevel(id + "/rubric", id + "/rubric/2")))
            .build();
    return credential(number, subject)
        .description("Awarded for explaining a decision to people who have to pay for it.")
        .evidence(
            List.of(
                Evidence.told("Portfolio", "Kept by the learner", "Portfolio"),
                Evidence.told(
                    "Presentation",
                    "The board asked for an hour, and the learner answered from the data: what it"
                        + " says, what it does not say, what the other two ways would have cost,"
                        + " and who would have paid for them. Both assessors were in the room.",
                    "Recording")))
        .build()
        .toJson();
  }

  /** A record around signed badges, itself unsigned. */
  ObjectNode record() {
    List<ObjectNode> badges =
        IntStream.range(0, EMBEDDED).mapToObj(number -> sign(small(number))).toList();
    ClrSubject subject = new ClrSubject(LEARNER, List.of(), List.of(), badges, List.of());
    return ClrCredential.builder(
            "https://university.example/credentials/record", "Learner record", ISSUER, AT, subject)
        .build()
        .toJson();
  }

  ObjectNode sign(ObjectNode credential) {
    return suite.sign(credential, key, AT);
  }

  private static ObjectNode small(int number) {
    AchievementSubject subject =
        AchievementSubject.builder(achievement(number).build())
            .id(LEARNER)
            .creditsEarned(new BigDecimal("3"))
            .result(List.of(Result.ofValue("https://university.example/scale", "A")))
            .build();
    return credential(number, subject).build().toJson();
  }

  private static Achievement.Builder achievement(int number) {
    return Achievement.builder(
            "https://university.example/achievements/" + number,
            "Explain a decision to a board " + number,
            "Explains a decision with data and its costs, and says what the data cannot tell.",
            Criteria.of(
                "Assessed twice by two assessors, both at Proficient or above: once on paper, by"
                    + " the memorandum that the board would have had to decide on, and once in"
                    + " person, by questions for which nobody can prepare. Whoever fails once may"
                    + " try again after four weeks; the better result counts."))
        .achievementType("Competency")
        .humanCode("COM-" + number)
        .creator(ISSUER)
        .inLanguage("en");
  }

  private static AchievementCredential.Builder credential(int number, AchievementSubject subject) {
    return AchievementCredential.builder(
            "https://university.example/credentials/" + number,
            "Explain a decision to a board",
            ISSUER,
            AT,
            subject)
        .credentialStatus(BitstringStatusList.entry(LIST, number, "revocation"));
  }
}
