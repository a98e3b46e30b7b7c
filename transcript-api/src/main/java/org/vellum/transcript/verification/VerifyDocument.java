package org.vellum.transcript.verification;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.pdf.PdfVerifier;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;
import org.vellum.credentials.verification.XmlVerifier;
import org.vellum.platform.usecase.Component;

/**
 * Verifies a document that somebody brings. Not a use case: it changes nothing, and must not hold a
 * transaction open while other servers are asked.
 */
@Component
public class VerifyDocument {
  /** The largest document that is looked at, in bytes. */
  public static final int LARGEST = 10_000_000;

  private static final byte PNG = (byte) 0x89;

  private final Verifier verifier = new Verifier();
  private final PdfVerifier pages = new PdfVerifier(verifier);
  private final XmlVerifier transcripts = new XmlVerifier();
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
    BakedBadge badge = BakedBadge.extract(document);
    byte[] credential = badge instanceof BakedBadge.Found found ? bytes(found) : document;
    return new Verification(
        at,
        document.length,
        sha256(document),
        picture(badge, document),
        reader.read(report(credential, at)));
  }

  private VerificationReport report(byte[] credential, Instant at) {
    Documents known = documents.forOneVerification();
    if (PdfVerifier.isPdf(credential)) {
      return pages.verify(credential, known, at).asVerification();
    }
    return XmlVerifier.isXml(credential)
        ? transcripts.verify(credential, known, at)
        : verifier.verify(credential, known, at);
  }

  private static byte[] bytes(BakedBadge.Found found) {
    return found.text().strip().getBytes(StandardCharsets.UTF_8);
  }

  /** The picture in which a badge is, for the page; no server is asked for it. */
  private static String picture(BakedBadge badge, byte[] document) {
    if (!(badge instanceof BakedBadge.Found)) {
      return "";
    }
    String type = document[0] == PNG ? "png" : "svg+xml";
    return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(document);
  }

  private static String sha256(byte[] document) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
