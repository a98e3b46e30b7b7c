package org.vellum.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vellum.credentials.clr.Association;
import org.vellum.credentials.clr.ClrCredential;
import org.vellum.credentials.clr.ClrSubject;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Result;
import org.vellum.credentials.openbadges.ResultDescription;
import org.vellum.credentials.openbadges.RubricCriterionLevel;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;

/** A university, its key, its status list, and what it issues; and the web on which they stand. */
public final class Examples {
  public static final Instant ISSUED = Instant.parse("2026-05-01T08:00:00Z");
  public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  public static final String DID = "did:web:university.example";
  public static final URI LIST = URI.create("https://university.example/status/1");

  public final IssuerKey key = IssuerKey.generate(DID);
  public final BitstringStatusList statusList =
      BitstringStatusList.empty(BitstringStatusList.MINIMUM_LENGTH);
  public final Map<URI, String> web = new HashMap<>();
  private final EddsaRdfc2022 suite = new EddsaRdfc2022();

  public Examples() {
    publishKeys(List.of(key));
    publishStatusList();
  }

  public void publishKeys(List<IssuerKey> keys) {
    ObjectNode document =
        DidWeb.document(DID, keys.stream().map(IssuerKey::verificationKey).toList());
    web.put(DidWeb.documentUrl(DID), document.toString());
  }

  public void publishStatusList() {
    ObjectNode list = statusList.credential(LIST, DID, "revocation", ISSUED);
    web.put(LIST, sign(list).toString());
  }

  public ObjectNode sign(ObjectNode credential) {
    return suite.sign(credential, key, ISSUED);
  }

  /** The web as a verifier sees it. */
  public Documents documents() {
    return url -> {
      String body = web.get(url);
      return body == null
          ? new Fetched.Missing("404")
          : new Fetched.Found(body.getBytes(StandardCharsets.UTF_8), "application/json");
    };
  }

  public static Profile issuer() {
    return Profile.builder(DID)
        .name("Example University")
        .url("https://university.example/")
        .email("registrar@university.example")
        .otherIdentifier(List.of(new IdentifierEntry("org-1", "sourcedId")))
        .build();
  }

  public static Achievement achievement(int number) {
    String id = "https://university.example/achievements/" + number;
    return Achievement.builder(
            id,
            "Explain a decision to a board " + number,
            "The learner explains a decision – with its costs – to a board.",
            Criteria.of("Assessed twice by *two* assessors."))
        .achievementType("Competency")
        .humanCode("COM-" + number)
        .version("2026.1")
        .creator(issuer())
        .creditsAvailable(new BigDecimal("1.5"))
        .inLanguage("en")
        .tag(List.of("communication", "board"))
        .otherIdentifier(List.of(new IdentifierEntry("c-" + number, "sourcedId")))
        .alignment(
            List.of(
                Alignment.toCaseItem(
                    "Explains decisions",
                    "https://university.example/competency/ims/case/v1p1/CFItems/" + number,
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
                    .build(),
                ResultDescription.builder(id + "/score", "Score", "Percent")
                    .valueMin("0")
                    .valueMax("100")
                    .requiredValue("80")
                    .allowedValue(List.of("0", "50", "100"))
                    .build()))
        .build();
  }

  public static AchievementSubject subject(int number) {
    String id = "https://university.example/achievements/" + number;
    return AchievementSubject.builder(achievement(number))
        .id("urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11")
        .identifier(List.of(IdentityObject.hashed("ada", "sourcedId", "pepper")))
        .activityStartDate(Instant.parse("2026-01-10T00:00:00Z"))
        .activityEndDate(Instant.parse("2026-04-30T00:00:00Z"))
        .creditsEarned(new BigDecimal("1.5"))
        .narrative("Presented to a real board.")
        .source(issuer())
        .result(
            List.of(
                Result.ofLevel(id + "/rubric", id + "/rubric/2"),
                Result.ofValue(id + "/score", "91")))
        .build();
  }

  /** A badge with everything that the story needs, unsigned. */
  public static AchievementCredential.Builder badge(int number) {
    return AchievementCredential.builder(
            "https://university.example/credentials/" + number,
            "Explain a decision to a board",
            issuer(),
            ISSUED,
            subject(number))
        .description("Awarded for explaining.")
        .awardedDate(ISSUED)
        .validUntil(Instant.parse("2030-01-01T00:00:00Z"))
        .credentialStatus(BitstringStatusList.entry(LIST, number, "revocation"))
        .evidence(
            List.of(
                new Evidence(
                    "https://university.example/evidence/" + number,
                    "Recording",
                    "A video of the talk",
                    "Twenty minutes",
                    "Video",
                    "Assessors"),
                Evidence.told("Portfolio", "Kept by the learner", "Portfolio")));
  }

  public ObjectNode signedBadge(int number) {
    return sign(badge(number).build().toJson());
  }

  /** A record around credentials, unsigned. */
  public static ClrCredential.Builder record(List<ObjectNode> credentials) {
    ClrSubject subject =
        new ClrSubject(
            "urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11",
            List.of(IdentityObject.plain("Ada Example", "name")),
            List.of(achievement(100)),
            credentials,
            List.of(
                new Association(
                    Association.Type.isChildOf,
                    "https://university.example/achievements/1",
                    "https://university.example/achievements/100")));
    return ClrCredential.builder(
            "https://university.example/records/1", "Record of Ada", issuer(), ISSUED, subject)
        .awardedDate(ISSUED)
        .partial(false)
        .credentialStatus(BitstringStatusList.entry(LIST, 1000, "revocation"));
  }

  /** A signed record around so many signed badges. */
  public ObjectNode signedRecord(int badges) {
    List<ObjectNode> credentials = new ArrayList<>();
    for (int i = 1; i <= badges; i++) {
      credentials.add(signedBadge(i));
    }
    return sign(record(credentials).build().toJson());
  }

  public static byte[] bytes(ObjectNode document) {
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }
}
