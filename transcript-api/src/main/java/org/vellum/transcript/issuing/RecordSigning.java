package org.vellum.transcript.issuing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.credentials.clr.ClrCredential;
import org.vellum.credentials.clr.ClrSubject;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.CredentialSchema;
import org.vellum.platform.json.Json;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.Signer;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.status.StatusEntry;
import org.vellum.transcript.status.StatusLists;

/**
 * Makes a record from its draft: first the new achievements are signed, then what holds them all.
 */
@Component
class RecordSigning {
  private static final CredentialSchema SCHEMA =
      new CredentialSchema(
          "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
              + "ob_v3p0_achievementcredential_schema.json");

  private final Holders holders;
  private final StatusLists lists;
  private final Issuer issuer;
  private final Signer signer;
  private final AchievementWriter writer;
  private final RecordDrafts drafts;
  private final Clock clock;
  private final Ids ids;

  @Inject
  RecordSigning(
      Holders holders,
      StatusLists lists,
      Issuer issuer,
      Signer signer,
      AchievementWriter writer,
      RecordDrafts drafts,
      Clock clock,
      Ids ids) {
    this.holders = holders;
    this.lists = lists;
    this.issuer = issuer;
    this.signer = signer;
    this.writer = writer;
    this.drafts = drafts;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * A record, signed and not yet kept.
   *
   * @param record the record
   * @param achievements all that it holds, in its order
   * @param signed those that were signed for it
   * @param verificationMethod the key that signed
   */
  record SignedRecord(
      PublishedRecord record,
      List<IssuedAchievement> achievements,
      List<IssuedAchievement> signed,
      String verificationMethod) {}

  /** What all credentials of one record have in common. */
  private record Occasion(
      Learner learner, Holder holder, IssuerKey key, Instant now, Map<UUID, StatusEntry> places) {}

  /** Signs what the draft says of the learner. */
  SignedRecord sign(Learner learner, RecordDraft draft) {
    UUID id = ids.nextV4();
    Map<UUID, Achieved> fresh = new LinkedHashMap<>();
    draft.fresh().forEach(achieved -> fresh.put(ids.nextV4(), achieved));
    List<UUID> credentials = new ArrayList<>(fresh.keySet());
    credentials.add(id);
    Occasion occasion =
        new Occasion(
            learner,
            holders.of(learner.id()),
            signer.key(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            lists.allocate(credentials));
    List<IssuedAchievement> signed = new ArrayList<>();
    fresh.forEach((credential, achieved) -> signed.add(signed(credential, achieved, occasion)));
    List<IssuedAchievement> all = new ArrayList<>(draft.reused());
    all.addAll(signed);
    all.sort(
        Comparator.comparing(IssuedAchievement::kind, Comparator.reverseOrder())
            .thenComparing(IssuedAchievement::achievedAt)
            .thenComparing(IssuedAchievement::title)
            .thenComparing(IssuedAchievement::fact));
    int version = draft.current().map(PublishedRecord::version).orElse(0) + 1;
    String document = text(signer.sign(record(id, all, occasion), occasion.key(), occasion.now()));
    PublishedRecord record =
        new PublishedRecord(id, learner.id(), version, occasion.now(), Optional.empty(), document);
    return new SignedRecord(record, all, signed, occasion.key().verificationMethod());
  }

  private IssuedAchievement signed(UUID id, Achieved achieved, Occasion occasion) {
    AchievementCredential credential =
        AchievementCredential.builder(
                issuer.credentialUrl(id).toString(),
                writer.name(achieved),
                issuer.profile(),
                occasion.now(),
                writer.subject(achieved, occasion.holder(), occasion.learner()))
            .awardedDate(achieved.at())
            .credentialStatus(status(id, occasion))
            .credentialSchema(SCHEMA)
            .evidence(writer.evidence(achieved))
            .build();
    ObjectNode document = signer.sign(credential.toJson(), occasion.key(), occasion.now());
    return new IssuedAchievement(
        id,
        occasion.learner().id(),
        achieved.id(),
        achieved.title(),
        achieved.kind(),
        achieved.at(),
        occasion.now(),
        drafts.contentHash(achieved, occasion.learner()),
        text(document));
  }

  private ObjectNode record(UUID id, List<IssuedAchievement> achievements, Occasion occasion) {
    ClrSubject subject =
        new ClrSubject(
            occasion.holder().subjectId(),
            writer.identities(occasion.holder(), occasion.learner()),
            List.of(),
            achievements.stream().map(RecordSigning::tree).toList(),
            List.of());
    return ClrCredential.builder(
            issuer.credentialUrl(id).toString(),
            "Learner record of " + issuer.name(),
            issuer.profile(),
            occasion.now(),
            subject)
        .description("Competencies attained and courses completed, as of the day of issue.")
        .credentialStatus(status(id, occasion))
        .build()
        .toJson();
  }

  private ObjectNode status(UUID credential, Occasion occasion) {
    StatusEntry place = occasion.places().get(credential);
    if (place == null) {
      throw new IllegalStateException("every credential of the record was given a place");
    }
    return place.credentialStatus(issuer);
  }

  /** The credential as it was signed. */
  static ObjectNode tree(IssuedAchievement achievement) {
    try {
      return (ObjectNode) Json.mapper().readTree(achievement.credential());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is kept as it was", e);
    }
  }

  private static String text(ObjectNode document) {
    try {
      return Json.mapper().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written as JSON", e);
    }
  }
}
