package org.vellum.credentials.pdf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vellum.credentials.Examples;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.Verifier;
import org.vellum.credentials.xmldsig.XmlKey;

/** A university that signs its records by one key and its pages by another, with a certificate. */
final class SignedTranscripts {
  static final URI PAGE = URI.create("https://university.example/verify/1?a=1&b=2");

  final Examples university = new Examples();
  final XmlKey pageKey = XmlKey.p256();
  final ObjectNode record = university.signedRecord(3);

  SignedTranscripts() {
    String id = Examples.DID + "#" + Multikey.encode(pageKey.publicKey());
    IssuerKey published =
        new IssuerKey(id, pageKey.pair().getPrivate(), pageKey.pair().getPublic());
    university.publishKeys(List.of(university.key, published));
  }

  byte[] unsigned() {
    var options = new TranscriptPdf.Options(record.toString(), PAGE, true);
    return TranscriptPdf.write(ClrRecords.read(record).value(), options).value();
  }

  byte[] signed() {
    return signedBy(pageKey);
  }

  byte[] signedBy(Signer key) {
    return PdfToSign.sign(unsigned(), key, Examples.ISSUED.plusSeconds(86_400));
  }

  PdfReport verify(byte[] pdf) {
    return new PdfVerifier(new Verifier()).verify(pdf, university.documents(), Examples.NOW);
  }

  PdfReport verifyTrusting(byte[] pdf, XmlKey authority) {
    return new PdfVerifier(new Verifier(), Set.copyOf(authority.certificates()))
        .verify(pdf, university.documents(), Examples.NOW);
  }

  /** The verdict on the record in a PDF. */
  static Verdict ofRecord(PdfReport report) {
    return Objects.requireNonNull(report.record()).verdict();
  }

  static List<String> codes(PdfReport report) {
    return report.findings().stream().map(Finding::code).toList();
  }
}
