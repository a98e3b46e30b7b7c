package org.vellum.competency.framework.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.spreadsheet.Spreadsheets.Form;
import org.vellum.competency.framework.spreadsheet.Spreadsheets.Reading;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;

/** Spreadsheets that people get wrong, and those that are made to do harm. */
class SpreadsheetFaultsTest {
  private static final FrameworkConfiguration BOUNDS = new FrameworkConfiguration(1_000_000, 50);
  private static final Clock CLOCK = FrameworkFixture.CLOCK;
  private static final String HEAD =
      "sheet,identifier,title,creator,humanCodingScheme,fullStatement,statusStartDate,parent,"
          + "extensions,inside\n"
          + "CFDocuments,,A framework,Somebody,,,,,,\n";

  @TempDir private Path folder;

  private final Spreadsheets spreadsheets =
      new Spreadsheets(
          new CaseObjects(Jdbi.create("jdbc:none")),
          new Ids(CLOCK, new SecureRandom()),
          CLOCK,
          FrameworkFixture.PLATFORM,
          BOUNDS);

  @Test
  void each_fault_of_a_row_is_told_with_sheet_row_and_column() {
    String csv =
        HEAD
            + "CFItems,,,,A,Can do,,,,\n"
            + "CFItems,,,,B,,2026-13-45,,,\n"
            + "CFItems,no-uuid,,,C,Can do,,,,\n"
            + "CFItems,,,,D,Can do,,X,,\n"
            + "CFItems,,,,E,Can do,,,{not json,\n"
            + "CFRubricCriteria,,,,,,,,,nowhere\n";
    assertThat(refused(csv.getBytes(UTF_8), Form.CSV))
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            "CFItems:6:parent", "CFItems:7:extensions", "CFRubricCriteria:8:inside");
    String better =
        csv.replace(",X,", ",A,").replace("{not json", "").replaceAll("CFRubric.*\n", "");
    assertThat(judged(better.getBytes(UTF_8)))
        .extracting(Finding::place)
        .contains("CFItems:4:fullStatement", "CFItems:4:statusStartDate", "CFItems:5:identifier");
  }

  @Test
  void what_belongs_nowhere_is_told_and_passed_over() {
    String csv =
        "sheet,title,creator,colour\nCFDocuments,T,C,red\nBudget,x,y,z\nCFDocuments,,,,beyond\n";
    assertThat(((Reading.Read) spreadsheets.read(csv.getBytes(UTF_8), Form.CSV)).findings())
        .extracting(Finding::code)
        .containsExactly("unknown-column", "unknown-sheet", "cell-without-column");
  }

  @Test
  void a_file_that_is_no_csv_is_refused_with_the_line() {
    assertThat(refused((HEAD + "CFItems,,,,,\"never closed\n").getBytes(UTF_8), Form.CSV))
        .extracting(Finding::code)
        .containsExactly("not-csv");
    assertThat(refused((HEAD + "CFItems,,,,,caf\u00e9\n").getBytes(ISO_8859_1), Form.CSV))
        .extracting(Finding::code)
        .containsExactly("not-utf-8");
    assertThat(refused(new byte[0], Form.CSV)).extracting(Finding::code).containsExactly("empty");
    assertThat(refused("a;b;c\n".getBytes(UTF_8), Form.CSV))
        .extracting(Finding::code)
        .containsExactly("missing-column");
    assertThat(refused("sheet,title\nCFItems,x\n".getBytes(UTF_8), Form.CSV))
        .extracting(Finding::code)
        .contains("missing-row");
    assertThat(refused((HEAD + HEAD.lines().toList().get(1)).getBytes(UTF_8), Form.CSV))
        .extracting(Finding::code)
        .containsExactly("repeated-row");
  }

  @Test
  void no_more_rows_are_read_than_are_allowed() {
    String csv = HEAD + "CFItems,,,,A,Can do,,,,\n".repeat(60);
    assertThat(refused(csv.getBytes(UTF_8), Form.CSV))
        .extracting(Finding::code)
        .containsExactly("beyond-bounds");
  }

  @Test
  void dates_and_numbers_of_a_spreadsheet_are_read_as_what_they_mean() throws Exception {
    byte[] workbook =
        workbook((document, items) -> {
          items.value(0, 1, "statusStartDate");
          items.value(0, 2, "humanCodingScheme");
          items.value(1, 1, LocalDate.of(2026, 9, 1));
          items.style(1, 1).format("yyyy-mm-dd").set();
          items.value(1, 2, 4.25);
          items.value(2, 2, 7);
        });
    JsonNode items = read(workbook).path("CFItems");
    assertThat(items.path(0).path("statusStartDate").asText()).isEqualTo("2026-09-01");
    assertThat(items.path(0).path("humanCodingScheme").asText()).isEqualTo("4.25");
    assertThat(items.path(1).path("humanCodingScheme").asText()).isEqualTo("7");
  }

  @Test
  void a_zip_bomb_is_cut_off_by_what_it_holds() throws Exception {
    byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[30_000_000]);
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refused(bomb, Form.XLSX)).extracting(Finding::code).containsExactly("beyond-bounds");
  }

  @Test
  void a_file_that_only_looks_like_a_workbook_is_refused() throws Exception {
    assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0}, Form.XLSX))
        .extracting(Finding::code)
        .containsExactly("not-xlsx");
    assertThat(refused(zip("readme.txt", "hello".getBytes(UTF_8)), Form.XLSX))
        .extracting(Finding::code)
        .containsExactly("not-xlsx");
  }

  @Test
  void entities_in_a_workbook_are_not_followed() throws Exception {
    byte[] whole = workbook((document, items) -> {});
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
    byte[] poisoned = replaced(whole, "xl/worksheets/sheet1.xml", bomb, "A framework", "&a;");
    Reading reading = spreadsheets.read(poisoned, Form.XLSX);
    if (reading instanceof Reading.Read read) {
      JsonNode title = Json.mapper().readTree(read.json()).path("CFDocument").path("title");
      assertThat(title.asText()).isIn("", "&a;");
    } else {
      assertThat(((Reading.Refused) reading).findings()).isNotEmpty();
    }
  }

  private interface Filling {
    void fill(Worksheet document, Worksheet items);
  }

  private static byte[] workbook(Filling filling) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet document = workbook.newWorksheet("CFDocuments");
      document.inlineString(0, 0, "title");
      document.inlineString(0, 1, "creator");
      document.inlineString(1, 0, "A framework");
      document.inlineString(1, 1, "Somebody");
      Worksheet items = workbook.newWorksheet("CFItems");
      items.value(0, 0, "fullStatement");
      items.value(1, 0, "First");
      items.value(2, 0, "Second");
      filling.fill(document, items);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private byte[] replaced(byte[] whole, String name, String before, String text, String by)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path file = Files.write(folder.resolve("whole.xlsx"), whole);
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = in.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(name)) {
          String xml = new String(content, UTF_8).replaceFirst("<\\?xml[^>]*>", "");
          assertThat(xml).contains(text);
          content = (before + xml.replace(text, by)).getBytes(UTF_8);
        }
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private JsonNode read(byte[] bytes) throws Exception {
    return Json.mapper().readTree(((Reading.Read) spreadsheets.read(bytes, Form.XLSX)).json());
  }

  private List<Finding> refused(byte[] bytes, Form form) {
    return ((Reading.Refused) spreadsheets.read(bytes, form)).findings();
  }

  private List<Finding> judged(byte[] csv) {
    Reading.Read read = (Reading.Read) spreadsheets.read(csv, Form.CSV);
    var terms =
        new CasePackage.Terms(new Addresses(FrameworkFixture.PLATFORM.baseUrl()), false, 1_000);
    return ((CasePackage.Reading.Refused) CasePackage.read(read.json(), terms, 1_000))
        .findings().stream()
            .map(finding ->
                new Finding(
                    finding.severity(),
                    finding.code(),
                    read.place().apply(finding.place()),
                    finding.message()))
            .toList();
  }
}
