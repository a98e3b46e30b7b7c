package org.vellum.transcript.verification;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.vellum.credentials.pdf.PdfVerifier;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;
import org.vellum.platform.usecase.Component;

/**
 * Verifies a document that somebody brings. Not a use case: it changes nothing, and must not hold a
 * transaction open while other servers are asked.
 */
@Component
public class VerifyDocument {
  /** The largest document that is looked at, in bytes. */
  public static final int LARGEST = 10_000_000;

  private final Verifier verifier = new Verifier();
  private final PdfVerifier pages = new PdfVerifier(verifier);
  private final KnownDocuments documents;
  private final ReportReader reader;
  private final Clock clock;

  @Inject
  public VerifyDocument(KnownDocuments documents, ReportReader reader, Clock clock) {
    this.documents = documents;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Verifies.
   *
   * @param document at most {@link #LARGEST} bytes
   */
  public Verification verify(byte[] document) {
    Instant at = clock.instant();
    Documents known = documents.forOneVerification();
    VerificationReport report =
        PdfVerifier.isPdf(document)
            ? pages.verify(document, known, at).asVerification()
            : verifier.verify(document, known, at);
    return new Verification(at, document.length, sha256(document), reader.read(report));
  }

  private static String sha256(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
