package org.vellum.transcript.issuing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.EvaluationEvidence;

/** Something that a learner achieved and that stands, so that a credential may say it. */
sealed interface Achieved {
  /** Courses before competencies, each kind in the order in which they were achieved. */
  Comparator<Achieved> ORDER =
      Comparator.comparing(Achieved::kind, Comparator.reverseOrder())
          .thenComparing(Achieved::at)
          .thenComparing(Achieved::title)
          .thenComparing(Achieved::id);

  /** An attained competency. */
  record OfCompetency(AttainmentRecorded fact) implements Achieved {
    @Override
    public UUID id() {
      return fact.attainment();
    }

    @Override
    public IssuedAchievement.Kind kind() {
      return IssuedAchievement.Kind.COMPETENCY;
    }

    @Override
    public String title() {
      return fact.competency().statement();
    }

    @Override
    public Instant at() {
      return fact.attainedAt();
    }

    @Override
    public List<EvaluationEvidence> evidence() {
      return fact.evidence();
    }
  }

  /** A completed course. */
  record OfCourse(CourseCompleted fact) implements Achieved {
    @Override
    public UUID id() {
      return fact.completion();
    }

    @Override
    public IssuedAchievement.Kind kind() {
      return IssuedAchievement.Kind.COURSE;
    }

    @Override
    public String title() {
      return fact.courseTitle();
    }

    @Override
    public Instant at() {
      return fact.completedAt();
    }

    @Override
    public List<EvaluationEvidence> evidence() {
      return fact.evidence();
    }
  }

  /** Identifier of the attainment or the completion. */
  UUID id();

  /** What was achieved. */
  IssuedAchievement.Kind kind();

  /** The competency's statement, or the course's title. */
  String title();

  /** When the deciding result was achieved. */
  Instant at();

  /** The results on which it rests. */
  List<EvaluationEvidence> evidence();

  /** The fact as it was announced. */
  Record fact();
}
