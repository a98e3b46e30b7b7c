package org.vellum.credentials.pesc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Period;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;
import org.w3c.dom.Document;

/**
 * Writes one record as a College Transcript 1.6.0. A period of a program without terms is a session
 * too; what falls into none stands beside the sessions.
 */
final class TranscriptWriter {
  private static final int SESSION_NAME = 30;

  private final LearnerRecord record;
  private final Set<String> periods;

  private TranscriptWriter(LearnerRecord record) {
    this.record = record;
    this.periods = record.periods().stream().map(Period::id).collect(Collectors.toSet());
  }

  static Document write(LearnerRecord record, Delivery delivery) {
    return new TranscriptWriter(record).document(delivery);
  }

  private Document document(Delivery delivery) {
    Branch root = Branch.root(Pesc.NAMESPACE, "ColTrn:" + Pesc.TRANSCRIPT, null);
    transmission(root.child("TransmissionData"), delivery);
    Branch student = root.child("Student");
    PartyWriter.person(student.child("Person"), record.learner());
    Branch all = student.child("AcademicRecord");
    awards(all, null);
    averages(all, null);
    record.periods().forEach(each -> session(all.child("AcademicSession"), each));
    courses(all, null);
    Notes.write(root, "Record", record.id());
    Notes.write(root, "Title", record.name());
    Notes.write(root, "Valid until", XmlText.dateTime(record.validUntil()));
    return root.document();
  }

  private void transmission(Branch to, Delivery delivery) {
    String issued = XmlText.dateTime(record.issued());
    if (issued == null) {
      throw new IllegalArgumentException("a record of a year that no transcript can say");
    }
    boolean whole = PartyWriter.fits(record.id(), 1, Pesc.DOCUMENT_ID);
    to.text("DocumentID", whole ? record.id() : digest(record.id()));
    to.text("CreatedDateTime", issued);
    to.text("DocumentTypeCode", delivery.reason().code());
    to.text("TransmissionType", delivery.transmission().code());
    PartyWriter.organization(to.child("Source").child("Organization"), record.institution());
    Branch destination = to.child("Destination");
    Branch receiver = destination.child("Organization");
    if (delivery.destination() != null) {
      PartyWriter.organization(receiver, delivery.destination());
    } else {
      destination.text(Notes.ELEMENT, "Issued to the student");
    }
    to.text("DocumentProcessCode", delivery.test() ? "TEST" : "PRODUCTION");
    to.text("DocumentOfficialCode", "Official");
  }

  private void session(Branch to, Period period) {
    Branch detail = to.child("AcademicSessionDetail");
    detail.text("SessionDesignator", designator(period));
    PartyWriter.cut(detail, "SessionName", period.name(), SESSION_NAME);
    detail.text("SessionBeginDate", XmlText.date(period.start()));
    detail.text("SessionEndDate", XmlText.date(period.end()));
    Notes.write(detail, "Period", period.id());
    PartyWriter.noteIfCut(detail, "Name", period.name(), SESSION_NAME);
    awards(to, period.id());
    courses(to, period.id());
    averages(to, period.id());
  }

  /** The month in which it begins, which the schema demands; without days that of the record. */
  private YearMonth designator(Period period) {
    LocalDate issued = record.issued().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate start = XmlText.date(period.start()) == null ? period.end() : period.start();
    return YearMonth.from(start == null || XmlText.date(start) == null ? issued : start);
  }

  private void awards(Branch to, @Nullable String period) {
    for (int i = 0; i < record.attainments().size(); i++) {
      Attainment each = record.attainments().get(i);
      if (isIn(each.periodId(), period) && Pesc.isAward(each.achievement().type())) {
        AttainmentWriter.award(to.child("AcademicAward"), each, i + 1);
      }
    }
  }

  private void courses(Branch to, @Nullable String period) {
    for (int i = 0; i < record.attainments().size(); i++) {
      Attainment each = record.attainments().get(i);
      if (isIn(each.periodId(), period) && !Pesc.isAward(each.achievement().type())) {
        AttainmentWriter.course(to.child("Course"), each, i + 1);
      }
    }
  }

  private void averages(Branch to, @Nullable String period) {
    for (int i = 0; i < record.averages().size(); i++) {
      Average each = record.averages().get(i);
      if (isIn(each.periodId(), period)) {
        Branch summary = to.child("AcademicSummary");
        summary.text("AcademicSummaryType", period == null ? "Cumulative" : "All");
        Branch sums = summary.child("GPA");
        sums.text("CreditHoursAttempted", XmlText.decimal(each.creditsAttempted()));
        sums.text("CreditHoursEarned", XmlText.decimal(each.creditsEarned()));
        sums.text("GradePointAverage", XmlText.decimal(each.gradePoints()));
        sums.text("GPARangeMaximum", XmlText.decimal(each.highestGradePoints()));
        sums.pruneIfEmpty();
        Notes.write(summary, "Summary", i + 1, each.id());
        Notes.write(summary, "Name", each.name());
      }
    }
  }

  /** What names a period that the record does not have is in none. */
  private boolean isIn(@Nullable String id, @Nullable String period) {
    return period == null ? id == null || !periods.contains(id) : period.equals(id);
  }

  private static String digest(String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
