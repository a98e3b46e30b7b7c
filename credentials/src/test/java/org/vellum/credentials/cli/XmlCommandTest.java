package org.vellum.credentials.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.pesc.BatchEnvelope;
import org.vellum.credentials.pesc.BatchWriter;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.xmldsig.XmlKey;

/** Transcripts in XML from the command line. */
class XmlCommandTest extends AtATerminal {
  private static final Instant NOW = Instant.parse("2030-06-01T08:00:00Z");

  private final String issuer = Transcripts.rich().institution().id();

  XmlCommandTest() {
    super(NOW);
  }

  @BeforeEach
  void an_issuer_with_a_key_and_a_record() throws IOException {
    write("record.json", ClrRecords.write(Transcripts.rich()).value().toString());
    String[] generate = {
      "keys", "generate", "--controller", issuer, "--algorithm", "ES256", file("p256.json")
    };
    assertThat(run(generate)).describedAs(complained()).isZero();
    assertThat(run("keys", "did", file("p256.json"))).isZero();
    write("did.json", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"elmo", "pesc"})
  void a_record_goes_into_xml_is_signed_verified_shown_and_comes_back(String format)
      throws IOException {
    assertThat(run("convert", "--to", format, "-o", file("t.xml"), file("record.json"))).isZero();
    assertThat(complained()).contains("Lost in writing, at ");
    String[] sign = {"sign", "--key", file("p256.json"), "-o", file("s.xml"), file("t.xml")};
    assertThat(run(sign)).describedAs(complained()).isZero();
    assertThat(verify("s.xml")).describedAs(printed()).isEqualTo(ExitCode.OK);
    assertThat(printed()).startsWith("VALID").contains("Transcript of Ada Lovelace");
    assertThat(verify("t.xml")).isEqualTo(ExitCode.INVALID);
    write("forged.xml", read("s.xml").replace("Data Structures 1", "Data Structures 9"));
    assertThat(verify("forged.xml")).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).contains("the document was changed after it was signed");
    assertThat(run("inspect", file("s.xml"))).isZero();
    assertThat(printed()).contains("Data Structures 1", "signature    present", "A-");
    assertThat(run("convert", "--to", "clr2", file("s.xml"))).isZero();
    assertThat(printed()).contains("ClrCredential", "Data Structures 1");
    assertThat(run(sign)).isZero();
    String[] again = {"sign", "--key", file("p256.json"), file("s.xml")};
    assertThat(run(again)).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("signed already");
  }

  @Test
  void a_key_store_brings_its_certificate_and_signs_by_xades() throws Exception {
    XmlKey key = XmlKey.rsa();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "seal",
        key.pair().getPrivate(),
        PASSPHRASE.toCharArray(),
        key.certificates().toArray(Certificate[]::new));
    try (OutputStream file = java.nio.file.Files.newOutputStream(folder.resolve("seal.p12"))) {
      store.store(file, PASSPHRASE.toCharArray());
    }
    assertThat(run("convert", "--to", "elmo", "-o", file("t.xml"), file("record.json"))).isZero();
    String[] sign = {
      "sign", "--key", file("seal.p12"), "--alias", "seal", "-o", file("s.xml"), file("t.xml")
    };
    assertThat(run(sign)).describedAs(complained()).isZero();
    assertThat(read("s.xml")).contains("SignedProperties", "2030-06-01T08:00:00Z");
    // The issuer's own document lists another key, and no authority is trusted.
    assertThat(verify("s.xml")).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).contains("proof: valid", "issuer: invalid");
    String[] unnamed = {"sign", "--key", file("seal.p12"), file("t.xml")};
    assertThat(run(unnamed)).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("no key named 1");
  }

  @Test
  void a_key_that_signs_no_xml_and_a_certificate_of_another_are_refused() throws IOException {
    assertThat(run("keys", "generate", "--controller", issuer, file("ed.json"))).isZero();
    assertThat(run("convert", "--to", "pesc", "-o", file("t.xml"), file("record.json"))).isZero();
    assertThat(run("sign", "--key", file("ed.json"), file("t.xml"))).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("XML is signed with P-256").doesNotContain("Exception");
    write("cert.pem", pem(XmlKey.p256()));
    String[] sign = {
      "sign", "--key", file("p256.json"), "--certificate", file("cert.pem"), file("t.xml")
    };
    assertThat(run(sign)).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("of another key");
  }

  @Test
  void a_batch_is_listed_and_one_of_it_is_converted() throws IOException {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    BatchEnvelope envelope = new BatchEnvelope("B-1", NOW, Transcripts.university(), null);
    try (BatchWriter writer = BatchWriter.to(batch, envelope)) {
      writer.add(PescRecords.write(Transcripts.minimal()).value());
      writer.add(PescRecords.write(Transcripts.rich()).value());
    }
    write("batch.xml", batch.toString(UTF_8).replace("</BatchContent>", "<odd/></BatchContent>"));
    assertThat(run("inspect", file("batch.xml"))).isZero();
    assertThat(printed()).contains("item 1:", "item 2:", "item 3:", "not read", "Swimming");
    assertThat(run("convert", "--to", "elmo", file("batch.xml"))).isEqualTo(ExitCode.USAGE);
    assertThat(complained()).contains("3 transcripts", "--item");
    assertThat(run("convert", "--to", "elmo", "--item", "2", file("batch.xml"))).isZero();
    assertThat(printed()).contains("Data Structures 1");
    assertThat(verify("batch.xml")).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).contains("Transcript of Ada Lovelace  [item 2]");
  }

  @Test
  void what_is_no_transcript_is_told_in_a_sentence() throws IOException {
    for (String text :
        new String[] {
          "<a/>", "<a", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
        }) {
      write("odd.xml", text);
      for (String[] command :
          new String[][] {
            {"inspect"},
            {"verify", "--offline"},
            {"convert", "--to", "pesc"},
            {"sign", "--key", file("p256.json")}
          }) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 1);
        all[command.length] = file("odd.xml");
        assertThat(run(all)).as(text + " " + command[0]).isEqualTo(ExitCode.INVALID);
        assertThat(printed() + complained()).doesNotContain("Exception").hasSizeLessThan(2_000);
      }
    }
  }

  private static String pem(XmlKey key) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + java.util.Base64.getMimeEncoder()
              .encodeToString(key.certificates().getFirst().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private int verify(String name) {
    String did = issuer + "=" + file("did.json");
    return run("verify", "--offline", "--resolve", did, file(name));
  }
}
