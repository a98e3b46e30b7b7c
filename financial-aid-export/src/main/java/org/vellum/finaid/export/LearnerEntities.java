package org.vellum.finaid.export;

import static org.vellum.finaid.export.Column.code;
import static org.vellum.finaid.export.Column.optional;
import static org.vellum.finaid.export.Column.required;
import static org.vellum.finaid.export.ColumnType.BOOLEAN;
import static org.vellum.finaid.export.ColumnType.CODES;
import static org.vellum.finaid.export.ColumnType.DATE;
import static org.vellum.finaid.export.ColumnType.DECIMAL;
import static org.vellum.finaid.export.ColumnType.ID;
import static org.vellum.finaid.export.ColumnType.INTEGER;
import static org.vellum.finaid.export.ColumnType.TEXT;
import static org.vellum.finaid.export.ColumnType.TIMESTAMP;

import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.period.model.Continuation;
import org.vellum.finaid.progress.model.UnitAttempt;

/** What is told of learners and of what they do. */
final class LearnerEntities {

  static final Entity STUDENT =
      Entity.of(
          "student",
          "Student",
          "institutionStudentId",
          required("institutionStudentId", ID, "The learner, by the school's identifier"),
          optional("givenName", TEXT, "First name").as("FirstName").ofPerson(),
          optional("middleName", TEXT, "Middle name").as("MiddleName").ofPerson(),
          required("familyName", TEXT, "Last name").as("LastName").ofPerson(),
          optional("birthDate", DATE, "Day of birth; aid systems match learners by it").ofPerson(),
          optional(
                  "externalIds",
                  CODES,
                  "By which other systems know the learner, as system:identifier; a space is %20")
              .ofPerson());

  static final Entity ENROLLMENT =
      Entity.of(
              "enrollment",
              "Enrollment",
              "enrollmentId",
              required("enrollmentId", ID, "A learner's enrollment in a program"),
              required("institutionStudentId", ID, "The learner, by the school's identifier"),
              required("programVersionId", ID, "The program"),
              required("beginDate", DATE, "First day in the program").as("ProgramBeginDate"),
              optional("firstEngagementDate", DATE, "First day of academic engagement")
                  .citing("34 CFR 600.2"),
              optional("expectedEndDate", DATE, "Day on which it is expected to end"),
              optional("endDate", DATE, "Day on which it ended"),
              code("status", EnrollmentFacts.Status.class, "How the enrollment stands"),
              required("statusEffectiveDate", DATE, "Since when it stands so"),
              code(
                      "reportedEnrollmentStatus",
                      "Status as it is reported, by its letter",
                      "F",
                      "Q",
                      "H",
                      "L",
                      "A",
                      "W",
                      "G",
                      "D",
                      "X")
                  .ifAny()
                  .citing("34 CFR 685.309(b)"),
              code(
                      "reportedStatusBasis",
                      "What the letter rests on: how the enrollment stands, the load carried in the"
                          + " academic year (OURS), or the subscription",
                      "STATUS",
                      "LOAD",
                      "SUBSCRIPTION")
                  .ifAny(),
              code("unitMeasure", UnitMeasure.class, "What the units are").ifAny(),
              required("transferUnitsAccepted", DECIMAL, "Units of other schools accepted"),
              required("priorLearningUnits", DECIMAL, "Units of prior learning accepted"),
              required(
                      "unitsAtEntry", DECIMAL, "Units that were left: the program for this learner")
                  .citing("34 CFR 668.4(g)"),
              required("weeksAtEntry", DECIMAL, "Weeks of instructional time that were left")
                  .citing("34 CFR 668.4(g)"),
              optional("reentryOf", ID, "The enrollment that the learner had withdrawn from"),
              code("reentryKind", Continuation.class, "Whether its payment period goes on")
                  .ifAny()
                  .citing("34 CFR 668.4(f), (g)"),
              code("programChange", Continuation.class, "The most that the rule allows").ifAny(),
              optional("changeContinuouslyEnrolled", BOOLEAN, "Change of program: without a gap"),
              optional("changeSimilarCoursework", BOOLEAN, "Change: similar coursework"),
              optional("changeEqualPeriods", BOOLEAN, "Change: payment periods about equal"),
              optional("changeSameCharges", BOOLEAN, "Change: little or no change in charges"),
              optional("changeCreditsAccepted", BOOLEAN, "Change: what was earned is accepted"),
              optional("subscriptionStatus", ID, "Subscription: the status of the last period"),
              optional("lastStatusChange", DATE, "Subscription: its last change in that year"))
          .belongingTo("student", "institutionStudentId")
          .belongingTo("program_version", "programVersionId");

  static final Entity UNIT_ATTEMPT =
      Entity.of(
              "unit_attempt",
              "UnitAttempt",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("unitId", ID, "The course, competency or module"),
              code("kind", AttemptFacts.Kind.class, "Which of them it is"),
              required("attempt", INTEGER, "From 1"),
              required("equivalentUnits", DECIMAL, "Its units in the program's measure")
                  .citing("34 CFR 668.10"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              required("beginDate", DATE, "First day"),
              optional("firstEngagement", DATE, "First day of academic engagement in it"),
              optional("lastEngagement", DATE, "Last day of academic engagement in it"),
              optional("endDate", DATE, "Last day"),
              code("outcome", UnitAttempt.Outcome.class, "How it stands"),
              optional("outcomeDate", DATE, "Since when"),
              required("countsTowardProgram", BOOLEAN, "Whether it is coursework of the program"),
              code("origin", UnitAttempt.Origin.class, "Where it was done"),
              optional(
                  "paymentPeriodSeq",
                  INTEGER,
                  "The payment period of the day on which it was passed, else of its first day"),
              required("repeatOfPassed", BOOLEAN, "Whether the unit had been passed before"),
              required("remedial", BOOLEAN, "Whether it is remedial"),
              optional("lessonsTotal", INTEGER, "Its lessons"),
              optional("lessonsCompleted", INTEGER, "Lessons completed"),
              optional("percentWorkDone", DECIMAL, "Lessons completed to lessons, two decimals"))
          .belongingTo("enrollment", "enrollmentId");

  static final Entity ENGAGEMENT_WEEK =
      Entity.of(
              "engagement_week",
              "EngagementWeek",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("weekStart", DATE, "First of seven days"),
              required("engagementCount", INTEGER, "How many times academically engaged")
                  .citing("34 CFR 600.2"),
              optional("types", CODES, "In which ways").citing("34 CFR 600.2"),
              required(
                      "substantiveInteractionCount", INTEGER, "Substantive interactions among them")
                  .citing("34 CFR 600.2"),
              required("instructorInitiatedContact", BOOLEAN, "Whether an instructor made contact"),
              optional("lastEngagementTs", TIMESTAMP, "The moment of the last"))
          .belongingTo("enrollment", "enrollmentId");

  static final Entity LEAVE =
      Entity.of(
              "leave",
              "Leave",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              code("kind", LeaveFacts.Kind.class, "Approved leave of absence, or none"),
              required("from", DATE, "First day"),
              optional("to", DATE, "Last day"),
              optional("requestDate", DATE, "Day of the written request")
                  .citing("34 CFR 668.22(d)(1)"),
              required("requestSigned", BOOLEAN, "Whether the request was signed")
                  .citing("34 CFR 668.22(d)(1)"),
              optional("approvedDate", DATE, "Day of the approval"),
              required("daysInTwelveMonths", INTEGER, "Most days of leave in any twelve months")
                  .citing("34 CFR 668.22(d)(1)(vi)"),
              optional("confirmedReturnDate", DATE, "Day of return confirmed in writing")
                  .citing("34 CFR 668.22(a)(2)(ii)(A)"),
              optional("confirmationReceived", DATE, "When the confirmation was received"))
          .belongingTo("enrollment", "enrollmentId");

  private LearnerEntities() {}
}
