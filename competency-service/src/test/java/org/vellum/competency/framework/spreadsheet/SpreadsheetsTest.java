package org.vellum.competency.framework.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.StrictPackage;
import org.vellum.competency.framework.spreadsheet.Spreadsheets.Form;
import org.vellum.competency.framework.spreadsheet.Spreadsheets.Reading;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

/** What is exported as a spreadsheet and read again says the same. */
class SpreadsheetsTest {
  private static final List<String> TEXTS =
      List.of(
          "=HYPERLINK(\"https://evil.example\",\"x\")",
          "'=1",
          "'tis",
          "+1",
          "-1",
          "@SUM(A1)",
          "\t=1",
          " =1",
          "a\r\nb\rc\nd",
          "control \u0001 and _x0041_ and _x005F_",
          "|a|b\\|",
          "  blanks around  ",
          "\"quoted\", with comma",
          "",
          "'",
          "''",
          "🎓 \uFFFE",
          "\uFEFF=1",
          "\uFF1D1",
          "$\\frac{a}{b}$ and *Markdown*");

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);
  private final Spreadsheets spreadsheets =
      new Spreadsheets(
          fixture.objects,
          fixture.ids,
          FrameworkFixture.CLOCK,
          FrameworkFixture.PLATFORM,
          FrameworkFixture.BOUNDS);

  static Stream<String> realPackages() throws Exception {
    Path folder = SharedData.path("case/dev-frameworks-smarterbalanced");
    return Stream.of("mockDOK", "mockELAPackage-0", "mockIT")
        .map(name -> folder.resolve(name + ".json").toString());
  }

  @ParameterizedTest
  @MethodSource("realPackages")
  void a_real_framework_comes_back_equal_from_both_forms(String file) throws Exception {
    comesBackEqual(Files.readAllBytes(Path.of(file)));
  }

  @Test
  void a_framework_in_which_everything_is_odd_comes_back_equal() throws Exception {
    try (InputStream odd =
        Objects.requireNonNull(
            FrameworkFixture.class.getResourceAsStream("caseservice/odd-package.json"))) {
      comesBackEqual(odd.readAllBytes());
    }
  }

  @Test
  void hard_texts_and_every_kind_of_field_come_back_equal() throws Exception {
    comesBackEqual(hard().toString().getBytes(UTF_8));
  }

  @Test
  void no_cell_of_an_export_can_be_taken_for_a_formula() throws Exception {
    Framework framework = imported(hard().toString().getBytes(UTF_8));
    for (Form form : Form.values()) {
      for (SheetRow row : rows(exported(framework, form), form)) {
        assertThat(row.cells().values())
            .noneMatch(cell -> cell.matches("(?s)[\\s\\uFEFF]*[=+@\\-\\uFF1D].*|[\\t\\r\\n].*"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void the_template_is_a_framework_that_can_be_taken_in(Form form) throws Exception {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    spreadsheets.writeTemplate(form, template);

    JsonNode whole = read(template.toByteArray(), form);

    assertThat(fixture.importing(whole.toString()))
        .isInstanceOfSatisfying(
            ImportFramework.Result.Imported.class,
            done -> {
              assertThat(done.items()).isEqualTo(2);
              assertThat(done.associations()).isEqualTo(2);
              assertThat(done.findings()).isEmpty();
            });
    JsonNode second = whole.path("CFAssociations").path(1);
    assertThat(second.path("destinationNodeURI").path("identifier"))
        .isEqualTo(whole.path("CFItems").path(0).path("identifier"));
    assertThat(whole.path("CFItems").path(1).path("conceptKeywords"))
        .isEqualTo(Json.mapper().createArrayNode().add("writing").add("speaking"));
  }

  @Test
  void a_framework_whose_value_no_cell_can_hold_is_exported_as_csv_only() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    ((ObjectNode) Packages.items(whole).get(0)).put("notes", "x".repeat(40_000));
    Framework framework = imported(whole.toString().getBytes(UTF_8));
    assertThat(spreadsheets.findWorkbook(framework)).isEmpty();
    assertThat(read(exported(framework, Form.CSV), Form.CSV).path("CFItems").path(0).path("notes"))
        .isEqualTo(Packages.items(whole).get(0).path("notes"));
  }

  private void comesBackEqual(byte[] json) throws Exception {
    Framework framework = imported(json);
    JsonNode strict = StrictPackage.of(fixture, framework.identifier());
    for (Form form : Form.values()) {
      assertThat(read(exported(framework, form), form)).as(form.name()).isEqualTo(strict);
    }
  }

  private Framework imported(byte[] json) throws Exception {
    assertThat(fixture.importing(json, false)).isInstanceOf(ImportFramework.Result.Imported.class);
    UUID identifier =
        UUID.fromString(
            Json.mapper().readTree(json).path("CFDocument").path("identifier").asText());
    return fixture.frameworks.find(identifier, Audience.REGISTRARS).orElseThrow();
  }

  private byte[] exported(Framework framework, Form form) throws Exception {
    if (form == Form.XLSX) {
      return spreadsheets.findWorkbook(framework).orElseThrow();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    spreadsheets.writeCsv(framework, out);
    return out.toByteArray();
  }

  private JsonNode read(byte[] bytes, Form form) throws Exception {
    Reading reading = spreadsheets.read(bytes, form);
    assertThat(reading)
        .isInstanceOfSatisfying(Reading.Read.class, read -> assertThat(read.findings()).isEmpty());
    return Json.mapper().readTree(((Reading.Read) reading).json());
  }

  private static List<SheetRow> rows(byte[] bytes, Form form) throws Exception {
    Sheets sheets =
        form == Form.CSV ? CsvForm.read(bytes, 1_000) : WorkbookForm.read(bytes, 1_000, 10_000_000);
    return sheets.rows();
  }

  private static ObjectNode hard() {
    ObjectNode whole = Packages.ofItems(9);
    for (int i = 0; i < 9; i++) {
      ObjectNode item = (ObjectNode) Packages.items(whole).get(i);
      item.put("notes", TEXTS.get(2 * i)).put("alternativeLabel", TEXTS.get(2 * i + 1));
      item.putArray("conceptKeywords").add(TEXTS.get(2 * i)).add("").add(TEXTS.get(2 * i + 1));
      item.putObject("extensions").put("ours", TEXTS.get(i)).putArray("list").add(1.50).add(-3);
    }
    ((ObjectNode) Packages.items(whole).get(0)).putArray("educationLevel");
    ((ObjectNode) Packages.items(whole).get(1)).putArray("educationLevel").add("");
    ((ObjectNode) Packages.items(whole).get(2)).putArray("educationLevel").add("-").add("\\-");
    ((ObjectNode) Packages.items(whole).get(3))
        .put("notes", TEXTS.get(18))
        .put("abbreviatedStatement", TEXTS.get(19));
    ((ObjectNode) Packages.associations(whole).get(0)).put("sequenceNumber", -5);
    ((ObjectNode) Packages.associations(whole).get(1).path("originNodeURI"))
        .put("targetType", "CASE");
    subjects(whole);
    rubric(whole);
    return whole;
  }

  private static void subjects(ObjectNode whole) {
    var subjects = Packages.document(whole).putArray("subjectURI");
    for (int i = 0; i < 3; i++) {
      subjects
          .addObject()
          .put("title", i == 1 ? "A|B" : "=S" + i)
          .put("identifier", Packages.item(70 + i))
          .put("uri", "https://publisher.example/CFSubjects/" + Packages.item(70 + i));
    }
  }

  private static void rubric(ObjectNode whole) {
    ObjectNode rubric =
        whole.putArray("CFRubrics").addObject().put("identifier", Packages.item(80));
    rubric.put("uri", "https://publisher.example/r").put("title", "How well");
    rubric.put("lastChangeDateTime", "2026-01-02T03:04:05Z");
    for (int i = 0; i < 2; i++) {
      ObjectNode criterion = rubric.withArray("/CFRubricCriteria").addObject();
      criterion
          .put("identifier", Packages.item(81 + i))
          .put("uri", "https://publisher.example/c" + i)
          .put("weight", 0.25)
          .put("position", i)
          .put("rubricId", Packages.item(80))
          .put("lastChangeDateTime", "2026-01-02T03:04:05Z");
      for (int j = 0; j < 2; j++) {
        ObjectNode level = criterion.withArray("/CFRubricCriterionLevels").addObject();
        level
            .put("identifier", Packages.item(90 + 2 * i + j))
            .put("uri", "https://publisher.example/l" + i + j)
            .put("score", -1.5 * j)
            .put("quality", "=Q")
            .put("lastChangeDateTime", "2026-01-02T03:04:05Z")
            .putArray("extensions")
            .addObject()
            .put("x", true);
      }
    }
  }
}
