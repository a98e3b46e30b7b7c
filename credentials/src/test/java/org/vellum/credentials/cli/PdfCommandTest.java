package org.vellum.credentials.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.xmldsig.XmlKey;

/** Transcripts as PDF, from the command line. */
class PdfCommandTest extends AtATerminal {
  private final Examples university = new Examples();

  PdfCommandTest() {
    super(Instant.parse("2026-06-01T08:00:00Z"));
  }

  @BeforeEach
  void a_signed_record_and_a_registrar_with_a_certificate() throws Exception {
    write("record.json", university.signedRecord(2).toString().getBytes(UTF_8));
    write("did.json", published(DidWeb.documentUrl(Examples.DID)));
    write("list.json", published(Examples.LIST));
    XmlKey key = XmlKey.p256();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSPHRASE.toCharArray());
    store.setKeyEntry(
        "registrar",
        key.pair().getPrivate(),
        PASSPHRASE.toCharArray(),
        key.certificates().toArray(X509Certificate[]::new));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, PASSPHRASE.toCharArray());
    write("registrar.p12", bytes.toByteArray());
    write("registrar.cer", key.certificates().getFirst().getEncoded());
  }

  @Test
  void a_sealed_transcript_verifies_and_gives_its_record_back() throws IOException {
    assertThat(convert("--seal", file("registrar.p12"))).describedAs(complained()).isZero();

    assertThat(verify("--trust", file("registrar.cer"))).describedAs(printed()).isZero();
    assertThat(run("extract", file("transcript.pdf"))).isZero();
    assertThat(printed()).isEqualTo(read("record.json"));
    assertThat(run("inspect", file("transcript.pdf"))).isZero();
    assertThat(printed()).contains("ClrCredential", "did:web:university.example");
  }

  @Test
  void a_signer_whom_nobody_vouches_for_leaves_the_pages_open() {
    assertThat(convert("--seal", file("registrar.p12"))).isZero();

    assertThat(verify()).isEqualTo(ExitCode.UNCHECKED);
    assertThat(printed())
        .contains("COULD NOT BE CHECKED", "+ signature of CN=University,C=US", "over all of it")
        .contains("the record in it: valid");
    assertThat(verify("--json")).isEqualTo(ExitCode.UNCHECKED);
    assertThat(printed()).contains("\"signer-unknown\"", "\"at\"");
  }

  @Test
  void a_transcript_that_was_written_without_a_seal_is_sealed_later() {
    assertThat(convert()).isZero();
    assertThat(verify()).isEqualTo(ExitCode.UNCHECKED);
    assertThat(printed()).contains("the PDF is not signed");

    String[] sign = {
      "sign", "--key", file("registrar.p12"), "-o", file("sealed.pdf"), file("transcript.pdf")
    };
    assertThat(run(sign)).describedAs(complained()).isZero();
    assertThat(run("convert", "--to", "elmo", file("sealed.pdf"))).isZero();
    assertThat(printed()).contains("<elmo");
  }

  @Test
  void what_is_no_pdf_with_a_record_or_no_key_is_told_in_a_sentence() throws IOException {
    write("other.pdf", "%PDF-1.7\n".getBytes(UTF_8));
    write("other.p12", new byte[] {1, 2, 3});

    assertThat(run("extract", file("other.pdf"))).isEqualTo(ExitCode.UNCHECKED);
    assertThat(complained()).contains("not a PDF that can be read").doesNotContain("Exception");
    assertThat(convert("--seal", file("other.p12"))).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("not a PKCS #12 file with a key").doesNotContain("Exception");
    assertThat(verify("--trust", file("record.json"))).isNotZero();
    assertThat(complained()).doesNotContain("Exception");
  }

  private byte[] published(URI address) {
    return Objects.requireNonNull(university.web.get(address)).getBytes(UTF_8);
  }

  private int convert(String... more) {
    String[] start = {
      "convert",
      "--to",
      "pdf",
      "--page",
      "https://university.example/verify/1",
      "-o",
      file("transcript.pdf"),
      file("record.json")
    };
    return run(joined(start, more));
  }

  private int verify(String... more) {
    String[] start = {
      "verify",
      "--offline",
      "--resolve",
      Examples.DID + "=" + file("did.json"),
      "--resolve",
      Examples.LIST + "=" + file("list.json"),
      file("transcript.pdf")
    };
    return run(joined(start, more));
  }

  private static String[] joined(String[] first, String[] more) {
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
