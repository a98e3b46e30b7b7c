package org.vellum.credentials.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vellum.credentials.pdf.PdfReport;
import org.vellum.credentials.verification.VerificationReport;

/**
 * What is known about a file and the credential in it.
 *
 * @param file the file
 * @param report the report of the credential, where what was found of the file stands with what was
 *     found of the document
 * @param pages the report of the PDF, if it is one
 */
public record FileReport(
    CredentialFile file, VerificationReport report, Optional<PdfReport> pages) {

  /** The report for programs ({@code docs/standards/verification-report.md}). */
  public ObjectNode toJson() {
    return pages.map(PdfReport::toJson).orElseGet(report::toJson);
  }
}
