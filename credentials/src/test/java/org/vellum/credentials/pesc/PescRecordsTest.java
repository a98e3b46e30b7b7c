package org.vellum.credentials.pesc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.XmlOutput;
import org.w3c.dom.Document;

class PescRecordsTest {
  @Test
  void what_is_not_listed_as_lost_comes_back_as_it_was() {
    LearnerRecord record = FullRecord.record();
    Converted<Document> written = PescRecords.write(record);
    Converted<LearnerRecord> read = PescRecords.read(XmlOutput.bytes(written.value()));
    LearnerRecord back = read.value();
    assertThat(read.losses()).isEmpty();
    assertThat(back.id()).isEqualTo(record.id());
    assertThat(back.name()).isEqualTo(record.name());
    assertThat(back.learner()).isEqualTo(record.learner());
    assertThat(back.institution()).isEqualTo(record.institution());
    assertThat(back.issued()).isEqualTo(record.issued());
    assertThat(back.validUntil()).isEqualTo(record.validUntil());
    assertThat(back.periods()).isEqualTo(record.periods());
    assertThat(back.averages()).isEqualTo(record.averages());
    assertThat(back.attainments())
        .extracting(Attainment::id)
        .containsExactlyElementsOf(record.attainments().stream().map(Attainment::id).toList());
    assertThat(written.losses())
        .extracting(each -> each.place().replaceAll("\\[[0-9]+]", ""))
        .containsOnly(
            "links",
            "attainments.achievement.language",
            "attainments.achievement.alignments",
            "attainments.achievement.identifiers",
            "attainments.achievement.tags",
            "attainments.outcomes.lowest",
            "attainments.outcomes.highest",
            "attainments.outcomes.required",
            "attainments.outcomes.scale",
            "attainments.evidence",
            "attainments.awardedBy");
  }

  @Test
  void what_is_written_is_valid_by_the_published_schema() {
    for (LearnerRecord record :
        List.of(FullRecord.record(), Transcripts.rich(), Transcripts.minimal())) {
      PescSchema.accepts(XmlOutput.bytes(PescRecords.write(record).value()));
      PescSchema.accepts(
          XmlOutput.bytes(
              PescRecords.write(record, Delivery.to(FullRecord.record().institution())).value()));
    }
  }

  @Test
  void a_transcript_says_why_and_to_whom_it_goes() {
    Delivery delivery =
        new Delivery(
            Transcripts.university(),
            Delivery.Reason.THIRD_PARTY_REQUEST,
            Delivery.Transmission.REPLACE,
            true);
    String text = text(PescRecords.write(FullRecord.record(), delivery).value());
    assertThat(text)
        .contains(
            "<DocumentTypeCode>ThirdPartyRequest<",
            "<TransmissionType>Replace<",
            "<DocumentProcessCode>TEST<",
            "<StateProvinceCode>IL<");
    PescSchema.accepts(text.getBytes(UTF_8));
    assertThat(text(PescRecords.write(FullRecord.record()).value()))
        .contains("Issued to the student", "<DocumentProcessCode>PRODUCTION<");
  }

  @Test
  void a_learner_without_a_name_has_none_in_the_transcript() {
    LearnerRecord record = Transcripts.minimal();
    Converted<Document> written = PescRecords.write(record);
    assertThat(PescRecords.read(written.value()).value().learner()).isEqualTo(record.learner());
    assertThat(written.losses()).isEmpty();
  }

  /** As another system writes it: numbers of registers, no notes of ours, times without a zone. */
  static final String FOREIGN =
      """
      <c:CollegeTranscript xmlns:c="urn:org:pesc:message:CollegeTranscript:v1.8.0">
      <TransmissionData><DocumentID>T-1</DocumentID>
      <CreatedDateTime>2026-01-05T10:00:00</CreatedDateTime>
      <DocumentTypeCode>StudentRequest</DocumentTypeCode>
      <TransmissionType>Original</TransmissionType>
      <Source><Organization><OPEID>001234</OPEID><OrganizationName>State College</OrganizationName>
      </Organization></Source>
      <Destination><Organization><OrganizationName>Other</OrganizationName></Organization>
      </Destination></TransmissionData>
      <Student><Person><SchoolAssignedPersonID>900</SchoolAssignedPersonID><SSN>123456789</SSN>
      <Birth><BirthDate>2001-02-03Z</BirthDate></Birth>
      <Name><FirstName>Mary</FirstName><MiddleName>Fairfax</MiddleName>
      <LastName>Somerville</LastName></Name></Person>
      <AcademicRecord><AcademicAward><AcademicAwardLevel>5</AcademicAwardLevel>
      <AcademicAwardDate>2025-12-20</AcademicAwardDate>
      <AcademicAwardTitle>Bachelor of Science</AcademicAwardTitle></AcademicAward>
      <AcademicSummary><GPA><GradePointAverage>3.5</GradePointAverage></GPA></AcademicSummary>
      <AcademicSession><AcademicSessionDetail><SessionDesignator>2025-08</SessionDesignator>
      <SessionName>Fall 2025</SessionName><SessionEndDate>2025-12-15</SessionEndDate>
      </AcademicSessionDetail>
      <Course><CourseCreditBasis>Regular</CourseCreditBasis>
      <CourseCreditEarned>4.0</CourseCreditEarned><CourseAcademicGrade>B+</CourseAcademicGrade>
      <CourseSubjectAbbreviation>MATH</CourseSubjectAbbreviation>
      <CourseNumber>201</CourseNumber><CourseTitle>Cal<!-- -->culus</CourseTitle>
      <NoteMessage>Criteria: of another system</NoteMessage></Course>
      <Course><CourseCreditBasis>Regular</CourseCreditBasis>
      <CourseAcademicGradeStatusCode>InProgress</CourseAcademicGradeStatusCode>
      <OriginalCourseID>PHYS-1</OriginalCourseID><CourseTitle>Physics</CourseTitle>
      </Course></AcademicSession></AcademicRecord></Student></c:CollegeTranscript>
      """;

  @Test
  void a_transcript_of_another_system_and_version_is_read_and_what_is_left_is_named() {
    Converted<LearnerRecord> read = PescRecords.read(FOREIGN.getBytes(UTF_8));
    LearnerRecord record = read.value();
    assertThat(record.issued()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    assertThat(record.learner().fullName()).isEqualTo("Mary Fairfax Somerville");
    assertThat(record.learner().dateOfBirth()).isEqualTo(LocalDate.parse("2001-02-03"));
    assertThat(record.institution().id()).isEqualTo("urn:pesc:OPEID:001234");
    assertThat(record.attainments())
        .extracting(each -> each.achievement().name())
        .containsExactly("Bachelor of Science", "Calculus", "Physics");
    Attainment calculus = record.attainments().get(1);
    assertThat(record.attainments().getFirst().achievement().type()).isEqualTo("BachelorDegree");
    assertThat(calculus.achievement().code()).isEqualTo("MATH 201");
    assertThat(calculus.achievement().criteria()).isNull();
    assertThat(calculus.narrative()).isEqualTo("Criteria: of another system");
    assertThat(calculus.outcomes().getFirst().kind()).isEqualTo("LetterGrade");
    assertThat(calculus.awarded()).isEqualTo(Instant.parse("2025-12-15T00:00:00Z"));
    assertThat(record.attainments().get(2).awarded()).isNull();
    assertThat(record.averages().getFirst().gradePoints()).isEqualByComparingTo("3.5");
    assertThat(read.losses()).extracting(Loss::what).containsExactly("namespace", "SSN");
    assertThat(read.losses().getFirst().why()).contains("v1.8.0");
  }

  @Test
  void a_transcript_in_an_envelope_is_found() {
    String transcript = FOREIGN.replace("v1.8.0", "v1.6.0");
    String envelope =
        "<x:EdExchangeEnvelope xmlns:x='urn:xmlns:EdExchange:v1.0.7'><TransmissionData/><Content>"
            + transcript
            + "</Content></x:EdExchangeEnvelope>";
    assertThat(PescRecords.read(envelope.getBytes(UTF_8)).value().attainments()).hasSize(3);
  }

  @Test
  void long_and_odd_texts_are_cut_where_the_schema_demands_it_and_stand_whole_in_the_notes() {
    String name = "Explains  a decision \n" + "to a board that doubts it \ud83d\ude00 ".repeat(30);
    LearnerRecord record = renamed(each -> name);
    Converted<Document> written = PescRecords.write(record);
    byte[] bytes = XmlOutput.bytes(written.value());
    PescSchema.accepts(bytes);
    LearnerRecord back = PescRecords.read(bytes).value();
    assertThat(back.attainments().getFirst().achievement().name()).isEqualTo(name);
    assertThat(back.learner().fullName()).isEqualTo(name);
    assertThat(back.institution().name()).isEqualTo(name);
    assertThat(written.losses()).noneMatch(each -> each.place().endsWith("name"));
    Converted<Document> longer = PescRecords.write(renamed(each -> "x ".repeat(10_000)));
    PescSchema.accepts(XmlOutput.bytes(longer.value()));
    assertThat(longer.losses()).anyMatch(each -> each.place().endsWith("achievement.name"));
    PescSchema.accepts(XmlOutput.bytes(PescRecords.write(renamed(each -> "\u0000\u000b")).value()));
  }

  @Test
  void what_is_no_transcript_is_refused_with_a_sentence() {
    for (String text :
        List.of(
            "<CollegeTranscript/>",
            "<a",
            "<!DOCTYPE a><a/>",
            "<c:CollegeTranscript xmlns:c='urn:org:pesc:message:HighSchoolTranscript:v1.0.0'/>",
            "<c:CollegeTranscript xmlns:c='urn:org:pesc:message:CollegeTranscript:v1.6.0'/>",
            FOREIGN.replace("2026-01-05T10:00:00", "yesterday"),
            "<b:AcademicRecordBatch xmlns:b='urn:org:pesc:message:AcademicRecordBatch:v2.1.0'/>")) {
      assertThatThrownBy(() -> PescRecords.read(text.getBytes(UTF_8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("Exception");
    }
  }

  /** The full record with every name changed. */
  private static LearnerRecord renamed(UnaryOperator<String> name) {
    LearnerRecord record = FullRecord.record();
    Learner learner = record.learner();
    Institution institution = record.institution();
    return new LearnerRecord(
        record.id(),
        name.apply(record.name()),
        new Learner(
            learner.id(),
            name.apply("n"),
            name.apply("g"),
            name.apply("f"),
            learner.dateOfBirth(),
            learner.email(),
            learner.identifiers()),
        new Institution(
            institution.id(),
            name.apply("i"),
            institution.url(),
            institution.email(),
            institution.phone(),
            institution.address(),
            institution.identifiers()),
        record.issued(),
        record.validUntil(),
        record.periods(),
        record.attainments().stream().map(each -> renamed(each, name)).toList(),
        record.links(),
        record.averages());
  }

  private static Attainment renamed(Attainment attainment, UnaryOperator<String> name) {
    Attainment.Achievement achievement = attainment.achievement();
    return new Attainment(
        attainment.id(),
        new Attainment.Achievement(
            achievement.id(),
            achievement.type(),
            name.apply(achievement.name()),
            name.apply(achievement.description()),
            name.apply("criteria"),
            name.apply("code"),
            name.apply("field"),
            achievement.language(),
            achievement.creditsAvailable(),
            achievement.alignments(),
            achievement.identifiers(),
            achievement.tags()),
        attainment.awarded(),
        attainment.validUntil(),
        attainment.started(),
        attainment.ended(),
        attainment.periodId(),
        attainment.creditsEarned(),
        attainment.outcomes(),
        name.apply("narrative"),
        attainment.evidence(),
        attainment.awardedBy());
  }

  private static String text(Document document) {
    return new String(XmlOutput.bytes(document), UTF_8);
  }
}
