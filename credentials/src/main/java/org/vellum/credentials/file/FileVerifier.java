package org.vellum.credentials.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.json.Remark;
import org.vellum.credentials.pdf.PdfReport;
import org.vellum.credentials.pdf.PdfVerifier;
import org.vellum.credentials.verification.Asked;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;
import org.vellum.credentials.verification.TrustedIssuers;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationLimits;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;
import org.vellum.credentials.verification.XmlVerifier;

/**
 * Verifies whatever file a credential comes in: JSON or a token, a PNG or SVG badge, an ELMO or
 * PESC transcript, a PDF.
 */
public final class FileVerifier {
  private final Verifier credentials;
  private final XmlVerifier transcripts;
  private final PdfVerifier pages;

  /** Trusts nobody beforehand. */
  public FileVerifier() {
    this(TrustedIssuers.none());
  }

  /**
   * Trusts some beforehand.
   *
   * @param trusted who is known, and whose word is taken for a certificate
   */
  public FileVerifier(TrustedIssuers trusted) {
    this.credentials = new Verifier(VerificationLimits.DEFAULT, trusted);
    this.transcripts = new XmlVerifier(VerificationLimits.DEFAULT, trusted);
    this.pages = new PdfVerifier(credentials, trusted.authorities());
  }

  /**
   * What is known about a file.
   *
   * @param file the bytes as they were brought
   * @param documents how to get the keys and status lists of the issuer
   * @param at the instant at which the credential is to hold
   */
  public FileReport verify(byte[] file, Documents documents, Instant at) {
    return verify(
        CredentialFile.of(file), at, documents, text -> credentials.verify(text, documents, at));
  }

  /**
   * What is known about a file in which a holder presents credentials.
   *
   * @param asked what the holder was asked to sign along
   */
  public FileReport verify(byte[] file, Documents documents, Instant at, Asked asked) {
    return verify(
        CredentialFile.of(file),
        at,
        documents,
        text -> credentials.verify(text, documents, at, asked));
  }

  /** Judges a credential that is a text. */
  private interface TextJudge {
    VerificationReport judge(byte[] text);
  }

  private FileReport verify(CredentialFile file, Instant at, Documents documents, TextJudge texts) {
    return switch (file) {
      case CredentialFile.Text text -> report(file, texts.judge(text.bytes()));
      case CredentialFile.Picture picture -> report(file, picture(picture, texts));
      case CredentialFile.Xml xml -> report(file, transcripts.verify(xml.bytes(), documents, at));
      case CredentialFile.Pdf pdf -> {
        PdfReport report = pages.verify(pdf.bytes(), documents, at);
        yield new FileReport(file, report.asVerification(), Optional.of(report));
      }
    };
  }

  private static FileReport report(CredentialFile file, VerificationReport report) {
    return new FileReport(file, report, Optional.empty());
  }

  private static VerificationReport picture(CredentialFile.Picture picture, TextJudge texts) {
    return switch (picture.badge()) {
      case BakedBadge.Found found ->
          texts.judge(found.text().strip().getBytes(StandardCharsets.UTF_8));
      case BakedBadge.NoBadge none -> texts.judge(picture.bytes());
      case BakedBadge.Unreadable(Remark why) -> unread(why);
    };
  }

  /** Nothing is known of a credential that may or may not be in a damaged picture. */
  private static VerificationReport unread(Remark why) {
    Finding finding =
        new Finding(Severity.COULD_NOT_BE_CHECKED, why.code(), why.place(), why.message(), "");
    Verdict verdict = Verdict.COULD_NOT_BE_CHECKED;
    return new VerificationReport(
        verdict,
        List.of(new Check(Check.Kind.DOCUMENT, verdict, List.of(finding))),
        List.of(),
        List.of(),
        List.of(),
        null,
        "");
  }
}
