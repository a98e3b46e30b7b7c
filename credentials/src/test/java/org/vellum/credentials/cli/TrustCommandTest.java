package org.vellum.credentials.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.xmldsig.XmlKey;

/** Whom {@code verify --trust} believes, in tokens and in XML. */
class TrustCommandTest extends AtATerminal {
  private final XmlKey authority = XmlKey.p256();

  TrustCommandTest() {
    super(Examples.NOW);
  }

  @BeforeEach
  void two_authorities() throws IOException, CertificateEncodingException {
    write("authority.pem", pem(authority));
    write("another.pem", pem(XmlKey.p256()));
  }

  private static String pem(XmlKey key) throws CertificateEncodingException {
    byte[] der = key.certificates().getFirst().getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END CERTIFICATE-----\n";
  }

  private void assertBelievedByItsAuthorityOnly(String name) {
    assertThat(run("verify", "--offline", file(name))).isEqualTo(ExitCode.UNCHECKED);
    assertThat(run("verify", "--offline", "--trust", file("another.pem"), file(name)))
        .isEqualTo(ExitCode.UNCHECKED);
    assertThat(run("verify", "--offline", "--trust", file("authority.pem"), file(name)))
        .as(printed() + complained())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void a_token_with_the_certificate_of_its_issuer() throws Exception {
    XmlKey seal = XmlKey.p256().certifiedBy(authority, Examples.DID);
    ObjectNode badge = Examples.badge(1).credentialStatus(null).build().toJson();
    ObjectNode header = badge.objectNode().put("alg", "ES256").put("typ", "vc+jwt");
    header
        .putArray("x5c")
        .add(Base64.getEncoder().encodeToString(seal.certificates().getFirst().getEncoded()));
    String input = encoded(header) + "." + encoded(badge);
    write("badge.jwt", input + "." + CompactJws.encode(seal.sign(input.getBytes(UTF_8))));

    assertBelievedByItsAuthorityOnly("badge.jwt");
  }

  private static String encoded(ObjectNode node) {
    return CompactJws.encode(node.toString().getBytes(UTF_8));
  }

  @Test
  void a_transcript_in_xml_with_the_certificate_of_its_institution() throws Exception {
    XmlKey seal = XmlKey.p256().certifiedBy(authority, Transcripts.rich().institution().id());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "seal",
        seal.pair().getPrivate(),
        PASSPHRASE.toCharArray(),
        seal.certificates().toArray(Certificate[]::new));
    try (OutputStream file = java.nio.file.Files.newOutputStream(folder.resolve("seal.p12"))) {
      store.store(file, PASSPHRASE.toCharArray());
    }
    write("record.json", ClrRecords.write(Transcripts.rich()).value().toString());
    assertThat(run("convert", "--to", "elmo", "-o", file("t.xml"), file("record.json"))).isZero();
    String[] sign = {
      "sign", "--key", file("seal.p12"), "--alias", "seal", "-o", file("s.xml"), file("t.xml")
    };
    assertThat(run(sign)).as(complained()).isZero();

    assertBelievedByItsAuthorityOnly("s.xml");
  }

  @Test
  void a_challenge_and_a_domain_belong_together() throws IOException {
    write("shown.json", "{\"type\":\"VerifiablePresentation\"}");

    assertThat(run("verify", "--offline", "--challenge", "c", file("shown.json")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", "--offline", file("shown.json"))).isEqualTo(ExitCode.OK);
    String[] asked = {
      "verify", "--offline", "--challenge", "c", "--domain", "d", file("shown.json")
    };
    assertThat(run(asked)).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).contains("was to answer");
  }
}
