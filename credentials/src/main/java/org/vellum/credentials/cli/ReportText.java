package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import org.vellum.credentials.file.FileReport;
import org.vellum.credentials.pdf.PdfReport;
import org.vellum.credentials.pdf.PdfSignature;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;

/**
 * Prints a report for a person at a terminal: the verdict first, then each check and its findings.
 */
final class ReportText {
  private final PrintStream out;

  ReportText(PrintStream out) {
    this.out = out;
  }

  void print(FileReport report) {
    out.println(words(report.report().verdict()).toUpperCase(Locale.ROOT));
    report.pages().ifPresentOrElse(this::print, () -> print(report.report(), ""));
  }

  private void print(PdfReport report) {
    out.println("the PDF");
    for (PdfSignature each : report.signatures()) {
      String signer = Plain.text(each.signer().orElse("?"));
      String claimed = each.claimed() == null ? "" : ", which says " + each.claimed();
      String extent = each.coversAll() ? "over all of it" : "over a part of it";
      out.printf("  %s signature of %s%s, %s%n", each.holds() ? "+" : "x", signer, claimed, extent);
    }
    for (Finding finding : report.findings()) {
      out.println("  " + sign(finding.severity().verdict()) + " " + Plain.text(finding.message()));
    }
    if (report.record() != null) {
      out.println("the record in it: " + words(report.record().verdict()));
      print(report.record(), "  ");
    }
  }

  private void print(VerificationReport report, String indent) {
    out.println(indent + title(report));
    for (Check check : report.checks()) {
      if (!check.isToldOf()) {
        continue;
      }
      out.printf(
          "%s  %s %s: %s%n", indent, sign(check.verdict()), name(check), words(check.verdict()));
      for (Finding finding : check.findings()) {
        String place = finding.place().isEmpty() ? "" : " (at " + Plain.text(finding.place()) + ")";
        out.println(indent + "      " + Plain.text(finding.message()) + place);
      }
    }
    for (VerificationReport nested : report.nested()) {
      print(nested, indent + "  ");
    }
  }

  private static String title(VerificationReport report) {
    JsonNode credential = report.credential();
    if (credential == null) {
      return "not read";
    }
    String name = Plain.text(credential.path("name").asText("a credential without a name"));
    return report.place().isEmpty() ? name : name + "  [" + report.place() + "]";
  }

  private static String name(Check check) {
    return check.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "+";
      case INVALID -> "x";
      case COULD_NOT_BE_CHECKED -> "?";
    };
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "valid";
      case INVALID -> "invalid";
      case COULD_NOT_BE_CHECKED -> "could not be checked";
    };
  }
}
