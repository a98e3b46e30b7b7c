package org.vellum.finaid.facts.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.ChangeOfProgram;

/**
 * A learner's enrollment in a version of a program.
 *
 * @param enrollmentId its identifier
 * @param programVersionId the program, a key of the {@link ProgramCatalogue}
 * @param beginDate the first day in the program
 * @param expectedEnd the day on which it is expected to end, where somebody set one
 * @param endDate the day on which it ended
 * @param statuses how it stood since when, in any order; at least one
 * @param credit what was brought along and what that left of the program
 * @param origin where it comes from, if it is not a first enrollment
 * @param leaves of absence, and other breaks of this learner
 * @param attempts at courses and competencies, those transferred or recognized among them
 * @param engagement by week
 * @param withdrawal if the learner withdrew
 * @param evaluations of satisfactory academic progress
 * @param subscriptions the subscription periods attended, in order; none in other calendars
 */
public record EnrollmentFacts(
    String enrollmentId,
    String programVersionId,
    LocalDate beginDate,
    Optional<LocalDate> expectedEnd,
    Optional<LocalDate> endDate,
    List<StatusChange> statuses,
    EntryCredit credit,
    Origin origin,
    List<LeaveFacts> leaves,
    List<AttemptFacts> attempts,
    List<EngagementWeek> engagement,
    Optional<WithdrawalFacts> withdrawal,
    List<SapEvaluation> evaluations,
    List<SubscriptionFacts> subscriptions) {

  public EnrollmentFacts {
    statuses = List.copyOf(statuses);
    leaves = List.copyOf(leaves);
    attempts = List.copyOf(attempts);
    engagement = List.copyOf(engagement);
    evaluations = List.copyOf(evaluations);
    subscriptions = List.copyOf(subscriptions);
  }

  /** How an enrollment stands. */
  public enum Status {
    ENROLLED,
    ON_LEAVE,
    WITHDRAWN,
    COMPLETED,
    NEVER_BEGAN,
    DECEASED;

    /** Whether the learner is still in the program. */
    public boolean isOpen() {
      return this == ENROLLED || this == ON_LEAVE;
    }
  }

  /**
   * A status.
   *
   * @param status from that day on
   * @param effectiveDate the day; of several on a day the last of the list stands
   */
  public record StatusChange(Status status, LocalDate effectiveDate) {}

  /**
   * What was brought along.
   *
   * @param transferUnits units of other schools that were accepted, 0 or more
   * @param priorLearningUnits units of prior learning that were accepted, 0 or more
   * @param remaining units and weeks that the school set as what is left of the program, for a
   *     learner who transferred in or came back after more than 180 days; nothing: all of it
   */
  public record EntryCredit(
      BigDecimal transferUnits, BigDecimal priorLearningUnits, Optional<UnitsAndWeeks> remaining) {

    /** Of a learner who starts at the beginning. */
    public static final EntryCredit NONE =
        new EntryCredit(BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
  }

  /**
   * Where an enrollment comes from.
   *
   * @param reentryOf the earlier enrollment of the same learner in the same program that the
   *     learner had withdrawn from
   * @param change if it was a change of program inside of the school: the five conditions
   */
  public record Origin(Optional<String> reentryOf, Optional<ChangeOfProgram> change) {

    /** A first enrollment. */
    public static final Origin FIRST = new Origin(Optional.empty(), Optional.empty());
  }
}
