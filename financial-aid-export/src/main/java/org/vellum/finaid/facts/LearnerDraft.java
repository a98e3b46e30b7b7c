package org.vellum.finaid.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.StudentFacts;

/** A learner while the rows are read. */
final class LearnerDraft {
  /** Ordered here: to sort the few of each learner is less work than to sort those of a page. */
  private static final Comparator<AttemptRow> IN_ORDER =
      Comparator.comparing(AttemptRow::unitId).thenComparingInt(AttemptRow::attempt);

  private final StudentFacts student;
  private final boolean suppressed;
  private final int factsVersion;
  private final Instant sourceAsOf;
  private final List<EnrollmentDraft> enrollments = new ArrayList<>();
  private final List<AttemptRow> attempts = new ArrayList<>();
  private final SortedMap<LocalDate, ToldWeek> weeks = new TreeMap<>();

  /**
   * A week of engagement.
   *
   * @param source who told it
   */
  record ToldWeek(String source, EngagementWeek week) {

    /** What the aid office imported of a week stands above what a system told of it. */
    ToldWeek or(ToldWeek other) {
      if (source.equals(EngagementWeeks.IMPORTED)) {
        return this;
      }
      boolean isOther =
          other.source.equals(EngagementWeeks.IMPORTED) || other.source.compareTo(source) < 0;
      return isOther ? other : this;
    }
  }

  LearnerDraft(StudentFacts student, boolean suppressed, int factsVersion, Instant sourceAsOf) {
    this.student = student;
    this.suppressed = suppressed;
    this.factsVersion = factsVersion;
    this.sourceAsOf = sourceAsOf;
  }

  /** In the order of their first days. */
  void addEnrollment(EnrollmentDraft enrollment) {
    enrollments.add(enrollment);
  }

  void addAttempt(AttemptRow attempt) {
    attempts.add(attempt);
  }

  void addWeek(ToldWeek week) {
    weeks.merge(week.week.weekStart(), week, ToldWeek::or);
  }

  /**
   * An attempt counts in the last enrollment whose program holds the unit and whose days it meets.
   */
  private void place(AttemptRow attempt) {
    for (EnrollmentDraft each : enrollments.reversed()) {
      if (each.holds(attempt)) {
        each.addAttempt(attempt);
        return;
      }
    }
  }

  /** Engagement is with the school: it counts in every enrollment of the week. */
  private void place(EngagementWeek week) {
    enrollments.stream().filter(each -> each.meets(week)).forEach(each -> each.addWeek(week));
  }

  LearnerFacts facts() {
    attempts.sort(IN_ORDER);
    attempts.forEach(this::place);
    weeks.values().forEach(each -> place(each.week));
    return new LearnerFacts(
        student,
        enrollments.stream().map(EnrollmentDraft::facts).toList(),
        suppressed,
        factsVersion,
        sourceAsOf);
  }
}
