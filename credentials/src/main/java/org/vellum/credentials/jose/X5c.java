package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The certificates in a JOSE header (RFC 7515, section 4.1.6): Base64 of DER, with padding. */
final class X5c {
  private static final int MOST = 10;
  private static final int LONGEST = 16 * 1024;

  private X5c() {}

  /** All of them, or none if one is unreadable. */
  static List<X509Certificate> read(JsonNode x5c) {
    if (!x5c.isArray() || x5c.size() > MOST) {
      return List.of();
    }
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (JsonNode each : x5c) {
        String text = each.asText("");
        if (text.length() > LONGEST) {
          return List.of();
        }
        byte[] der = Base64.getDecoder().decode(text);
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      }
    } catch (CertificateException | IllegalArgumentException e) {
      return List.of();
    }
    return certificates;
  }
}
