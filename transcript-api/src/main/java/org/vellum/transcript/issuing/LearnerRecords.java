package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.records.Attainments;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.records.Learners;
import org.vellum.transcript.status.Revocation;
import org.vellum.transcript.status.Revocations;

/** Puts together what a registrar sees of a learner's record. */
@Component
class LearnerRecords {
  private final Learners learners;
  private final Attainments attainments;
  private final PublishedRecords records;
  private final RecordDrafts drafts;
  private final Revocations revocations;
  private final IssuedCredentials credentials;

  @Inject
  LearnerRecords(
      Learners learners,
      Attainments attainments,
      PublishedRecords records,
      RecordDrafts drafts,
      Revocations revocations,
      IssuedCredentials credentials) {
    this.learners = learners;
    this.attainments = attainments;
    this.records = records;
    this.drafts = drafts;
    this.revocations = revocations;
    this.credentials = credentials;
  }

  Optional<LearnerRecord> find(UUID learner) {
    return learners.find(learner).map(this::of);
  }

  /** Whether a credential was issued to the learner. */
  boolean owns(UUID learner, UUID credential) {
    return credentials.belongs(credential, learner);
  }

  private LearnerRecord of(Learner learner) {
    RecordDraft draft = drafts.of(learner);
    return new LearnerRecord(
        learner,
        attainments.listOf(learner.id()),
        attainments.listCompletionsOf(learner.id()),
        records.listVersions(learner.id()),
        draft.current().map(this::published).orElse(List.of()),
        LearnerRecord.Changes.of(draft));
  }

  private List<LearnerRecord.PublishedAchievement> published(PublishedRecord record) {
    List<IssuedAchievement> issued = records.listAchievements(record.id());
    Map<UUID, Revocation> revoked =
        revocations.among(issued.stream().map(IssuedAchievement::id).toList());
    return issued.stream()
        .map(each ->
            new LearnerRecord.PublishedAchievement(
                LearnerRecord.Summary.of(each),
                Optional.ofNullable(revoked.get(each.id())).map(Revocation::reason)))
        .toList();
  }
}
