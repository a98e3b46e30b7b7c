package org.vellum.credentials.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;

/**
 * What is taken out of a stranger's PDF. It is opened here and nowhere else, within bounds, and
 * never throws.
 *
 * @param signatures its signatures
 * @param attached the record in it
 * @param findings what is wrong with it
 */
record PdfFile(
    List<PDSignature> signatures, Optional<AttachedRecord> attached, List<Finding> findings) {

  static PdfFile read(byte[] pdf) {
    Optional<Finding> refusal = StreamBounds.refusal(pdf);
    if (refusal.isPresent()) {
      return empty(refusal.get());
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted()) {
        return empty(encrypted());
      }
      List<Finding> findings = new ArrayList<>();
      Optional<AttachedRecord> attached = AttachedRecord.find(document, findings);
      return new PdfFile(document.getSignatureDictionaries(), attached, findings);
    } catch (InvalidPasswordException e) {
      return empty(encrypted());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A parser of a stranger's file fails in many ways, and all of them mean this.
      return empty(
          new Finding(Severity.ERROR, "not-a-pdf", "", "it is not a PDF that can be read", ""));
    }
  }

  private static PdfFile empty(Finding finding) {
    return new PdfFile(List.of(), Optional.empty(), List.of(finding));
  }

  private static Finding encrypted() {
    return new Finding(
        Severity.COULD_NOT_BE_CHECKED,
        "encrypted",
        "",
        "the PDF is encrypted; what it shows is not looked at here",
        "");
  }
}
