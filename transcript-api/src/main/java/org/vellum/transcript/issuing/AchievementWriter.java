package org.vellum.transcript.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.Competency;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Result;
import org.vellum.credentials.openbadges.ResultDescription;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.records.Learner;

/** Says what a learner achieved in the words of Open Badges 3.0. */
@Component
class AchievementWriter {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int LONGEST_NAME = 200;

  private final Issuer issuer;

  @Inject
  AchievementWriter(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The learner and the achievement. */
  AchievementSubject subject(Achieved achieved, Holder holder, Learner learner) {
    AchievementSubject.Builder subject =
        switch (achieved) {
          case Achieved.OfCompetency(AttainmentRecorded fact) ->
              AchievementSubject.builder(competency(fact.competency()))
                  .narrative(fact.explanation());
          case Achieved.OfCourse(CourseCompleted fact) -> course(fact);
        };
    return subject.id(holder.subjectId()).identifier(identities(holder, learner)).build();
  }

  /** By what the learner may be recognised. */
  List<IdentityObject> identities(Holder holder, Learner learner) {
    return holder.identities(learner, issuer.identifying(learner.email()));
  }

  /** A short name of the achievement. */
  String name(Achieved achieved) {
    return shortened(achieved.title());
  }

  /** The results on which it rests, each told: what, how well, when. */
  List<Evidence> evidence(Achieved achieved) {
    return achieved.evidence().stream().map(AchievementWriter::evidence).toList();
  }

  private Achievement competency(Competency competency) {
    return Achievement.builder(
            definitionId(
                competency.uri(),
                competency.frameworkUri(),
                competency.frameworkVersion().orElse("")),
            shortened(competency.statement()),
            competency.statement(),
            Criteria.of(
                "The results of the evaluations that count as evidence for this competency reach"
                    + " the threshold that the institution has set."))
        .achievementType("Competency")
        .creator(creator())
        .humanCode(competency.humanCode().orElse(null))
        .version(competency.frameworkVersion().orElse(null))
        .alignment(List.of(alignment(competency)))
        .build();
  }

  /** Open Badges 3.0, Alignment; the framework is named at the version that was in force. */
  private static Alignment alignment(Competency competency) {
    String framework =
        competency
            .frameworkVersion()
            .map(version -> competency.frameworkTitle() + ", version " + version)
            .orElse(competency.frameworkTitle());
    return new Alignment(
        shortened(competency.statement()),
        competency.uri(),
        "CFItem",
        competency.identifier().toString(),
        competency.statement(),
        framework);
  }

  private AchievementSubject.Builder course(CourseCompleted fact) {
    String id = definitionId(issuer.did(), "course", fact.courseSourcedId());
    String score = id + "#score";
    Achievement achievement =
        Achievement.builder(
                id,
                shortened(fact.courseTitle()),
                "Completion of the course " + fact.courseTitle() + ".",
                Criteria.of(
                    "The result of the course's completing evaluation reaches the threshold that"
                        + " the institution has set."))
            .achievementType("Course")
            .creator(creator())
            .humanCode(fact.courseCode().orElse(null))
            .otherIdentifier(List.of(new IdentifierEntry(fact.courseSourcedId(), "sourcedId")))
            .resultDescription(
                List.of(
                    ResultDescription.builder(score, "Score", "Percent")
                        .valueMin("0")
                        .valueMax("100")
                        .build()))
            .build();
    return AchievementSubject.builder(achievement)
        .creditsEarned(fact.credits().orElse(null))
        .result(
            fact.evidence().stream().map(each -> Result.ofValue(score, percent(each))).toList());
  }

  private Profile creator() {
    return Profile.builder(issuer.did()).name(issuer.name()).build();
  }

  private static Evidence evidence(EvaluationEvidence told) {
    String score = told.score().toPlainString() + " of " + told.scoreMaximum().toPlainString();
    String narrative =
        "Score " + score + " on " + told.scoreDate() + " in " + told.courseTitle() + ".";
    return new Evidence(
        "urn:uuid:" + told.result(),
        told.lineItemTitle(),
        null,
        told.comment()
            .filter(comment -> !comment.isBlank())
            .map(comment -> narrative + " The evaluator's comment: " + comment.strip())
            .orElse(narrative),
        "Evaluation result",
        null);
  }

  private static String percent(EvaluationEvidence told) {
    BigDecimal share =
        told.score().multiply(HUNDRED).divide(told.scoreMaximum(), 2, RoundingMode.HALF_UP);
    return share.stripTrailingZeros().toPlainString();
  }

  /**
   * The identifier of what can be achieved, whoever achieves it: made from what defines it (RFC
   * 9562, section 5.3), so that it is the same for every learner.
   */
  private static String definitionId(String... parts) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(UTF_8));
  }

  private static String shortened(String text) {
    String line = text.strip();
    if (line.length() <= LONGEST_NAME) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_NAME - 1);
    return line.substring(0, space > LONGEST_NAME / 2 ? space : LONGEST_NAME - 1) + "…";
  }
}
