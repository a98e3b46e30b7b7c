package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.finaid.records.ALearner;
import org.xml.sax.SAXException;

class FormsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("entities")
  void every_line_of_ndjson_fits_its_schema(String entity) throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    Schema schema = schema(ntpx, entity);
    List<JsonNode> lines = APackage.lines(ntpx.resolve(entity + ".ndjson"));
    assertThat(lines).isNotEmpty();
    for (JsonNode line : lines) {
      assertThat(schema.validate(line)).isEmpty();
      ((ObjectNode) line).put("moon", 1);
      assertThat(schema.validate(line)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scheduledUnits, 22.50",
    "scheduledUnits, 1e3",
    "state, ASLEEP",
    "scheduledEnd, 2026-2-1"
  })
  void the_schema_of_ndjson_refuses_what_is_not_canonical(String column, String value)
      throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    JsonNode line = APackage.lines(ntpx.resolve("payment_period.ndjson")).getFirst();
    ((ObjectNode) line).put(column, value);
    assertThat(schema(ntpx, "payment_period").validate(line)).isNotEmpty();
  }

  static List<String> entities() {
    return Entities.ALL.stream().map(Entity::name).toList();
  }

  private static Schema schema(Path ntpx, String entity) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            APackage.JSON.readTree(ntpx.resolve("schema/" + entity + ".schema.json").toFile()));
  }

  @ParameterizedTest
  @MethodSource("entities")
  void every_file_of_xml_fits_its_schema(String entity) throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    xsd(ntpx).validate(new StreamSource(ntpx.resolve(entity + ".xml").toFile()));
    String xml = Files.readString(ntpx.resolve(entity + ".xml"));
    Path broken = folder.resolve("broken.xml");
    Files.writeString(broken, xml.replace("UPSERT", "PERHAPS"));
    assertThatThrownBy(() -> xsd(ntpx).validate(new StreamSource(broken.toFile())))
        .isInstanceOf(SAXException.class);
  }

  private static Validator xsd(Path ntpx) throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newSchema(ntpx.resolve("schema/ntpx-1.0.xsd").toFile()).newValidator();
  }

  @Test
  void csv_says_what_ndjson_says() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    for (Entity entity : Entities.ALL) {
      List<JsonNode> lines = APackage.lines(ntpx.resolve(entity.name() + ".ndjson"));
      List<CSVRecord> rows = rows(ntpx.resolve(entity.name() + ".csv"));
      assertThat(rows).hasSameSizeAs(lines);
      for (int i = 0; i < rows.size(); i++) {
        for (Column column : entity.columns()) {
          assertThat(rows.get(i).get(column.name()))
              .as(column.name())
              .isEqualTo(text(lines.get(i).path(column.name())));
        }
      }
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return String.join(
          " ", StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList());
    }
    return value.isNull() ? "" : value.asText();
  }

  @Test
  void the_metadata_of_csv_names_its_columns_in_order() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    JsonNode metadata =
        APackage.JSON.readTree(ntpx.resolve("schema/payment_period.csv-metadata.json").toFile());
    String header = Files.readAllLines(ntpx.resolve("payment_period.csv")).getFirst();
    assertThat(
            String.join(",", metadata.path("tableSchema").path("columns").findValuesAsText("name")))
        .isEqualTo(header);
    assertThat(ntpx.resolve("schema").resolve(metadata.path("url").asText())).exists();
  }

  @Test
  void lines_of_csv_end_as_rfc_4180_wants_and_texts_are_quoted() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    assertThat(Files.readString(ntpx.resolve("program_version.csv")))
        .endsWith("\r\n")
        .contains("\"Data practice & \"\"care\"\", <BSc>\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)"})
  void a_formula_is_guarded_for_spreadsheets_and_left_alone_for_programs(String title)
      throws Exception {
    assertThat(title(CsvProfile.SPREADSHEET, title)).isEqualTo("'" + title);
    assertThat(title(CsvProfile.PLAIN, title)).isEqualTo(title);
    assertThat(title(CsvProfile.MARKED, title)).isEqualTo(title);
  }

  @Test
  void an_identifier_is_guarded_too() throws Exception {
    Path ntpx = folder.resolve("ntpx");
    ALearner learner = ALearner.of("1");
    learner.id = "=1+1";
    APackage.of(ntpx, CsvProfile.SPREADSHEET, APackage.program("Data"), List.of(learner.facts()));
    assertThat(rows(ntpx.resolve("enrollment.csv")).getFirst().get("institutionStudentId"))
        .isEqualTo("'=1+1");
  }

  @Test
  void excel_finds_its_byte_order_mark_and_others_find_none() throws Exception {
    title(CsvProfile.MARKED, "Data practice");
    assertThat(Files.readString(folder.resolve("MARKED/program_version.csv"), UTF_8))
        .startsWith("\uFEFFrecordId,");
    title(CsvProfile.PLAIN, "Data practice");
    assertThat(Files.readString(folder.resolve("PLAIN/program_version.csv"), UTF_8))
        .startsWith("recordId,");
  }

  private String title(CsvProfile profile, String title) throws IOException {
    Path ntpx = folder.resolve(profile.name());
    APackage.of(ntpx, profile, APackage.program(title), List.of());
    return rows(ntpx.resolve("program_version.csv")).getFirst().get("title");
  }

  private static List<CSVRecord> rows(Path csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String text = Files.readString(csv, UTF_8).replace("\uFEFF", "");
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }
}
