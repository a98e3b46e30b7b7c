package org.vellum.credentials.elmo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.record.Period;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

class ElmoRecordsTest {
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void what_is_not_listed_as_lost_comes_back_as_it_was() {
    LearnerRecord record = aRecord();
    Converted<Document> written = ElmoRecords.write(record);
    LearnerRecord read = ElmoRecords.read(XmlOutput.bytes(written.value())).value();
    assertThat(read.learner()).isEqualTo(record.learner());
    assertThat(read.institution()).isEqualTo(record.institution());
    assertThat(read.links()).isEqualTo(record.links());
    assertThat(read.attainments())
        .extracting(each -> each.achievement().name())
        .containsExactly("Biology", "Cells");
    assertThat(read.attainments().get(1).creditsEarned()).isEqualByComparingTo("7.5");
    assertThat(written.losses())
        .extracting(Loss::place)
        .contains("id", "name", "attainments[1].achievement.criteria", "attainments[1].narrative")
        .doesNotContain("learner.fullName", "attainments[1].achievement.code")
        .noneMatch(each -> each.startsWith("institution"));
  }

  @Test
  void a_signed_document_verifies_and_is_read_without_a_loss_of_its_own() {
    Document document = ElmoRecords.write(aRecord()).value();
    XmlToSign.sign(document.getDocumentElement(), XmlKey.p256(), Profile.XADES_B_B, AT);
    assertThat(XmlSignatures.verify(document, AT)).isInstanceOf(XmlVerification.Valid.class);
    assertThat(ElmoRecords.read(document).losses()).isEmpty();
  }

  @Test
  void the_published_example_is_read_and_what_is_left_is_named() {
    byte[] example = StandardsFiles.text("emrex-elmo/v1/example.xml").getBytes(UTF_8);
    Converted<LearnerRecord> read = ElmoRecords.read(example);
    assertThat(read.value().learner().familyName()).isEqualTo("Rygielski");
    assertThat(read.value().institution().name()).isEqualTo("University of Warsaw");
    assertThat(read.value().attainments())
        .extracting(each -> each.achievement().name())
        .contains("Compiler construction", "The importance of <br> in HTML");
    assertThat(read.losses()).extracting(Loss::what).contains("citizenship", "gradingScheme");
  }

  @Test
  void what_is_no_elmo_is_refused_with_a_sentence() {
    for (String text : List.of("<elmo/>", "<a", "<!DOCTYPE a><a/>", "<elmo xmlns='urn:v9'/>")) {
      assertThatThrownBy(() -> ElmoRecords.read(text.getBytes(UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  static LearnerRecord aRecord() {
    Institution institution =
        new Institution(
            "did:web:u.example",
            "University",
            "https://u.example",
            null,
            null,
            new Institution.Address(null, null, null, null, "US"),
            List.of(new Identifier("schac", "u.example", null)));
    Learner learner =
        new Learner(
            "did:example:ada",
            "Ada Lovelace",
            "Ada",
            "Lovelace",
            LocalDate.parse("1815-12-10"),
            null,
            List.of(new Identifier("local", "4711", null)));
    return new LearnerRecord(
        "urn:uuid:record",
        "Transcript",
        learner,
        institution,
        AT,
        null,
        List.of(
            new Period(
                "fall", "Fall 2025", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-20"))),
        List.of(attainment("biology", "Biology", null), attainment("cells", "Cells", "fall")),
        List.of(new Link("isPartOf", "urn:a:cells", "urn:a:biology")),
        List.of());
  }

  private static Attainment attainment(String id, String name, @Nullable String period) {
    Attainment.Achievement achievement =
        new Attainment.Achievement(
            "urn:a:" + id,
            "Course",
            name,
            "About " + name,
            "An exam.",
            "BIO " + id,
            null,
            "en",
            null,
            List.of(),
            List.of(),
            List.of());
    return new Attainment(
        "urn:t:" + id,
        achievement,
        AT,
        null,
        null,
        null,
        period,
        new BigDecimal("7.5"),
        List.of(new Attainment.Outcome("LetterGrade", "Grade", "A", null, null, null, List.of())),
        "Well done.",
        List.of(),
        null);
  }
}
