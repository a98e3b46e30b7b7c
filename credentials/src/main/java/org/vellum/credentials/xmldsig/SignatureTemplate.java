package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Branch;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The enveloped signature of one key, in its canonical form, with a gap for the digest and one for
 * the signature. Made by signing an empty document as any other, so that both ways to sign write
 * the same.
 */
final class SignatureTemplate {
  private static volatile @Nullable SignatureTemplate last;

  private final PublicKey key;
  private final List<X509Certificate> certificates;
  private final byte[][] signedInfo;
  private final byte[][] signature;

  private SignatureTemplate(PublicKey key, List<X509Certificate> certificates) {
    this.key = key;
    this.certificates = certificates;
    Document empty = Branch.root("urn:empty", "empty", null).document();
    Element place = empty.getDocumentElement();
    String digest = Canonical.digest(empty);
    XmlToSign toSign = XmlToSign.in(place, key, certificates, Profile.XMLDSIG, Instant.EPOCH);
    this.signedInfo = parts(new String(toSign.bytes(), US_ASCII), digest);
    toSign.assemble(new byte[0]);
    Element element = (Element) place.getFirstChild();
    String whole = new String(Canonical.bytes(element), US_ASCII);
    this.signature = parts(whole, digest, "</ds:SignatureValue>");
  }

  /** The template of a key; the last one is kept. */
  static SignatureTemplate of(PublicKey key, List<X509Certificate> certificates) {
    SignatureTemplate kept = last;
    if (kept != null && kept.key.equals(key) && kept.certificates.equals(certificates)) {
      return kept;
    }
    SignatureTemplate made = new SignatureTemplate(key, List.copyOf(certificates));
    last = made;
    return made;
  }

  /** What the key has to sign. */
  byte[] signedInfo(String digest) {
    return join(signedInfo[0], digest.getBytes(US_ASCII), signedInfo[1]);
  }

  /** The whole signature. */
  byte[] signature(String digest, String value) {
    return join(
        signature[0],
        digest.getBytes(US_ASCII),
        signature[1],
        value.getBytes(US_ASCII),
        signature[2]);
  }

  /** Cuts out the first text, and cuts before those that follow. */
  private static byte[][] parts(String text, String digest, String... before) {
    byte[][] parts = new byte[before.length + 2][];
    int from = text.indexOf(digest);
    parts[0] = text.substring(0, from).getBytes(US_ASCII);
    from += digest.length();
    for (int i = 0; i < before.length; i++) {
      int to = text.indexOf(before[i], from);
      parts[i + 1] = text.substring(from, to).getBytes(US_ASCII);
      from = to;
    }
    parts[before.length + 1] = text.substring(from).getBytes(US_ASCII);
    return parts;
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
