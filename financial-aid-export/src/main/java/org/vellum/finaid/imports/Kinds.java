package org.vellum.finaid.imports;

import static org.vellum.finaid.imports.Column.may;
import static org.vellum.finaid.imports.Column.must;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.facts.EngagementWeeks;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.withdrawal.model.Projection;

/** All kinds of files, in the order in which an office would begin with them. */
final class Kinds {
  private static final Column ENROLLMENT =
      must("enrollment_id", CellType.ENROLLMENT, "The enrollment", "E-1001").as("enrollment");

  private static final Kind LEARNERS =
      Kind.of(
              "learners",
              "Learners",
              "What the roster does not tell of learners: day of birth, middle name, and who is"
                  + " never exported.",
              "learner",
              "id")
          .with(
              must(
                      "student_id",
                      CellType.LEARNER,
                      "By which the school knows the learner",
                      "S-1001")
                  .as("id"),
              may("middle_name", CellType.TEXT, "Middle name", "Augusta"),
              may("birth_date", CellType.DAY, "Day of birth", "1999-12-10"),
              may(
                  "suppressed",
                  CellType.YES_OR_NO,
                  "Whether the learner is counted but never exported",
                  "false"));

  private static final Kind ENROLLMENTS =
      Kind.of(
              "enrollments",
              "Enrollments in programs",
              "Who is in which program since when, and what was brought along.",
              "enrollment",
              "id")
          .with(
              must("enrollment_id", CellType.TEXT, "Identifies the enrollment for ever", "E-1001")
                  .as("id"),
              must("student_id", CellType.LEARNER, "The learner", "S-1001").as("learner"),
              must("program", CellType.PROGRAM, "The program's code", "DATA-CERT"),
              must("begin_date", CellType.DAY, "First day in the program", "2026-09-01"),
              may("expected_end", CellType.DAY, "Day on which it is expected to end", "2027-08-31"),
              may("end_date", CellType.DAY, "Day on which it ended", ""),
              may(
                  "transfer_units",
                  CellType.NUMBER,
                  "Units of other schools that were accepted",
                  "0"),
              may(
                  "prior_learning_units",
                  CellType.NUMBER,
                  "Units of prior learning that were accepted",
                  "0"),
              may(
                  "remaining_units",
                  CellType.NUMBER,
                  "Units left of the program at entry, if not all (34 CFR 668.4(g))",
                  ""),
              may(
                  "remaining_weeks",
                  CellType.NUMBER,
                  "Weeks left of the program at entry, if not all",
                  ""),
              may(
                  "reentry_of",
                  CellType.TEXT,
                  "The enrollment that the learner had withdrawn from before",
                  ""))
          .ruledBy(
              RowRule.inOrder("begin_date", "end_date"),
              RowRule.inOrder("begin_date", "expected_end"),
              RowRule.together("remaining_units", "remaining_weeks"));

  private static final Kind STATUSES =
      Kind.of(
              "statuses",
              "Status changes",
              "How an enrollment stands since when.",
              "enrollment_status",
              "enrollment, effective_date")
          .with(
              ENROLLMENT,
              must("status", CellType.CODE, "How it stands", "ENROLLED")
                  .of(EnrollmentFacts.Status.class),
              must("effective_date", CellType.DAY, "Since when", "2026-09-01"));

  private static final Kind LEAVES =
      Kind.of(
              "leaves",
              "Leaves and absences",
              "Approved leaves of absence, and times without attendance that are none (34 CFR"
                  + " 668.22(d)).",
              "learner_leave",
              "enrollment, from_date")
          .with(
              ENROLLMENT,
              must("kind", CellType.CODE, "Whether it is approved", "LOA")
                  .of(LeaveFacts.Kind.class),
              must("from_date", CellType.DAY, "First day", "2027-01-04"),
              may("to_date", CellType.DAY, "Last day, once it is known", "2027-02-14"),
              may("request_date", CellType.DAY, "Day of the written request", "2026-12-18"),
              must("request_signed", CellType.YES_OR_NO, "Whether the request is signed", "true"),
              may("approved_date", CellType.DAY, "Day of the approval", "2026-12-21"),
              may(
                  "confirmed_return",
                  CellType.DAY,
                  "Day of return that the learner confirmed in writing",
                  ""),
              may("confirmation_received", CellType.DAY, "Day on which the confirmation came", ""))
          .ruledBy(RowRule.inOrder("from_date", "to_date"));

  private static final Kind WITHDRAWALS =
      Kind.of(
              "withdrawals",
              "Withdrawals",
              "What the school recorded of a withdrawal, for the return of funds (34 CFR 668.22).",
              "withdrawal",
              "enrollment")
          .with(
              ENROLLMENT,
              must(
                  "determination_date",
                  CellType.DAY,
                  "Day on which the school determined it",
                  "2027-03-12"),
              may(
                  "withdrawal_date",
                  CellType.DAY,
                  "The withdrawal date that the school determined",
                  "2027-03-01"),
              may(
                  "others_days",
                  CellType.COUNT,
                  "Days that the period took other learners, where this one completed nothing",
                  ""),
              may("others_method", CellType.CODE, "Whose days they are", "")
                  .of(Projection.Method.class),
              may("scheduled_clock_hours", CellType.NUMBER, "Clock hours scheduled until then", ""),
              may("institutional_charges", CellType.NUMBER, "Charges of the period", ""))
          .ruledBy(RowRule.together("others_days", "others_method"));

  private static final Kind RECOGNIZED =
      Kind.of(
              "recognized",
              "Prior learning and transfer",
              "Courses and competencies that a learner brought along; they are no coursework of a"
                  + " payment period.",
              "recognized_unit",
              "enrollment, unit_id")
          .with(
              ENROLLMENT,
              must("unit_id", CellType.TEXT, "The course or competency", "course-7"),
              must("kind", CellType.CODE, "Which of the two", "COURSE").of(AttemptFacts.Kind.class),
              must("origin", CellType.CODE, "Where it comes from", "TRANSFER")
                  .of(UnitAttempt.Origin.class),
              must("units", CellType.NUMBER, "What it is worth", "3"),
              must("measure", CellType.CODE, "In which units", "SEMESTER").of(UnitMeasure.class),
              must("recognized_on", CellType.DAY, "Day on which it was accepted", "2026-08-20"))
          .ruledBy(
              new RowRule(
                  "origin",
                  "says that it was done here: that comes from the evaluation results",
                  row -> !UnitAttempt.Origin.INSTITUTION.name().equals(row.get("origin"))));

  private static final Kind ENGAGEMENT =
      Kind.of(
              "engagement",
              "Academic engagement",
              "How often a learner was academically engaged in seven days (34 CFR 600.2), where no"
                  + " system sends it.",
              "engagement_week",
              "learner, week_start, source")
          .with(
              must("student_id", CellType.LEARNER, "The learner", "S-1001").as("learner"),
              must("week_start", CellType.DAY, "First of the seven days", "2026-09-07"),
              must("count", CellType.COUNT, "How many times", "6"),
              must("types", CellType.CODES, "In which ways", "ASSIGNMENT;INSTRUCTOR")
                  .of(EngagementWeek.Type.class),
              must(
                  "substantive_count",
                  CellType.COUNT,
                  "How many were substantive interaction",
                  "2"),
              must(
                  "instructor_initiated",
                  CellType.YES_OR_NO,
                  "Whether an instructor made contact",
                  "true"),
              may("last_at", CellType.MOMENT, "The moment of the last", "2026-09-11T15:20:00Z"))
          .ruledBy(RowRule.atMost("substantive_count", "count"))
          .keeping(Map.of("source", "'" + EngagementWeeks.IMPORTED + "'"));

  private static final Kind EVALUATIONS =
      Kind.of(
              "evaluations",
              "Evaluations of progress",
              "Days on which satisfactory academic progress was evaluated (34 CFR 668.34).",
              "sap_evaluation",
              "enrollment, evaluation_date")
          .with(
              ENROLLMENT,
              must("evaluation_date", CellType.DAY, "The day", "2027-01-15"),
              may(
                  "qualitative_measure",
                  CellType.TEXT,
                  "Grade point average, or what stands for it",
                  "3.2"),
              may("school_decision", CellType.TEXT, "What the school decided", "MEETS"));

  private static final Kind SUBSCRIPTIONS =
      Kind.of(
              "subscriptions",
              "Subscription periods",
              "Subscription periods that a learner attended or is enrolled in (34 CFR 668.2).",
              "subscription_period",
              "enrollment, from_date")
          .with(
              ENROLLMENT,
              must("from_date", CellType.DAY, "First day", "2026-09-01"),
              must("to_date", CellType.DAY, "Last day", "2027-02-28"),
              must(
                  "status",
                  CellType.TEXT,
                  "Status, as the parameters of the program name it",
                  "FULL"),
              must("academic_year", CellType.COUNT, "Sequence of the academic year", "1"))
          .ruledBy(RowRule.inOrder("from_date", "to_date"));

  static final List<Kind> ALL =
      List.of(
          LEARNERS,
          ENROLLMENTS,
          STATUSES,
          RECOGNIZED,
          LEAVES,
          WITHDRAWALS,
          ENGAGEMENT,
          ProgramKinds.EQUIVALENCIES,
          ProgramKinds.WEEKS,
          ProgramKinds.BREAKS,
          ProgramKinds.TERMS,
          EVALUATIONS,
          SUBSCRIPTIONS);

  private Kinds() {}

  static Optional<Kind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
