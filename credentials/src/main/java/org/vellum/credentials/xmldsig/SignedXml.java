package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;

/**
 * Signs XML documents from bytes to bytes. What programs write is canonicalized as it is read, and
 * its canonical form is what is hashed and what is given back; anything else goes through a tree.
 */
public final class SignedXml {
  private static final byte[] DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(US_ASCII);

  private SignedXml() {}

  /**
   * A document with an enveloped signature as the last child of its document element.
   *
   * @param xml the document, within {@link HardenedXml#DEFAULT_BYTES}
   * @param signer P-256, or RSA from 2048 bits
   * @param profile how much the signature is to say
   * @param at the signing time (XAdES)
   * @return the signed document in UTF-8; it says the same as what was given, not always in the
   *     same bytes
   * @throws IllegalArgumentException if the bytes are not such a document or are signed already, or
   *     the key is of another kind
   * @throws IllegalStateException if the key does not answer
   */
  public static byte[] sign(byte[] xml, Signer signer, Profile profile, Instant at) {
    Optional<CanonicalScan> scan =
        profile == Profile.XMLDSIG && xml.length <= HardenedXml.DEFAULT_BYTES
            ? CanonicalScan.of(xml)
            : Optional.empty();
    return scan.isPresent() ? sign(scan.get(), signer) : signTree(xml, signer, profile, at);
  }

  private static byte[] sign(CanonicalScan scan, Signer signer) {
    SignatureTemplate template = SignatureTemplate.of(signer.publicKey(), signer.certificates());
    String digest = Canonical.digest(scan.written(), scan.begin(), scan.length());
    byte[] value = signer.sign(template.signedInfo(digest));
    byte[] signature = template.signature(digest, Canonical.base64(value));
    byte[] signed = new byte[DECLARATION.length + scan.length() + signature.length];
    int at = copy(DECLARATION, 0, DECLARATION.length, signed, 0);
    int end = scan.begin() + scan.endTag();
    at = copy(scan.written(), scan.begin(), end, signed, at);
    at = copy(signature, 0, signature.length, signed, at);
    copy(scan.written(), end, scan.begin() + scan.length(), signed, at);
    return signed;
  }

  private static int copy(byte[] bytes, int from, int to, byte[] target, int at) {
    System.arraycopy(bytes, from, target, at, to - from);
    return at + to - from;
  }

  private static byte[] signTree(byte[] xml, Signer signer, Profile profile, Instant at) {
    if (!(new HardenedXml().read(xml) instanceof XmlRead.Parsed parsed)) {
      throw new IllegalArgumentException("no XML document that can be signed");
    }
    Document document = parsed.document();
    if (document.getElementsByTagNameNS(Names.DS, "Signature").getLength() > 0) {
      throw new IllegalArgumentException("it is signed already");
    }
    XmlToSign.sign(document.getDocumentElement(), signer, profile, at);
    return XmlOutput.bytes(document);
  }
}
