package org.vellum.credentials.xmldsig;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Set;

/** Which algorithms are good enough (XMLDSig 1.1, section 6; RFC 9231). */
final class Algorithms {
  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  static final String ECDSA_SHA_256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  static final String RSA_SHA_256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** Without comments only: with them, readers would have to agree on what a comment means. */
  static final Set<String> CANONICALIZATIONS =
      Set.of(
          EXCLUSIVE,
          "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
          "http://www.w3.org/2006/12/xml-c14n11");

  static final Set<String> DIGESTS =
      Set.of(
          SHA_256,
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final Set<String> ECDSA =
      Set.of(ECDSA_SHA_256, MORE + "ecdsa-sha384", MORE + "ecdsa-sha512");
  private static final Set<String> RSA =
      Set.of(RSA_SHA_256, MORE + "rsa-sha384", MORE + "rsa-sha512");
  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 256;

  private Algorithms() {}

  static boolean isGoodSignature(String uri) {
    return ECDSA.contains(uri) || RSA.contains(uri);
  }

  /** Known to be broken, or no signature at all: an HMAC proves nothing to a third party. */
  static boolean isWeak(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    return lower.endsWith("sha1")
        || lower.contains("md5")
        || lower.contains("hmac")
        || lower.contains("ripemd")
        || lower.contains("sha224")
        || lower.endsWith("#dsa-sha256");
  }

  /** Whether a method works with this kind of key, which is never taken from the method. */
  static boolean fits(String method, PublicKey key) {
    return key instanceof RSAPublicKey
        ? RSA.contains(method)
        : key instanceof ECPublicKey && ECDSA.contains(method);
  }

  static boolean isStrong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS;
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= EC_BITS;
      default -> false;
    };
  }

  /** The method that Vellum signs with: SHA-256, and the signature that the key makes. */
  static String methodFor(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when isStrong(rsa) -> RSA_SHA_256;
      case ECPublicKey ec when ec.getParams().getOrder().bitLength() == EC_BITS -> ECDSA_SHA_256;
      default ->
          throw new IllegalArgumentException(
              "XML is signed with P-256 or with RSA of 2048 bits or more");
    };
  }
}
