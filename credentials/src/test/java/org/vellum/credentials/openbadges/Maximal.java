package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vellum.credentials.Examples;
import org.vellum.credentials.status.BitstringStatusList;

/** Credentials that say everything that the model can say. */
public final class Maximal {
  private static final String SITE = "https://university.example/";
  private static final Image IMAGE = new Image(SITE + "emblem.png", "The emblem");

  private Maximal() {}

  public static Profile profile(String id, List<ObjectNode> endorsements) {
    return Profile.builder(id)
        .name("Example University")
        .url(SITE)
        .email("registrar@university.example")
        .phone("+16175551212")
        .description("A university")
        .image(IMAGE)
        .official("Grace Hopper, Registrar")
        .givenName("Grace")
        .familyName("Hopper")
        .otherIdentifier(List.of(new IdentifierEntry("org-1", "sourcedId")))
        .address(
            new Address(
                "United States",
                "US",
                "MA",
                "Cambridge",
                "1 Main Street",
                "77",
                "02139",
                new GeoCoordinates(new BigDecimal("42.36"), new BigDecimal("-71.09"))))
        .parentOrg(Profile.builder("https://system.example").name("The system").build())
        .person(
            new PersonNames(
                "Brewster", "Walterovna", "Dr", "PhD", "van", LocalDate.of(1906, 12, 9)))
        .endorsement(endorsements)
        .accreditations(
            List.of(
                new AccreditationProfile(
                    Profile.builder("https://accreditor.example").name("The commission").build(),
                    "Write to us",
                    "https://accreditor.example/logo.png",
                    "New England",
                    LocalDate.of(2020, 1, 2),
                    "Postsecondary")))
        .build();
  }

  static Achievement achievement(List<ObjectNode> endorsements) {
    String id = SITE + "achievements/max";
    Alignment alignment =
        new Alignment(
            "Explains", SITE + "items/1", "CFItem", "COM-1", "Explains decisions", "Leadership");
    return Achievement.builder(id, "Explains", "Explains a decision", criteria())
        .achievementType("Competency")
        .creator(profile("https://creator.example", List.of()))
        .creditsAvailable(new BigDecimal("1.5"))
        .fieldOfStudy("Communication")
        .humanCode("COM-1")
        .image(IMAGE)
        .inLanguage("en-US")
        .specialization("Boards")
        .version("2026.1")
        .alignment(List.of(alignment))
        .otherIdentifier(List.of(new IdentifierEntry("c-1", "systemId")))
        .resultDescription(List.of(rubric(id, alignment), exam(id)))
        .tag(List.of("talk"))
        .related(List.of(new Related(SITE + "achievements/es", "es", "2026.1")))
        .endorsement(endorsements)
        .build();
  }

  private static Criteria criteria() {
    return new Criteria(SITE + "criteria/1", "Talk to a board.");
  }

  private static ResultDescription rubric(String id, Alignment alignment) {
    RubricCriterionLevel level =
        new RubricCriterionLevel(
            id + "/rubric/1", "Mastered", "Talks well", "1", "10", List.of(alignment));
    return ResultDescription.builder(id + "/rubric", "Mastery", "RubricCriterionLevel")
        .requiredLevel(id + "/rubric/1")
        .alignment(List.of(alignment))
        .rubricCriterionLevel(List.of(level))
        .build();
  }

  private static ResultDescription exam(String id) {
    return ResultDescription.builder(id + "/exam", "Exam", "Percent")
        .requiredValue("60")
        .valueMin("0")
        .valueMax("100")
        .allowedValue(List.of("0", "50", "100"))
        .assessment(
            new Assessment(
                "An hour of questions",
                "Exam",
                "Written answers",
                false,
                true,
                "Two assessors",
                SITE + "exam/example",
                "A key",
                SITE + "exam/studies"))
        .build();
  }

  static AchievementSubject subject(List<ObjectNode> endorsements) {
    Achievement achievement = achievement(endorsements);
    String rubric = achievement.id() + "/rubric";
    return AchievementSubject.builder(achievement)
        .id("urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11")
        .activityStartDate(Instant.parse("2026-01-10T00:00:00Z"))
        .activityEndDate(Instant.parse("2026-04-30T00:00:00Z"))
        .creditsEarned(new BigDecimal("1.5"))
        .licenseNumber("L-1")
        .narrative("Talked to a real board.")
        .role("Speaker")
        .source(profile("https://assessor.example", List.of()))
        .term("Spring 2026")
        .identifier(List.of(IdentityObject.hashed("ada", "sourcedId", "pepper")))
        .result(
            List.of(
                new Result(
                    rubric,
                    "10",
                    rubric + "/1",
                    "Completed",
                    List.of(new Alignment("Talks", SITE + "items/2", null, null, null, null)))))
        .image(IMAGE)
        .build();
  }

  private static <B extends CredentialBuilder<B>> B details(B builder, int index) {
    return builder
        .description("Everything")
        .awardedDate(Examples.ISSUED)
        .validUntil(Instant.parse("2030-01-01T00:00:00Z"))
        .credentialStatus(BitstringStatusList.entry(Examples.LIST, index, "revocation"))
        .credentialSchema(
            new CredentialSchema("https://purl.imsglobal.org/spec/ob/v3p0/schema/json/x.json"))
        .refreshService(new RefreshService(SITE + "refresh/1"))
        .termsOfUse(
            List.of(new TermsOfUse(SITE + "terms", "https://university.example/vocab#Terms")))
        .evidence(
            List.of(
                new Evidence(SITE + "work", "Talk", "A film", "It went well", "Film", "Board")));
  }

  /** An endorsement, unsigned. */
  public static EndorsementCredential endorsement(
      int number, String endorsed, ObjectNode... ofIssuer) {
    return details(
            EndorsementCredential.builder(
                SITE + "endorsements/" + number,
                "We agree",
                profile(Examples.DID, List.of(ofIssuer)),
                Examples.ISSUED,
                new EndorsementSubject(endorsed, "It is what it says")),
            number)
        .build();
  }

  /** A badge, unsigned, with these endorsements of its achievement, its issuer and itself. */
  public static AchievementCredential badge(
      ObjectNode ofAchievement, ObjectNode ofIssuer, ObjectNode ofBadge) {
    return details(
            AchievementCredential.builder(
                SITE + "credentials/max",
                "Explains",
                profile(Examples.DID, List.of(ofIssuer)),
                Examples.ISSUED,
                subject(List.of(ofAchievement))),
            7)
        .image(IMAGE)
        .endorsement(List.of(ofBadge))
        .build();
  }
}
