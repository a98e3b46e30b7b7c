package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlToSign;

/**
 * A transcript of 64 KB in XML, read, signed with P-256 and written, against the signature and the
 * hash alone.
 */
final class XmlSignatureBenchmark {
  private static final int WARM_UPS = 60;
  private static final int ROUNDS = 101;
  private static final int A_ROUND = 10;
  private static final int COURSES = 262;

  private final IssuerKey key =
      IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ES256);
  private final byte[] transcript = transcript();

  private XmlSignatureBenchmark() {}

  static List<Figure> measure() throws Exception {
    XmlSignatureBenchmark benchmark = new XmlSignatureBenchmark();
    double[] medians =
        Rounds.processorMedians(
            WARM_UPS,
            ROUNDS,
            () -> {
              for (int each = 0; each < A_ROUND; each++) {
                benchmark.sign();
              }
            },
            () -> {
              for (int each = 0; each < A_ROUND; each++) {
                benchmark.floor();
              }
            });
    return List.of(
        Figure.ofTimes(
            "Reading, signing (XMLDSig) and writing a transcript of "
                + benchmark.transcript.length / 1_000
                + " kB to SHA-256 of it and a bare P-256 signature of "
                + SignatureAlgorithm.ES256.providerName(),
            medians[0] / A_ROUND,
            medians[1] / A_ROUND));
  }

  private void sign() {
    if (!(new HardenedXml().read(transcript) instanceof XmlRead.Parsed parsed)) {
      throw new IllegalStateException("the transcript of the benchmark is not well-formed");
    }
    XmlToSign.sign(
        parsed.document().getDocumentElement(), key, Profile.XMLDSIG, SampleCredentials.AT);
    XmlOutput.bytes(parsed.document());
  }

  private void floor() throws Exception {
    key.sign(MessageDigest.getInstance("SHA-256").digest(transcript));
  }

  private static byte[] transcript() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<transcript xmlns=\"urn:example:transcript\" issued=\"2026-05-01\">\n");
    for (int number = 0; number < COURSES; number++) {
      xml.append("  <course id=\"c").append(number).append("\">\n");
      xml.append("    <title xml:lang=\"en\">Decisions and their costs, part ").append(number);
      xml.append("</title>\n    <credit scheme=\"semester\">3.0</credit>\n");
      xml.append("    <grade scale=\"letter\">A</grade>\n");
      xml.append("    <description>Explains a decision with data &amp; its costs.</description>\n");
      xml.append("  </course>\n");
    }
    return xml.append("</transcript>\n").toString().getBytes(UTF_8);
  }
}
