package org.vellum.credentials.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.clr.ClrRecords;

/** Records in other formats, in pictures, and in part, from the command line. */
class FormatsCommandTest extends AtATerminal {
  private static final Instant NOW = Instant.parse("2030-06-01T08:00:00Z");

  private static final String EXPIRED = ",\"validUntil\":\"2026-01-01T00:00:00Z\"";

  private String issuer = "";

  FormatsCommandTest() {
    super(NOW);
  }

  @BeforeEach
  void an_issuer_with_two_keys_and_a_record() throws IOException {
    var record = Transcripts.rich();
    issuer = record.institution().id();
    // One attainment of the example ran out; a record that holds one is rightly not valid.
    String lasting = ClrRecords.write(record).value().toString().replaceAll(EXPIRED, "");
    write("record.json", lasting);
    assertThat(run("keys", "generate", "--controller", issuer, file("key.json"))).isZero();
    assertThat(
            run(
                "keys",
                "generate",
                "--controller",
                issuer,
                "--algorithm",
                "ES256",
                file("p256.json")))
        .isZero();
    assertThat(run("keys", "did", file("key.json"), file("p256.json"))).isZero();
    write("did.json", printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eddsa-rdfc-2022", "eddsa-jcs-2022"})
  void a_record_is_signed_from_the_inside_out_and_verifies(String suite) {
    sign("key.json", suite, "record.json", "signed.json");
    assertThat(verify("signed.json")).describedAs(printed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdsa-rdfc-2019", "ecdsa-jcs-2019"})
  void keys_on_p_256_sign_too(String suite) {
    sign("p256.json", suite, "record.json", "signed.json");
    assertThat(verify("signed.json")).describedAs(printed()).isZero();
  }

  @Test
  void a_key_that_does_not_fit_the_suite_is_refused() {
    String[] arguments = {
      "sign", "--key", file("key.json"), "--suite", "ecdsa-rdfc-2019", file("record.json")
    };
    assertThat(run(arguments)).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("Not signed").doesNotContain("Exception");
    assertThat(run("sign", "--key", file("key.json"), "--suite", "rot13", file("record.json")))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_badge_travels_in_a_picture() throws IOException {
    sign("key.json", "eddsa-rdfc-2022", "record.json", "signed.json");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", png);
    java.nio.file.Files.write(folder.resolve("medal.png"), png.toByteArray());
    assertThat(run("convert", "--to", "ob3", file("record.json"))).isZero();
    String badges = printed();
    write(
        "badge.json",
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(badges).get(0).toString());
    sign("key.json", "eddsa-rdfc-2022", "badge.json", "badge-signed.json");
    String[] bake = {
      "bake", "--image", file("medal.png"), "-o", file("badge.png"), file("badge-signed.json")
    };
    assertThat(run(bake)).isZero();
    assertThat(run("extract", file("badge.png"))).isZero();
    assertThat(printed().strip()).isEqualTo(read("badge-signed.json").strip());
    assertThat(verify("badge.png")).describedAs(printed()).isZero();
    assertThat(run("extract", file("medal.png"))).isEqualTo(ExitCode.UNCHECKED);
    assertThat(complained()).contains("no credential in the picture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clr1", "elmo", "clr2"})
  void a_record_goes_into_another_format_and_comes_back(String format) {
    int there = run("convert", "--to", format, "-o", file("there"), file("record.json"));
    assertThat(there).describedAs(complained()).isZero();
    int back = run("convert", "--to", "clr2", "-o", file("back.json"), file("there"));
    assertThat(back).describedAs(complained()).isZero();
    assertThat(run("inspect", file("back.json"))).isZero();
    assertThat(printed())
        .contains("ClrCredential", Transcripts.rich().attainments().get(0).achievement().name());
  }

  @Test
  void what_a_format_cannot_carry_is_told() {
    assertThat(run("convert", "--to", "elmo", file("record.json"))).isZero();
    assertThat(complained()).contains("Lost in writing, at ");
    assertThat(run("convert", "--to", "ob2", file("record.json"))).isEqualTo(ExitCode.USAGE);
    assertThat(run("convert", "--to", "clr2", file("did.json"))).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void a_learner_shows_one_achievement_of_a_record() throws IOException {
    sign("p256.json", "ecdsa-sd-2023", "record.json", "signed.json");
    String chosen = Transcripts.rich().attainments().get(0).achievement().id();
    String hidden = Transcripts.rich().attainments().get(1).achievement().id();
    String[] derive = {
      "derive", "--achievement", chosen, "-o", file("part.json"), file("signed.json")
    };
    assertThat(run(derive)).describedAs(complained()).isZero();
    assertThat(read("part.json")).contains(chosen).doesNotContain(hidden);
    assertThat(run("derive", "--achievement", "urn:no:such", file("signed.json")))
        .isEqualTo(ExitCode.INVALID);
  }

  private void sign(String key, String suite, String from, String to) {
    String[] arguments = {
      "sign", "--children", "--suite", suite, "--key", file(key), "-o", file(to), file(from)
    };
    assertThat(run(arguments)).describedAs(complained()).isZero();
  }

  private int verify(String name) {
    String did = issuer + "=" + file("did.json");
    return run("verify", "--offline", "--resolve", did, file(name));
  }
}
