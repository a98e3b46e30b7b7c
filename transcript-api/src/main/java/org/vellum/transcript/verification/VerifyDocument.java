package org.vellum.transcript.verification;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.file.CredentialFile.Picture;
import org.vellum.credentials.file.FileReport;
import org.vellum.credentials.file.FileVerifier;
import org.vellum.platform.usecase.Component;

/**
 * Verifies a document that somebody brings. Not a use case: it changes nothing, and must not hold a
 * transaction open while other servers are asked.
 */
@Component
public class VerifyDocument {
  /** The largest document that is looked at, in bytes. */
  public static final int LARGEST = 10_000_000;

  private final FileVerifier verifier = new FileVerifier();
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
    FileReport report = verifier.verify(document, documents.forOneVerification(), at);
    return new Verification(
        at, document.length, sha256(document), picture(report), reader.read(report.report()));
  }

  /** The picture in which a badge is, for the page; no server is asked for it. */
  private static String picture(FileReport report) {
    return report.file() instanceof Picture picture && picture.badge() instanceof BakedBadge.Found
        ? "data:"
            + picture.mediaType()
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.bytes())
        : "";
  }

  private static String sha256(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
