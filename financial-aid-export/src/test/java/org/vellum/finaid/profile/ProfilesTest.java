package org.vellum.finaid.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.finaid.export.CsvProfile;
import org.vellum.finaid.export.Form;
import org.vellum.finaid.export.PackageWriter;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;
import org.vellum.testsupport.SharedData;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ProfilesTest {
  @TempDir Path folder;

  private Path ntpx;

  @BeforeEach
  void a_package_of_three_learners() throws Exception {
    LearnerRecords records =
        LearnerRecords.by(new AProgram().catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);
    ntpx = folder.resolve("ntpx");
    try (PackageWriter writer =
        PackageWriter.begin(ntpx, run(), Set.of(Form.NDJSON), CsvProfile.PLAIN)) {
      writer.write(records.ofPrograms());
      for (ALearner learner : learners()) {
        writer.write(records.of(learner.facts()));
      }
      writer.publish(IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ES256));
    }
  }

  private static RunInfo run() {
    return new RunInfo(
        "run-1",
        RunInfo.Kind.FULL,
        "00123400",
        ALearner.SOURCE,
        ALearner.SOURCE,
        "US-TIV-2025.1",
        Optional.empty(),
        Optional.empty());
  }

  /** The second has nothing but a leave, the third two enrollments. */
  private static List<ALearner> learners() {
    ALearner one = ALearner.of("1").engagedUntil(ALearner.AS_OF).passed("u-1", "4.5", 20);
    ALearner two = ALearner.of("2").engagedUntil(ALearner.AS_OF);
    two.familyName = "Ångström, \"Å\"";
    two.leaves.add(
        new LeaveFacts(
            LeaveFacts.Kind.UNSCHEDULED,
            ALearner.START.plusDays(3),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    ALearner three = ALearner.of("3").engagedUntil(ALearner.AS_OF).passed("u-1", "3", 20);
    ALearner before = ALearner.of("3").passed("u-2", "1", 10).withdrew(ALearner.START.plusDays(11));
    before.enrollmentId = "E-0";
    three.others.add(before.enrollment());
    three.credit =
        new EnrollmentFacts.EntryCredit(new BigDecimal("7.5"), BigDecimal.ZERO, Optional.empty());
    return List.of(one, two, three);
  }

  @Test
  void powerfaids_gets_csv_with_a_mark_and_its_own_dates() throws Exception {
    ProfileRun.Result result = applied("powerfaids-sii");
    assertThat(result.findings()).isEmpty();
    String students = Files.readString(folder.resolve("sii_student.csv"));
    assertThat(students).startsWith("\uFEFFEntity,Student.StudentID,").contains("12/10/2000");
    List<CSVRecord> records = csv("sii_academic_record.csv");
    assertThat(records)
        .extracting(each -> each.get("Student.StudentID"))
        .containsExactly("S-1", "S-2", "S-3", "S-3");
    assertThat(records.get(3).get("AcademicRecord.TransferUnits")).isEqualTo("7.5");
    assertThat(records.getFirst().get("AcademicRecord.ProgramCIPCode")).isEqualTo("11.0701");
    // Three periods of each of four enrollments.
    assertThat(csv("sii_payment_period.csv")).hasSize(12);
  }

  private List<CSVRecord> csv(String name) throws Exception {
    String text = Files.readString(folder.resolve(name)).replace("\uFEFF", "");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }

  @Test
  void regent_gets_what_belongs_to_a_learner_inside_of_the_learner() throws Exception {
    assertThat(applied("regent-sbl").findings()).isEmpty();
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("sbl.xml").toFile());
    Element second = (Element) document.getElementsByTagName("student").item(1);
    assertThat(second.getElementsByTagName("lastName").item(0).getTextContent())
        .isEqualTo("Ångström, \"Å\"");
    assertThat(second.getElementsByTagName("studentBreak").getLength()).isEqualTo(1);
    assertThat(second.getElementsByTagName("courseData").getLength()).isZero();
    Element third = (Element) document.getElementsByTagName("student").item(2);
    assertThat(third.getElementsByTagName("academicInformation").getLength()).isEqualTo(2);
    assertThat(third.getElementsByTagName("courseData").getLength()).isEqualTo(2);
    assertThat(third.getElementsByTagName("r2t4").getLength()).isEqualTo(1);
  }

  @Test
  void oracle_gets_every_year_and_period_to_the_end() throws Exception {
    assertThat(applied("oracle-sfp-safi").findings()).isEmpty();
    String xml = Files.readString(folder.resolve("safi.xml"));
    assertThat(xml.split("<PaymentPeriod>", -1)).hasSize(13);
    assertThat(xml.split("<FasSafiSyncEvent>", -1)).hasSize(5);
    assertThat(xml).contains("<ProgramLengthUnit>Years</ProgramLengthUnit>");
  }

  @Test
  void a_line_of_fixed_widths_has_everything_in_its_place() throws Exception {
    ProfileRun.Result result = applied("clearinghouse-d1");
    // A name that is not of ASCII does not fit, and is not changed behind the aid office's back.
    assertThat(result.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.place()).isEqualTo("en:E-2/Last Name");
          assertThat(finding.message()).contains("ASCII").doesNotContain("ngstr");
        });
    List<String> lines = Files.readAllLines(folder.resolve("d1.txt"), UTF_8);
    assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSize(1250));
    String first = lines.getFirst();
    assertThat(first.substring(0, 2)).isEqualTo("D1");
    assertThat(first.substring(2, 11)).isBlank();
    assertThat(first.substring(674, 717))
        .isEqualTo(
            "110701"
                + "2020"
                + "03"
                + "002000"
                + "Y"
                + "030000"
                + "20250901"
                + "N"
                + first.charAt(708)
                + "20250901");
  }

  @Test
  void the_places_of_the_block_are_those_of_the_layout() throws Exception {
    Path layout = SharedData.path("financial-aid/layouts/nsc-enrollment-D1-1250.csv");
    List<String> lines = Files.readAllLines(layout);
    for (ProfileColumn column :
        Profiles.get("clearinghouse-d1")
            .files()
            .getFirst()
            .records()
            .inside()
            .getFirst()
            .columns()) {
      FixedWidth width = column.width().orElseThrow();
      assertThat(lines)
          .anySatisfy(line ->
              assertThat(line)
                  .contains("," + width.from() + "," + width.to() + "," + width.length() + ",")
                  .endsWith("\"" + column.name() + "\""));
    }
  }

  @Test
  void a_profile_says_whose_word_it_is() {
    assertThat(Profiles.list())
        .hasSize(4)
        .allSatisfy(each -> {
          assertThat(each.status()).isNotEqualTo(MappingProfile.Status.LOCAL);
          assertThat(each.note()).isNotBlank();
        });
    assertThatThrownBy(() -> Profiles.get("../secret"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ProfileRun.Result applied(String name) throws Exception {
    return ProfileRun.apply(Profiles.get(name), ntpx, folder);
  }
}
