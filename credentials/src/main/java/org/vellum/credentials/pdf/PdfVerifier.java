package org.vellum.credentials.pdf;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/**
 * Judges a PDF and the record in it at an instant. The pages of a PDF can be believed only if it is
 * signed as a whole by the issuer of the record; without that the record in it may hold, and the
 * pages may show anything. It never throws for what a stranger brings, and its work is bounded.
 */
public final class PdfVerifier {
  private static final String DETACHED = "adbe.pkcs7.detached";
  private static final String TIME_STAMP = "ETSI.RFC3161";
  private static final Set<String> WEAK = Set.of("adbe.pkcs7.sha1", "adbe.x509.rsa_sha1");

  /** ISO 32000-2, annex I: where readers look for the header. */
  private static final int HEADER_WITHIN = 1_024;

  private final Verifier verifier;
  private final SignerCheck signers;

  /** Judges the record by the given verifier, and believes no authority. */
  public PdfVerifier(Verifier verifier) {
    this(verifier, Set.of());
  }

  /**
   * Judges the record by the given verifier.
   *
   * @param authorities the certificates from which a signer's may descend to be believed; a signer
   *     whose key the issuer of the record itself publishes, or signed the record with, is believed
   *     without
   */
  public PdfVerifier(Verifier verifier, Set<X509Certificate> authorities) {
    this.verifier = verifier;
    this.signers = new SignerCheck(authorities);
  }

  /** Whether the bytes begin as a PDF does, maybe a little behind the start. */
  public static boolean isPdf(byte[] bytes) {
    int length = Math.min(bytes.length, HEADER_WITHIN);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-");
  }

  /**
   * What is known about a PDF.
   *
   * @param pdf the bytes as the stranger brought them
   * @param documents how to get keys and status lists
   * @param at the instant at which all is to hold
   */
  public PdfReport verify(byte[] pdf, Documents documents, Instant at) {
    PdfFile file = PdfFile.read(pdf);
    List<Finding> findings = new ArrayList<>(file.findings());
    VerificationReport record =
        file.attached().map(each -> verifier.verify(each.bytes(), documents, at)).orElse(null);
    if (record == null) {
      add(findings, Severity.REMARK, "no-record", "", "it carries no learner record");
    }
    List<PdfSignature> signatures = new ArrayList<>();
    for (PDSignature each : file.signatures()) {
      String place = "/signatures/" + signatures.size();
      PdfSignature signature = check(each, pdf, place, findings);
      signatures.add(signature);
      if (signature.holds()) {
        signers.check(signature, record, documents, at, findings);
      }
    }
    whole(signatures, record, findings);
    return PdfReport.of(findings, signatures, file.attached(), record);
  }

  private static PdfSignature check(
      PDSignature signature, byte[] pdf, String place, List<Finding> findings) {
    String format = String.valueOf(signature.getSubFilter());
    Calendar date = signature.getSignDate();
    Instant claimed = date == null ? null : date.toInstant();
    Optional<SignedRange> range = SignedRange.of(signature, pdf);
    boolean all = range.filter(each -> each.end() == pdf.length).isPresent();
    boolean pades = format.equals(SignedRange.PADES.getName());
    CmsCheck cms = new CmsCheck(place, pades, findings);
    boolean holds = false;
    if (WEAK.contains(format)) {
      add(findings, Severity.ERROR, "weak-algorithm", place, "signed with SHA-1");
    } else if (!pades && !format.equals(DETACHED)) {
      String why = "a signature of another kind: " + format;
      add(findings, Severity.COULD_NOT_BE_CHECKED, "unknown-format", place, why);
    } else if (range.isEmpty()) {
      String why = "its range leaves out more than its own value";
      add(findings, Severity.ERROR, "byte-range", place, why);
    } else {
      holds = cms.holds(signature.getContents(), range.get().content(pdf));
    }
    return new PdfSignature(place, format, holds, all, claimed, cms.certificates());
  }

  /** Whether somebody vouches for the file as it is. */
  private static void whole(
      List<PdfSignature> signatures, @Nullable VerificationReport record, List<Finding> findings) {
    if (signatures.isEmpty()) {
      String why =
          record == null
              ? "it is not signed"
              : "the PDF is not signed: only the record in it can be believed, not what it shows";
      add(findings, Severity.COULD_NOT_BE_CHECKED, "not-signed", "", why);
      return;
    }
    if (signatures.stream().anyMatch(each -> each.holds() && each.coversAll())) {
      signatures.stream()
          .filter(each -> each.holds() && !each.coversAll())
          .forEach(each -> {
            String why = "it is of an earlier state, to which a later signer added";
            add(findings, Severity.REMARK, "earlier-state", each.place(), why);
          });
      return;
    }
    boolean stamped = signatures.stream().anyMatch(each -> each.format().equals(TIME_STAMP));
    for (PdfSignature each : signatures) {
      if (each.holds()) {
        Severity severity = stamped ? Severity.COULD_NOT_BE_CHECKED : Severity.ERROR;
        String why = "something was added to the PDF after it was signed";
        add(findings, severity, "changed-after-signing", each.place(), why);
      }
    }
  }

  private static void add(
      List<Finding> findings, Severity severity, String code, String place, String message) {
    findings.add(new Finding(severity, code, place, message, ""));
  }
}
