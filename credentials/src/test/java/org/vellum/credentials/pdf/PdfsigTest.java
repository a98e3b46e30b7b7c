package org.vellum.credentials.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.xmldsig.XmlKey;

/** Judged by poppler's pdfsig, which asks the library NSS, in both directions. */
class PdfsigTest {
  @TempDir Path folder;
  private final SignedTranscripts university = new SignedTranscripts();

  @Test
  void pdfsig_verifies_what_vellum_signs() throws Exception {
    for (Signer key : List.of(university.pageKey, XmlKey.rsa())) {
      byte[] signed = university.signedBy(key);

      assertThat(Poppler.about(folder, signed, "pdfsig", "-nocert"))
          .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached")
          .contains("Signer Certificate Common Name: University", "SHA-256");
      signed[60] ^= 1;
      assertThat(Poppler.about(folder, signed, "pdfsig", "-nocert"))
          .doesNotContain("Signature is Valid");
    }
  }

  @Test
  void vellum_verifies_what_pdfsig_signs() throws Exception {
    Poppler.needs("pdfsig");
    Poppler.needs("certutil");
    Poppler.needs("pk12util");
    Files.write(folder.resolve("page.pdf"), university.unsigned());
    // pdfsig 22.12 breaks its own signatures by P-256, as it says itself.
    XmlKey key = XmlKey.rsa();
    Path store = storeOf(key);
    Path signed = folder.resolve("signed-" + key.algorithm() + ".pdf");
    String said =
        Poppler.run(
            folder,
            "pdfsig",
            "page.pdf",
            signed.toString(),
            "-add-signature",
            "-nssdir",
            "sql:" + store,
            "-nick",
            "registrar");
    assertThat(signed).as(said).exists();
    byte[] pdf = Files.readAllBytes(signed);

    PdfReport report = university.verifyTrusting(pdf, key);

    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures()).singleElement().matches(PdfSignature::coversAll);
    pdf[60] ^= 1;
    assertThat(university.verifyTrusting(pdf, key).verdict()).isNotEqualTo(Verdict.VALID);
  }

  private Path storeOf(XmlKey key) throws Exception {
    Path store = Files.createDirectory(folder.resolve("nss-" + key.algorithm()));
    char[] secret = "transcript".toCharArray();
    KeyStore pkcs12 = KeyStore.getInstance("PKCS12");
    pkcs12.load(null, secret);
    List<X509Certificate> chain = new ArrayList<>(key.certificates());
    pkcs12.setKeyEntry(
        "registrar", key.pair().getPrivate(), secret, chain.toArray(X509Certificate[]::new));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pkcs12.store(bytes, secret);
    Path file = folder.resolve("registrar.p12");
    Files.write(file, bytes.toByteArray());
    String database = "sql:" + store;
    Poppler.run(folder, "certutil", "-N", "-d", database, "--empty-password");
    String said =
        Poppler.run(folder, "pk12util", "-i", file.toString(), "-d", database, "-W", "transcript");
    assertThat(said).contains("SUCCESSFUL");
    Poppler.run(folder, "certutil", "-M", "-d", database, "-n", "registrar", "-t", "CTu,Cu,Cu");
    return store;
  }
}
