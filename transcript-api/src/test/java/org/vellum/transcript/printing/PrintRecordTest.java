package org.vellum.transcript.printing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.named;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.credentials.pdf.PdfReport;
import org.vellum.credentials.pdf.PdfSignature;
import org.vellum.credentials.pdf.PdfVerifier;
import org.vellum.credentials.pdf.TranscriptPdf;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.Seal;
import org.vellum.transcript.issuer.TranscriptConfiguration;
import org.vellum.transcript.issuing.Publisher;

class PrintRecordTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final String SECRET = "a secret of twelve";
  private static final URI PAGE = URI.create("https://records.example.edu/verify");

  @TempDir private Path folder;
  private final Publisher publisher = new Publisher(database);
  private final Institution institution = publisher.institution();

  private String record() throws Exception {
    institution.hears(
        named("Ada", "Lovelace"), completion(institution.anId(), "course-1", "Geometry"));
    return publisher.publish().credential();
  }

  private static Seal seal(String file, String secret) {
    PlatformConfiguration platform =
        new PlatformConfiguration(
            URI.create("https://records.example.edu"),
            "Example University",
            "another secret that is long enough",
            Duration.ofHours(1),
            1_000_000);
    TranscriptConfiguration configuration =
        new TranscriptConfiguration(
            "a secret that is long enough for a test", "", "", "", false, file, secret);
    return new Seal(new Issuer(platform, configuration), configuration);
  }

  private byte[] printed(Seal seal, String record) throws Exception {
    NoteSeal noteSeal = new NoteSeal(institution.audit);
    PrintRecord print = new PrintRecord(seal, noteSeal, institution.clock);
    return database.inTransaction(() -> print.print("ada", record, PAGE));
  }

  private PdfReport verified(byte[] pdf, Seal seal) {
    String did = institution.issuer.did();
    List<VerificationKey> keys =
        Stream.concat(
                Stream.of(institution.signer.key().verificationKey()), seal.published().stream())
            .toList();
    byte[] document = DidWeb.document(did, keys).toString().getBytes(UTF_8);
    Documents documents = Documents.of(Map.of(DidWeb.documentUrl(did), document));
    return new PdfVerifier(new Verifier()).verify(pdf, documents, institution.clock.instant());
  }

  @Test
  void without_a_certificate_the_page_is_not_signed_and_the_record_in_it_is() throws Exception {
    String record = record();
    Seal none = seal("", "");

    byte[] pdf = printed(none, record);

    assertThat(TranscriptPdf.attached(pdf).bytes()).isEqualTo(record.getBytes(UTF_8));
    PdfReport report = verified(pdf, none);
    assertThat(report.findings()).extracting(Finding::code).containsExactly("not-signed");
    assertThat(report.signatures()).isEmpty();
  }

  @Test
  void with_a_certificate_the_page_is_sealed_by_a_key_that_the_issuer_publishes() throws Exception {
    String record = record();
    Path file = folder.resolve("seal.p12");
    keytool(file, "-keyalg", "EC", "-groupname", "secp256r1");
    Seal seal = seal(file.toString(), SECRET);

    PdfReport report = verified(printed(seal, record), seal);

    assertThat(report.findings()).isEmpty();
    assertThat(report.signatures()).singleElement().matches(PdfSignature::holds);
    assertThat(report.signatures()).singleElement().matches(PdfSignature::coversAll);
    assertThat(report.attached().orElseThrow().bytes()).isEqualTo(record.getBytes(UTF_8));
    String id = report.attached().orElseThrow().document().path("id").asText();
    assertThat(institution.audited("transcript-sealed", id)).isOne();
  }

  @Test
  void a_wrong_secret_and_a_key_that_readers_do_not_know_are_noticed_at_the_start()
      throws Exception {
    Path file = folder.resolve("seal.p12");
    keytool(file, "-keyalg", "EC", "-groupname", "secp256r1");
    Path unknown = folder.resolve("ed25519.p12");
    keytool(unknown, "-keyalg", "Ed25519");

    for (Path each : List.of(file, unknown, folder.resolve("none.p12"))) {
      String secret = each.equals(file) ? "another" : SECRET;
      assertThatThrownBy(() -> seal(each.toString(), secret))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("vellum.transcript.seal-file");
    }
  }

  private static void keytool(Path file, String... kind) throws Exception {
    String[] start = {
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
      "-genkeypair",
      "-alias",
      "seal",
      "-dname",
      "CN=Registrar, O=Example University",
      "-startdate",
      "2026/01/01 00:00:00",
      "-validity",
      "3650",
      "-storetype",
      "PKCS12",
      "-storepass",
      SECRET,
      "-keystore",
      file.toString()
    };
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(start), Stream.of(kind)).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(file)).isTrue();
  }
}
