package org.vellum.credentials.elmo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.XmlOutput;
import org.w3c.dom.Document;

/** Grading schemes, levels, attachments, parts of parts, several issuers, several versions. */
class ElmoPartsTest {
  private static final Institution PARTNER =
      new Institution(
          "https://partner.example/",
          "Partner",
          "https://partner.example/home",
          null,
          null,
          new Institution.Address(null, null, null, null, "PL"),
          List.of());

  @Test
  void a_degree_with_modules_of_courses_and_a_course_of_a_partner_comes_back() {
    LearnerRecord record = aDegree();
    Converted<Document> written = ElmoRecords.write(record);
    Converted<LearnerRecord> read = ElmoRecords.read(XmlOutput.bytes(written.value()));
    LearnerRecord back = read.value();
    assertThat(read.losses()).isEmpty();
    assertThat(back.attainments()).isEqualTo(record.attainments());
    assertThat(back.links()).isEqualTo(record.links());
    assertThat(written.losses())
        .extracting(each -> each.place().replaceAll("\\[[0-9]+]", ""))
        .containsOnly(
            "id",
            "validUntil",
            "periods",
            "averages",
            "institution.email",
            "institution.phone",
            "institution.address.street",
            "institution.address.locality",
            "institution.address.region",
            "institution.address.postalCode",
            "learner.email",
            "learner.identifiers");
    assertThat(new String(XmlOutput.bytes(written.value()), UTF_8))
        .contains(
            "<level>Bachelor</level>",
            "<ref>evidence-1</ref>",
            "Values from the lowest: F, D, C, B, A",
            "<gradingSchemeLocalId>scheme-1<",
            "localId=\"scheme-1\"")
        .doesNotContain("scheme-2");
  }

  @Test
  void circles_and_parts_too_deep_are_written_once_each() {
    LearnerRecord record = aDegree();
    List<Attainment> deep = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      deep.add(attainment("deep" + i, "Course", null));
      links.add(new Link("isPartOf", "urn:a:deep" + i, "urn:a:deep" + (i == 0 ? 39 : i - 1)));
    }
    LearnerRecord odd = with(record, deep, links);
    Converted<Document> written = ElmoRecords.write(odd);
    LearnerRecord back = ElmoRecords.read(XmlOutput.bytes(written.value())).value();
    assertThat(back.attainments()).hasSameElementsAs(deep);
    assertThat(written.losses()).anyMatch(each -> each.place().startsWith("links["));
  }

  @Test
  void the_german_example_of_version_1_7_is_read_with_its_levels_and_attachments() {
    // In the published file's extension an element is opened and never closed.
    String example = StandardsFiles.text("emrex-elmo/v1.7-preview/example-de.xml");
    String wellFormed = example.replaceAll("(?s)<extension>.*?</extension>", "");
    assertThatThrownBy(() -> ElmoRecords.read(example.getBytes(UTF_8)))
        .hasMessage("not well-formed XML at 167:19");
    Converted<LearnerRecord> read = ElmoRecords.read(wellFormed.getBytes(UTF_8));
    assertThat(read.value().learner().familyName()).isEqualTo("Mustermann");
    assertThat(read.value().attainments().getFirst().achievement().alignments())
        .isNotEmpty()
        .allMatch(each -> each.type() != null && each.framework() != null);
    assertThat(read.losses()).extracting(Loss::what).contains("gradingScheme", "groups");
  }

  /** As version 2.0 has it, with words that 1.x has not. */
  private static final String VERSION_2 =
      """
      <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
      <generatedDate>2026-03-01T10:00:00+01:00</generatedDate>
      <learner><givenNames>Ida</givenNames><familyName>Noddack</familyName>
      <alternativeName>Tacke</alternativeName><dateOfBirth>1996-02-25</dateOfBirth></learner>
      <report><issuer><identifier type="schac">a.example</identifier><title>A</title>
      <url>https://a.example</url></issuer>
      <learningOpportunitySpecification><identifier type="local">X1</identifier>
      <title xml:lang="de">Chemie</title><title xml:lang="en">Chemistry</title>
      <specifies><learningOpportunityInstance><date>2026-02-01</date><status>passed</status>
      <gradingSchemeExternalId>x</gradingSchemeExternalId><resultLabel>1,3</resultLabel>
      </learningOpportunityInstance></specifies></learningOpportunitySpecification>
      <resultOfRecognition><status>Positive</status></resultOfRecognition>
      <issueDate>2026-02-28T10:00:00+01:00</issueDate></report></elmo>
      """;

  @Test
  void version_2_is_read_and_its_new_parts_are_named_as_left() {
    Converted<LearnerRecord> read = ElmoRecords.read(VERSION_2.getBytes(UTF_8));
    assertThat(read.value().learner().dateOfBirth()).isEqualTo("1996-02-25");
    Attainment chemistry = read.value().attainments().getFirst();
    assertThat(chemistry.achievement().name()).isEqualTo("Chemistry");
    assertThat(chemistry.outcomes())
        .extracting(Attainment.Outcome::value)
        .containsExactly("1,3", "Completed");
    assertThat(read.losses())
        .extracting(Loss::what)
        .contains("alternativeName", "gradingSchemeExternalId", "resultOfRecognition")
        .doesNotContain("namespace");
    String later = VERSION_2.replace("tree/v1", "tree/v3");
    assertThat(ElmoRecords.read(later.getBytes(UTF_8)).losses().getFirst().what())
        .isEqualTo("namespace");
  }

  @Test
  void of_very_many_unknown_parts_a_thousand_are_named_and_very_many_terms_are_read() {
    String part =
        "<learningOpportunitySpecification><title>t</title><specifies><learningOpportunityInstance>"
            + "<academicTerm><title>#</title><start>2026-01-01</start><end>2026-06-01</end>"
            + "</academicTerm></learningOpportunityInstance></specifies><x/>"
            + "</learningOpportunitySpecification>";
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      parts.append(part.replace("#", String.valueOf(i)));
    }
    String text =
        VERSION_2.replace("<resultOfRecognition>", "<x/>".repeat(50_000) + "<resultOfRecognition>");
    String all =
        text.replace(
            "<learningOpportunitySpecification>", parts + "<learningOpportunitySpecification>");
    Converted<LearnerRecord> read = ElmoRecords.read(all.getBytes(UTF_8));
    assertThat(read.value().periods()).hasSize(3_000);
    assertThat(read.losses()).hasSizeLessThan(1_010);
  }

  /** A bachelor's degree with a module with two courses, and one course elsewhere. */
  static LearnerRecord aDegree() {
    List<Attainment> all =
        List.of(
            attainment("degree", "BachelorDegree", null),
            attainment("module", "Course", null),
            attainment("cells", "Course", null),
            attainment("genes", "Course", null),
            attainment("abroad", "Course", PARTNER));
    List<Link> links =
        List.of(
            new Link("isPartOf", "urn:a:module", "urn:a:degree"),
            new Link("isPartOf", "urn:a:cells", "urn:a:module"),
            new Link("isPartOf", "urn:a:genes", "urn:a:module"));
    return with(Transcripts.rich(), all, links);
  }

  private static LearnerRecord with(
      LearnerRecord record, List<Attainment> attainments, List<Link> links) {
    return new LearnerRecord(
        record.id(),
        record.name(),
        record.learner(),
        record.institution(),
        record.issued(),
        record.validUntil(),
        record.periods(),
        attainments,
        links,
        record.averages());
  }

  private static Attainment attainment(String id, String type, @Nullable Institution by) {
    Attainment.Achievement achievement =
        new Attainment.Achievement(
            "urn:a:" + id,
            type,
            "The " + id,
            "About it",
            null,
            null,
            "Biology",
            "en",
            null,
            List.of(
                new Attainment.Alignment(
                    Elmo.QUALIFICATION_LEVEL, "First cycle", "urn:elmo:level:EQF:6", "6", "EQF")),
            List.of(),
            List.of());
    return new Attainment(
        "urn:t:" + id,
        achievement,
        Instant.parse("2026-02-01T00:00:00Z"),
        null,
        null,
        null,
        null,
        new BigDecimal("7.5"),
        List.of(
            new Attainment.Outcome(
                "LetterGrade", "Final grade", "A", "F", "A", "D", List.of("F", "D", "C", "B", "A")),
            new Attainment.Outcome("Status", "Status", "Completed", null, null, null, List.of())),
        null,
        List.of(
            new Attainment.Evidence("https://u.example/thesis.pdf", "Thesis", "On cells", null),
            new Attainment.Evidence(
                "data:application/pdf;base64,JVBERi0xLjcK", "Essay", null, null)),
        by);
  }
}
