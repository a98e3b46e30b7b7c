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

/**
 * xmlsec1, an independent implementation in C, as a judge and as a signer.
 *
 * @param folder where it finds its files
 */
public record Xmlsec(Path folder) {
  private static final String PROPERTIES = "http://uri.etsi.org/01903/v1.3.2#:SignedProperties";

  /** Skips the test, aloud, where it is not installed. */
  public static void assumeInstalled() {
    boolean found =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(each -> Files.isExecutable(Path.of(each, "xmlsec1")));
    assumeTrue(found, "SKIPPED: xmlsec1 is not installed, so it judges no XML signature");
  }

  /** Whether the signature in a document is of this key and covers what it says. */
  public boolean accepts(XmlKey key, String document) throws Exception {
    int code =
        run(
            "--verify",
            "--pubkey-cert-pem",
            certificate(key).toString(),
            "--id-attr:Id",
            PROPERTIES,
            write("document.xml", document).toString());
    return code == 0;
  }

  /** A document with the values of its empty signature filled in. */
  public String signed(XmlKey key, String template) throws Exception {
    Path secret = pem("key.pem", "PRIVATE KEY", key.pair().getPrivate().getEncoded());
    Path signed = folder.resolve("signed.xml");
    int code =
        run(
            "--sign",
            "--output",
            signed.toString(),
            "--privkey-pem",
            secret + "," + certificate(key),
            write("template.xml", template).toString());
    assertThat(code).isZero();
    return Files.readString(signed);
  }

  /** A signature without its values, over the whole document, for {@link #signed}. */
  public static String template(XmlKey key, String canonicalization) {
    return """
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
    """
        .formatted(canonicalization, Algorithms.methodFor(key.publicKey()));
  }

  private Path certificate(XmlKey key) throws Exception {
    return pem("cert.pem", "CERTIFICATE", key.certificates().getFirst().getEncoded());
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
