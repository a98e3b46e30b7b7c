package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * A key that an issuer signs assertions with (Open Badges 2.0, CryptographicKey). The issuer's
 * Profile names it as {@code publicKey}, and it names the Profile as its {@code owner}.
 *
 * @param id where it is hosted
 * @param owner the address of the issuer's Profile; empty if it is not told
 * @param publicKey the key
 */
public record CryptographicKey(String id, String owner, PublicKey publicKey) implements WireForm {
  private static final int LONGEST = 16 * 1024;

  /**
   * Reads one.
   *
   * @return none if it has no key of a kind that signs here: RSA from 2048 bits, P-256, P-384 or
   *     Ed25519
   */
  public static Optional<CryptographicKey> read(ObjectNode object) {
    Lenient read = Lenient.of(object);
    return publicKey(read.text("publicKeyPem", ""))
        .filter(key -> SignatureAlgorithm.of(key).isPresent())
        .map(key ->
            new CryptographicKey(read.text("id", ""), read.object("owner").text("id", ""), key));
  }

  private static Optional<PublicKey> publicKey(String pem) {
    if (pem.length() > LONGEST) {
      return Optional.empty();
    }
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      return switch (parser.readObject()) {
        case SubjectPublicKeyInfo key -> Optional.of(converter.getPublicKey(key));
        case X509CertificateHolder certificate ->
            Optional.of(converter.getPublicKey(certificate.getSubjectPublicKeyInfo()));
        case null, default -> Optional.empty();
      };
    } catch (IOException | RuntimeException e) {
      // The parsers of ASN.1 throw whatever comes their way at bytes of strangers.
      return Optional.empty();
    }
  }

  private String pem() {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(publicKey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("@context", AssertionWriter.CONTEXT)
        .put("type", "CryptographicKey")
        .put("id", id)
        .put("owner", owner)
        .put("publicKeyPem", pem())
        .node();
  }
}
