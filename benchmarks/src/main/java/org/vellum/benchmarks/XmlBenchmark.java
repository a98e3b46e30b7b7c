package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.SignedXml;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

/**
 * A transcript of 64 KB in XML, signed with P-256 by XMLDSig and verified; against the signature
 * and the hash alone.
 */
@State(Scope.Benchmark)
public class XmlBenchmark {
  private static final int COURSES = 262;

  private final IssuerKey key =
      IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ES256);
  private final byte[] transcript = transcript();
  private final byte[] signed = sign();
  private final byte[] bareSignature = key.sign(transcript);

  /** Of the whole a part: reading into a tree. */
  @Benchmark
  public Document read() {
    return read(transcript);
  }

  /** What is measured: from bytes to signed bytes. */
  @Benchmark
  public final byte[] sign() {
    return SignedXml.sign(transcript, key, Profile.XMLDSIG, SampleCredentials.AT);
  }

  /** The same for what is beyond the scan: reading into a tree, signing that, and writing it. */
  @Benchmark
  public final byte[] signByTree() {
    Document document = read(transcript);
    XmlToSign.sign(document.getDocumentElement(), key, Profile.XMLDSIG, SampleCredentials.AT);
    return XmlOutput.bytes(document);
  }

  /** Its baseline. */
  @Benchmark
  public byte[] hashAndBareSignature() throws NoSuchAlgorithmException {
    return key.sign(MessageDigest.getInstance("SHA-256").digest(transcript));
  }

  /** What is measured: reading into a tree, and verifying that. */
  @Benchmark
  public XmlVerification verifyByTree() {
    XmlVerification verification = XmlSignatures.verify(read(signed), SampleCredentials.AT);
    if (!(verification instanceof XmlVerification.Valid)) {
      throw new IllegalStateException("a transcript of our own does not verify");
    }
    return verification;
  }

  /** Its baseline. */
  @Benchmark
  public boolean hashAndBareVerification() throws NoSuchAlgorithmException {
    boolean genuine = SignatureAlgorithm.ES256.verify(key.publicKey(), transcript, bareSignature);
    if (!genuine) {
      throw new IllegalStateException("a signature of our own does not verify");
    }
    return true;
  }

  /** How large the transcript is, in bytes. */
  static int size() {
    return transcript().length;
  }

  private static Document read(byte[] bytes) {
    if (new HardenedXml().read(bytes) instanceof XmlRead.Parsed parsed) {
      return parsed.document();
    }
    throw new IllegalStateException("the transcript of the benchmark is not well-formed");
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
