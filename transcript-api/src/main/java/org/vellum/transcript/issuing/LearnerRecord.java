package org.vellum.transcript.issuing;

import java.util.List;
import java.util.Optional;
import org.vellum.transcript.records.Attainment;
import org.vellum.transcript.records.Completion;
import org.vellum.transcript.records.Learner;

/**
 * A learner's record as the registrar works on it.
 *
 * @param learner whose record it is
 * @param attainments what was attained, withdrawn ones among them
 * @param completions which courses were completed, withdrawn ones among them
 * @param versions what was published, the newest first
 * @param published what the current version holds
 * @param changes what publishing would do now
 */
public record LearnerRecord(
    Learner learner,
    List<Attainment> attainments,
    List<Completion> completions,
    List<PublishedVersion> versions,
    List<PublishedAchievement> published,
    Changes changes) {

  /**
   * An achievement in the current version, without its credential.
   *
   * @param achievement what was issued
   * @param revokedFor why its credential was revoked; empty if it stands
   */
  public record PublishedAchievement(Summary achievement, Optional<String> revokedFor) {}

  /**
   * What a list shows of an achievement.
   *
   * @param id identifier of its credential; of the attainment or completion if it has none yet
   * @param kind what was achieved
   * @param title statement of the competency, or title of the course
   */
  public record Summary(java.util.UUID id, IssuedAchievement.Kind kind, String title) {
    static Summary of(IssuedAchievement issued) {
      return new Summary(issued.id(), issued.kind(), issued.title());
    }

    static Summary of(Achieved achieved) {
      return new Summary(achieved.id(), achieved.kind(), achieved.title());
    }
  }

  /**
   * What publishing would do now.
   *
   * @param any whether it would do anything
   * @param empty whether nothing would be in the record
   * @param signed achievements for which a credential would be signed
   * @param kept how many credentials would be taken over as they are
   * @param revoked credentials that would be revoked, because what they say was withdrawn
   * @param leftOut achievements that would be left out, because their credential was revoked
   */
  public record Changes(
      boolean any,
      boolean empty,
      List<Summary> signed,
      int kept,
      List<Summary> revoked,
      List<Summary> leftOut) {

    static Changes of(RecordDraft draft) {
      return new Changes(
          draft.changes(),
          draft.isEmpty(),
          draft.fresh().stream().map(Summary::of).toList(),
          draft.reused().size(),
          draft.corrections().stream().map(Summary::of).toList(),
          draft.leftOut().stream().map(Summary::of).toList());
    }
  }
}
