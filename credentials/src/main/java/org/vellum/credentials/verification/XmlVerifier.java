package org.vellum.credentials.verification;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.jsonld.Limits;
import org.vellum.credentials.pesc.BatchItem;
import org.vellum.credentials.pesc.BatchReader;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.xml.Fault;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlRead;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

/**
 * Judges a transcript in XML (ELMO, PESC College Transcript, a batch of these) at an instant, by
 * its enveloped signature. As {@link Verifier}: it looks at nothing but the bytes, the instant and
 * the documents it is given, never throws for what a stranger brings, and its work is bounded.
 */
public final class XmlVerifier {
  private final VerificationLimits limits;
  private final TrustedIssuers trusted;

  /** Verifies within the default limits. */
  public XmlVerifier() {
    this(VerificationLimits.DEFAULT, TrustedIssuers.none());
  }

  /**
   * Verifies within the given limits.
   *
   * @param trusted whom the caller trusts; its authorities may bind a certificate to an issuer
   */
  public XmlVerifier(VerificationLimits limits, TrustedIssuers trusted) {
    this.limits = limits;
    this.trusted = trusted;
  }

  /** Whether bytes begin as XML does; whether they are XML is another question. */
  public static boolean isXml(byte[] document) {
    for (byte each : document) {
      boolean mark = each == (byte) 0xef || each == (byte) 0xbb || each == (byte) 0xbf;
      boolean wide = each == (byte) 0xfe || each == (byte) 0xff || each == 0;
      if (each == '<') {
        return true;
      }
      if (each > ' ' || (each < 0 && !mark && !wide)) {
        return false;
      }
    }
    return false;
  }

  /**
   * What is known about a document.
   *
   * @param document the bytes as the stranger brought them
   * @param documents how to get the keys of the issuer
   * @param at the instant at which the transcript is to hold
   */
  public VerificationReport verify(byte[] document, Documents documents, Instant at) {
    Library library =
        new Library(
            documents,
            new StrictJson(limits.documentBytes(), Limits.DEFAULT.depth()),
            limits.fetches());
    XmlIssuer issuer = new XmlIssuer(new Keys(library), trusted, at);
    try {
      return switch (new HardenedXml(limits.documentBytes()).read(document)) {
        case XmlRead.Faulty faulty -> unread(Severity.ERROR, faulty.fault());
        case XmlRead.TooMuch much -> unread(Severity.COULD_NOT_BE_CHECKED, much.fault());
        case XmlRead.Parsed parsed when XmlTranscript.isBatch(parsed.document()) ->
            batch(document, issuer, at);
        case XmlRead.Parsed parsed -> transcript(parsed.document(), issuer, at, "");
      };
    } catch (RuntimeException e) {
      System.getLogger(XmlVerifier.class.getName())
          .log(System.Logger.Level.ERROR, "a verification failed: " + e.getClass().getName());
      return unread(
          Severity.COULD_NOT_BE_CHECKED, new Fault("failed", "", "the verification itself failed"));
    }
  }

  private static VerificationReport transcript(
      Document brought, XmlIssuer issuer, Instant at, String place) {
    Document document;
    try {
      document = PescRecords.unwrapped(brought);
    } catch (IllegalArgumentException e) {
      return unread(Severity.ERROR, new Fault("unreadable", place, String.valueOf(e.getMessage())));
    }
    // First the signature: it must be of the document as it came.
    XmlVerification verification = XmlSignatures.verify(document, at);
    return new XmlTranscript(document, place).report(verification, issuer, at);
  }

  /** A batch has no signature; it is as good as the worst transcript in it. */
  private VerificationReport batch(byte[] bytes, XmlIssuer issuer, Instant at) {
    List<VerificationReport> nested = new ArrayList<>();
    Findings document = new Findings(Check.Kind.DOCUMENT);
    int items =
        BatchReader.read(
            new ByteArrayInputStream(bytes),
            limits.documentBytes(),
            item -> {
              if (nested.size() < limits.nested()) {
                nested.add(item(item, issuer, at));
              }
            });
    if (items > nested.size()) {
      add(document, Severity.COULD_NOT_BE_CHECKED, "too-many-nested", "", "too many transcripts");
    }
    add(
        document,
        Severity.REMARK,
        "batch",
        "",
        "a batch of " + items + " transcripts, each with a signature of its own");
    return report(document.check(), nested);
  }

  private static VerificationReport item(BatchItem item, XmlIssuer issuer, Instant at) {
    return switch (item) {
      case BatchItem.Transcript one ->
          transcript(one.document(), issuer, at, "item " + one.number());
      case BatchItem.Faulty faulty -> {
        Severity severity =
            faulty.fault().code().equals("too-much")
                ? Severity.COULD_NOT_BE_CHECKED
                : Severity.ERROR;
        yield unread(severity, faulty.fault());
      }
    };
  }

  private static VerificationReport report(Check document, List<VerificationReport> nested) {
    List<Check> checks = new ArrayList<>();
    for (Check.Kind kind : Check.Kind.values()) {
      checks.add(
          switch (kind) {
            case DOCUMENT -> document;
            case CREDENTIALS -> Inside.credentials(nested);
            default -> new Findings(kind).check();
          });
    }
    Verdict verdict = Verdict.worst(checks.stream().map(Check::verdict).toList());
    return new VerificationReport(verdict, checks, List.of(), nested, List.of(), null, "");
  }

  private static VerificationReport unread(Severity severity, Fault fault) {
    Findings read = new Findings(Check.Kind.DOCUMENT);
    add(read, severity, fault.code(), fault.place(), fault.message());
    List<Check> checks = new ArrayList<>(List.of(read.check()));
    for (Check.Kind kind : Check.Kind.values()) {
      if (kind != Check.Kind.DOCUMENT) {
        checks.add(Findings.notReached(kind));
      }
    }
    return new VerificationReport(
        severity.verdict(), checks, List.of(), List.of(), List.of(), null, "");
  }

  /** The standards whose problems have URLs are not those of XML signatures. */
  static void add(Findings to, Severity severity, String code, String place, String message) {
    to.add(new Finding(severity, code, place, message, ""));
  }
}
