package org.vellum.competency.framework.spreadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Frameworks as spreadsheets, in and out. */
@Component
public class Spreadsheets {
  /** How many times as large as the largest package a workbook may be when unpacked. */
  private static final long UNPACKED = 4;

  private final CaseObjects objects;
  private final Ids ids;
  private final Clock clock;
  private final Addresses addresses;
  private final FrameworkConfiguration bounds;

  @Inject
  public Spreadsheets(
      CaseObjects objects,
      Ids ids,
      Clock clock,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.objects = objects;
    this.ids = ids;
    this.clock = clock;
    this.addresses = new Addresses(platform.baseUrl());
    this.bounds = bounds;
  }

  /** The two forms. */
  public enum Form {
    CSV,
    XLSX
  }

  /** What came of reading. */
  public sealed interface Reading {
    /**
     * A CASE package, not judged yet.
     *
     * @param json the package
     * @param findings what was passed over; no errors
     * @param rows the rows of which it is made, in their order
     * @param place says where in the spreadsheet a JSON pointer leads
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
    record Read(byte[] json, List<Finding> findings, List<Row> rows, UnaryOperator<String> place)
        implements Reading {
      public Read {
        findings = List.copyOf(findings);
        rows = List.copyOf(rows);
      }
    }

    /** The spreadsheet cannot be taken in; the findings tell why, each with sheet, row, column. */
    record Refused(List<Finding> findings, List<Row> rows) implements Reading {
      public Refused {
        findings = List.copyOf(findings);
        rows = List.copyOf(rows);
      }
    }
  }

  /**
   * A row of a spreadsheet.
   *
   * @param sheet the collection of its object
   * @param number which row or line of its file, from 1
   * @param name what its object is called
   */
  public record Row(String sheet, int number, String name) {
    static Row of(SheetRow row) {
      return new Row(row.type().collection(), row.number(), row.name());
    }
  }

  /** Whether bytes begin as those of a workbook. */
  public static boolean isWorkbook(byte[] bytes) {
    return WorkbookForm.looksLike(bytes);
  }

  /** Reads a spreadsheet as a CASE package. */
  public Reading read(byte[] bytes, Form form) {
    try {
      Sheets sheets =
          form == Form.CSV
              ? CsvForm.read(bytes, bounds.maximumObjects())
              : WorkbookForm.read(
                  bytes, bounds.maximumObjects(), UNPACKED * bounds.maximumPackage());
      PackageOfRows.Made made =
          PackageOfRows.of(
              sheets.rows(), new PackageOfRows.Terms(ids::nextV4, addresses, clock.instant()));
      List<Finding> findings = new ArrayList<>(sheets.findings());
      findings.addAll(made.findings());
      List<Row> rows = sheets.rows().stream().map(Row::of).toList();
      boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
      return errors
          ? new Reading.Refused(findings, rows)
          : new Reading.Read(
              Json.mapper().writeValueAsBytes(made.json()), findings, rows, made::place);
    } catch (SpreadsheetException e) {
      return new Reading.Refused(List.of(e.finding()), List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  /** Writes a framework as a CSV file; the stream stays open. */
  public void writeCsv(Framework framework, OutputStream out) throws IOException {
    write(framework, CsvForm.writer(out));
  }

  /** A framework as a workbook; empty if a value is longer than a cell of a workbook may be. */
  public Optional<byte[]> findWorkbook(Framework framework) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(framework, WorkbookForm.writer(out));
      return Optional.of(out.toByteArray());
    } catch (WorkbookForm.CellTooLongException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written to it", e);
    }
  }

  private void write(Framework framework, RowWriter rows) throws IOException {
    for (CaseClass type : CaseClass.values()) {
      rows.begin(type);
      writeAll(framework, type, rows);
    }
    rows.end();
  }

  private void writeAll(Framework framework, CaseClass type, RowWriter rows) throws IOException {
    CaseObjects.Taker taker = json -> rows.row(type, RowsOfObject.cells(type, tree(json), ""));
    switch (type) {
      case DOCUMENT -> taker.take(framework.document());
      case ITEM -> objects.eachItem(framework, taker);
      case ASSOCIATION -> objects.eachAssociation(framework, taker);
      case CRITERION, LEVEL ->
          objects.eachDefinition(
              framework,
              CaseClass.RUBRIC,
              json -> RowsOfObject.writeInside(type, tree(json), rows));
      default -> objects.eachDefinition(framework, type, taker);
    }
  }

  /** Writes a form to fill in, with one framework of two items as an example. */
  public void writeTemplate(Form form, OutputStream out) throws IOException {
    RowWriter rows = writer(form, out);
    for (CaseClass type : CaseClass.values()) {
      rows.begin(type);
      for (Map<String, String> example : Template.rows(type)) {
        rows.row(type, example);
      }
    }
    rows.end();
  }

  private static RowWriter writer(Form form, OutputStream out) throws IOException {
    return form == Form.CSV ? CsvForm.writer(out) : WorkbookForm.writer(out);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
