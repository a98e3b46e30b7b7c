package org.vellum.credentials.pesc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Attainment.Achievement;
import org.vellum.credentials.record.Attainment.Outcome;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;

/** Writes an attainment: an award where it is one, and else a course, competencies included. */
final class AttainmentWriter {
  static final int TITLE_OF_COURSE = 60;
  static final int TITLE_OF_AWARD = 400;
  private static final int GRADE = 10;
  private static final int ABBREVIATION = 10;
  private static final int NUMBER = 15;
  private static final int COURSE_ID = 30;
  private static final int PROGRAM_CODE = 80;

  private AttainmentWriter() {}

  /** CourseType of the sector library. */
  static void course(Branch to, Attainment attainment, int position) {
    Achievement achievement = attainment.achievement();
    to.text("CourseCreditBasis", "Regular");
    to.text("CourseCreditValue", XmlText.decimal(achievement.creditsAvailable()));
    to.text("CourseCreditEarned", XmlText.decimal(attainment.creditsEarned()));
    attainment.outcomes().stream()
        .filter(each -> !each.kind().equals("Status"))
        .filter(each -> PartyWriter.fits(each.value(), 1, GRADE))
        .findFirst()
        .ifPresent(each -> to.text("CourseAcademicGrade", each.value()));
    attainment.outcomes().stream()
        .filter(each -> each.kind().equals("Status"))
        .findFirst()
        .ifPresent(each -> to.text("CourseAcademicGradeStatusCode", Pesc.statusCode(each.value())));
    boolean whole = code(to, achievement.code());
    PartyWriter.cut(to, "CourseTitle", achievement.name(), TITLE_OF_COURSE);
    if (attainment.awardedBy() != null) {
      PartyWriter.school(to.child("CourseOverrideSchool"), attainment.awardedBy());
    }
    to.text("CourseBeginDate", XmlText.date(attainment.started()));
    to.text("CourseEndDate", XmlText.date(attainment.ended()));
    Notes.write(to, "Credential", position, attainment.id());
    Notes.write(to, "Awarded", XmlText.dateTime(attainment.awarded()));
    PartyWriter.noteIfCut(to, "Name", achievement.name(), TITLE_OF_COURSE);
    Notes.write(to, "Type", achievement.type().equals("Course") ? null : achievement.type());
    Notes.write(to, "Code", whole ? null : achievement.code());
    Notes.write(to, "Field of study", achievement.fieldOfStudy());
    notes(to, attainment);
  }

  /** AcademicAwardType of the sector library. */
  static void award(Branch to, Attainment attainment, int position) {
    Achievement achievement = attainment.achievement();
    to.text("AcademicAwardLevel", Pesc.level(achievement.type()));
    to.text("AcademicAwardDate", XmlText.date(day(attainment.awarded())));
    PartyWriter.cut(to, "AcademicAwardTitle", achievement.name(), TITLE_OF_AWARD);
    to.text("AcademicCompletionIndicator", attainment.awarded() != null);
    to.text("AcademicCompletionDate", XmlText.date(attainment.ended()));
    Branch program = to.child("AcademicAwardProgram");
    boolean whole = PartyWriter.fits(achievement.code(), 1, PROGRAM_CODE);
    program.text("ProgramLocalCode", whole ? achievement.code() : null);
    PartyWriter.cut(program, "AcademicProgramName", achievement.fieldOfStudy(), Pesc.NAME);
    program.pruneIfEmpty();
    Branch summary = to.child("AcademicSummary");
    Branch credits = summary.child("GPA");
    credits.text("CreditHoursEarned", XmlText.decimal(attainment.creditsEarned()));
    credits.text("CreditHoursRequired", XmlText.decimal(achievement.creditsAvailable()));
    credits.pruneIfEmpty();
    summary.pruneIfEmpty();
    Notes.write(to, "Credential", position, attainment.id());
    Notes.write(to, "Awarded", XmlText.dateTime(attainment.awarded()));
    PartyWriter.noteIfCut(to, "Name", achievement.name(), TITLE_OF_AWARD);
    String said = Pesc.award(Pesc.level(achievement.type()));
    Notes.write(to, "Type", achievement.type().equals(said) ? null : achievement.type());
    Notes.write(to, "Code", whole ? null : achievement.code());
    PartyWriter.noteIfCut(to, "Field of study", achievement.fieldOfStudy(), Pesc.NAME);
    Notes.write(to, "Started", XmlText.date(attainment.started()));
    notes(to, attainment);
  }

  /** What both have in their notes. */
  private static void notes(Branch to, Attainment attainment) {
    Achievement achievement = attainment.achievement();
    Notes.write(to, "Achievement", achievement.id());
    Notes.write(to, "Valid until", XmlText.dateTime(attainment.validUntil()));
    Notes.write(to, "Description", achievement.description());
    Notes.write(to, "Criteria", achievement.criteria());
    for (Outcome each : attainment.outcomes()) {
      Notes.write(to, "Result", each.kind() + " " + each.value() + " (" + each.name() + ")");
    }
    Notes.write(to, "Narrative", attainment.narrative());
  }

  /** Whether the elements hold all of it: "CS 101" is a subject and a number. */
  private static boolean code(Branch to, @Nullable String code) {
    int blank = code == null ? -1 : code.lastIndexOf(' ');
    String subject = blank < 0 ? null : String.valueOf(code).substring(0, blank);
    String number = code == null ? null : code.substring(blank + 1);
    boolean parted = subject == null || PartyWriter.fits(subject, 1, ABBREVIATION);
    if (parted && PartyWriter.fits(number, 1, NUMBER)) {
      to.text("CourseSubjectAbbreviation", subject).text("CourseNumber", number);
      return true;
    }
    boolean whole = PartyWriter.fits(code, 1, COURSE_ID);
    to.text("OriginalCourseID", whole ? code : null);
    return whole || code == null;
  }

  private static @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
