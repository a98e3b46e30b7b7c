package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.ImportRefusals;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.ctdlasn.CtdlAsn;
import org.vellum.competency.framework.importing.PlanImport.Received;
import org.vellum.competency.framework.importing.PlanImport.Result;
import org.vellum.competency.framework.spreadsheet.RowReport;
import org.vellum.competency.framework.spreadsheet.Spreadsheets;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** Tells by its first bytes in which form a framework comes, and makes a CASE package of it. */
@Component
public class Incoming {
  /** A report on a spreadsheet names every row. */
  private static final int ALL_FINDINGS = 10_000;

  private static final Finding NO_FRAMEWORK =
      Finding.error("not-ctdl-asn", "", "This is JSON-LD without a ceasn:CompetencyFramework.");

  private final PlanImport planImport;
  private final CtdlAsn ctdlAsn;
  private final Spreadsheets spreadsheets;
  private final FrameworkConfiguration bounds;
  private final Addresses addresses;

  @Inject
  public Incoming(
      PlanImport planImport,
      Spreadsheets spreadsheets,
      CtdlAsn ctdlAsn,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.planImport = planImport;
    this.ctdlAsn = ctdlAsn;
    this.spreadsheets = spreadsheets;
    this.bounds = bounds;
    this.addresses = new Addresses(platform.baseUrl());
  }

  /**
   * Makes a plan of what was received.
   *
   * @param publishHere whether its objects get this server's addresses
   * @param source where it came from, for a person
   * @param actor who asks, as the audit log names them
   */
  public Result plan(byte[] bytes, boolean publishHere, String source, String actor) {
    if (bytes.length > bounds.maximumPackage()) {
      return new Result.Refused(List.of(ImportRefusals.tooLarge(bounds.maximumPackage())));
    }
    return switch (Kind.of(bytes)) {
      case CASE -> planImport.plan(Received.of(bytes, publishHere, source), actor);
      case CTDL_ASN ->
          ctdlAsn
              .read(bytes)
              .map(json -> planImport.plan(Received.of(json, publishHere, source), actor))
              .orElseGet(() -> new Result.Refused(List.of(NO_FRAMEWORK)));
      case XLSX -> spreadsheet(bytes, Spreadsheets.Form.XLSX, publishHere, source, actor);
      case CSV -> spreadsheet(bytes, Spreadsheets.Form.CSV, publishHere, source, actor);
    };
  }

  private Result spreadsheet(
      byte[] bytes, Spreadsheets.Form form, boolean publishHere, String source, String actor) {
    return switch (spreadsheets.read(bytes, form)) {
      case Spreadsheets.Reading.Refused refused -> new Result.Refused(refused.findings());
      case Spreadsheets.Reading.Read read ->
          planImport.plan(
              new Received(
                  read.json(), publishHere, source, read.place(), ALL_FINDINGS, read.findings()),
              actor);
    };
  }

  /**
   * What would be said of each row of a spreadsheet, were it imported; nothing is kept. Empty if
   * the bytes are no spreadsheet.
   */
  public Optional<RowReport> report(byte[] bytes) {
    if (bytes.length > bounds.maximumPackage()) {
      return Optional.empty();
    }
    return switch (Kind.of(bytes)) {
      case CASE, CTDL_ASN -> Optional.empty();
      case XLSX -> Optional.of(report(spreadsheets.read(bytes, Spreadsheets.Form.XLSX)));
      case CSV -> Optional.of(report(spreadsheets.read(bytes, Spreadsheets.Form.CSV)));
    };
  }

  private RowReport report(Spreadsheets.Reading reading) {
    return switch (reading) {
      case Spreadsheets.Reading.Refused refused -> RowReport.of(refused.rows(), refused.findings());
      case Spreadsheets.Reading.Read read -> {
        List<Finding> findings = new ArrayList<>(read.findings());
        var terms = new CasePackage.Terms(addresses, false, bounds.maximumObjects());
        List<Finding> judged =
            switch (CasePackage.read(read.json(), terms, ALL_FINDINGS)) {
              case CasePackage.Reading.Refused refused -> refused.findings();
              case CasePackage.Reading.Accepted accepted -> accepted.casePackage().findings();
            };
        for (Finding each : judged) {
          String place = read.place().apply(each.place());
          findings.add(new Finding(each.severity(), each.code(), place, each.message()));
        }
        yield RowReport.of(read.rows(), findings);
      }
    };
  }

  private enum Kind {
    CASE,
    CTDL_ASN,
    CSV,
    XLSX;

    /** JSON begins with a brace or, in error, a bracket; a workbook as a zip; all else is text. */
    static Kind of(byte[] bytes) {
      if (Spreadsheets.isWorkbook(bytes)) {
        return XLSX;
      }
      for (byte each : bytes) {
        char first = (char) (each & 0xFF);
        // Passed over: blanks, a byte order mark, and the zeros of UTF-16 and UTF-32.
        if (!Character.isWhitespace(first)
            && "\u00EF\u00BB\u00BF\u00FE\u00FF\0".indexOf(first) < 0) {
          boolean json = first == '{' || first == '[';
          return !json ? CSV : CtdlAsn.looksLike(bytes) ? CTDL_ASN : CASE;
        }
      }
      return CASE;
    }
  }
}
