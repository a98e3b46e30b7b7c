package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged by xmlsec1, an independent implementation in C, in both directions. */
class XmlsecTest {
  private static final String PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties";

  @TempDir Path folder;

  @BeforeAll
  static void is_installed() {
    boolean found =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(each -> Files.isExecutable(Path.of(each, "xmlsec1")));
    assumeTrue(found, "SKIPPED: xmlsec1 is not installed, so it judges no XML signature");
  }

  @Test
  void xmlsec1_verifies_what_vellum_signs() throws Exception {
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      Path certificate = pem("cert.pem", "CERTIFICATE", key.certificates().getFirst().getEncoded());
      for (Profile profile : Profile.values()) {
        String text = XmlSignaturesTest.signed(key, profile);
        assertThat(verify(certificate, text)).as(key.algorithm() + " " + profile).isZero();
        assertThat(verify(certificate, text.replace(">Ada<", ">Eve<"))).isNotZero();
      }
    }
  }

  @Test
  void vellum_verifies_what_xmlsec1_signs() throws Exception {
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      Path secret = pem("key.pem", "PRIVATE KEY", key.pair().getPrivate().getEncoded());
      Path certificate = pem("cert.pem", "CERTIFICATE", key.certificates().getFirst().getEncoded());
      for (String canonicalization : Algorithms.CANONICALIZATIONS) {
        Path template = write("template.xml", template(key, canonicalization));
        Path signed = folder.resolve("signed.xml");
        int code =
            run(
                "--sign",
                "--output",
                signed.toString(),
                "--privkey-pem",
                secret + "," + certificate,
                template.toString());
        assertThat(code).isZero();
        XmlVerification result = XmlSignaturesTest.verify(Files.readString(signed));
        assertThat(result).isInstanceOf(XmlVerification.Valid.class);
        assertThat(((XmlVerification.Valid) result).certificates()).isEqualTo(key.certificates());
      }
    }
  }

  private static String template(XmlKey key, String canonicalization) {
    return """
    <transcript xmlns='urn:t'>
      <learner>Ada &amp; Śliwa</learner>
      <Signature xmlns='http://www.w3.org/2000/09/xmldsig#'>
        <SignedInfo>
          <CanonicalizationMethod Algorithm='%1$s'/>
          <SignatureMethod Algorithm='%2$s'/>
          <Reference URI=''>
            <Transforms>
              <Transform Algorithm='http://www.w3.org/2000/09/xmldsig#enveloped-signature'/>
              <Transform Algorithm='%1$s'/>
            </Transforms>
            <DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'/>
            <DigestValue/>
          </Reference>
        </SignedInfo>
        <SignatureValue/>
        <KeyInfo><X509Data/></KeyInfo>
      </Signature>
    </transcript>
    """
        .formatted(canonicalization, Algorithms.methodFor(key.publicKey()));
  }

  private int verify(Path certificate, String text) throws Exception {
    Path file = write("document.xml", text);
    return run(
        "--verify",
        "--pubkey-cert-pem",
        certificate.toString(),
        "--id-attr:Id",
        PROPERTIES,
        file.toString());
  }

  private static int run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("xmlsec1"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Path pem(String name, String kind, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return write(name, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }
}
