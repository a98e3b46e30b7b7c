package org.vellum.credentials.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Profile;

class CredentialsCommandTest extends AtATerminal {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final String DID = "did:web:university.example";

  CredentialsCommandTest() {
    super(NOW);
  }

  @BeforeEach
  void an_issuer_with_a_key_and_a_signed_badge() throws IOException {
    assertThat(run("keys", "generate", "--controller", DID, file("key.json"))).isZero();
    assertThat(run("keys", "did", file("key.json"))).isZero();
    write("did.json", printed());
    write("badge.json", badge("Explains decisions").toString());
    String[] sign = {"sign", "--key", file("key.json"), "-o", file("signed.json")};
    assertThat(run(with(sign, file("badge.json")))).isZero();
  }

  @Test
  void what_was_signed_is_valid() {
    assertThat(verify("signed.json")).isEqualTo(ExitCode.OK);
    assertThat(printed()).startsWith("VALID").contains("Explains decisions", "proof: valid");
  }

  @Test
  void a_key_that_speaks_for_itself_needs_no_document() throws IOException {
    assertThat(run("keys", "generate", "--controller", "did:key", file("own.json"))).isZero();
    String method = printed().strip();
    String did = method.substring(0, method.indexOf('#'));
    assertThat(did).startsWith("did:key:z6Mk");
    write("own-badge.json", badge("Explains decisions").toString().replace(DID, did));
    String[] sign = {"sign", "--key", file("own.json"), "-o", file("own-signed.json")};
    assertThat(run(with(sign, file("own-badge.json")))).isZero();
    assertThat(run("verify", "--offline", file("own-signed.json"))).isEqualTo(ExitCode.OK);
  }

  @Test
  void one_changed_character_makes_it_invalid() throws IOException {
    write("forged.json", read("signed.json").replace("Explains decisions", "Explains decisionz"));
    assertThat(verify("forged.json")).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).startsWith("INVALID").contains("it is not what was signed");
  }

  @Test
  void without_the_issuers_keys_it_could_not_be_checked() {
    assertThat(run("verify", "--offline", file("signed.json"))).isEqualTo(ExitCode.UNCHECKED);
    assertThat(printed())
        .startsWith("COULD NOT BE CHECKED")
        .contains("not among the documents given");
  }

  @Test
  void the_instant_decides_whether_it_holds() {
    int exit =
        run(
            "verify",
            "--offline",
            "--resolve",
            DID + "=" + file("did.json"),
            "--at",
            "2020-01-01T00:00:00Z",
            file("signed.json"));
    assertThat(exit).isNotEqualTo(ExitCode.OK);
    assertThat(printed()).doesNotStartWith("VALID");
  }

  @Test
  void the_report_can_be_read_by_programs() throws IOException {
    int exit =
        run(
            "verify",
            "--json",
            "--offline",
            "--resolve",
            DID + "=" + file("did.json"),
            file("signed.json"));
    assertThat(exit).isZero();
    var report = new ObjectMapper().readTree(printed());
    assertThat(report.path("verdict").asText()).isEqualTo("valid");
    assertThat(report.path("at").asText()).isEqualTo("2026-06-01T08:00:00Z");
    assertThat(report.path("checks").findValuesAsText("verdict")).containsOnly("valid");
  }

  @Test
  void what_is_piped_in_is_verified_too() throws IOException {
    byte[] piped = "not a credential".getBytes(UTF_8);
    assertThat(run(piped, "verify", "--offline", "-")).isEqualTo(ExitCode.INVALID);
    assertThat(printed()).startsWith("INVALID").contains("not well-formed JSON");
  }

  @Test
  void inspecting_shows_what_it_says_and_obeys_no_control_characters() throws IOException {
    write("odd.json", badge("Bell \u0007 and \u202e turn").toString());
    assertThat(run("inspect", file("odd.json"))).isZero();
    assertThat(printed()).contains("Bell \\u0007 and \\u202e turn", "(Course)", DID);
  }

  @Test
  void what_a_signature_would_not_cover_is_not_signed() throws IOException {
    ObjectNode unsafe = badge("Explains decisions");
    unsafe.put("unknownMember", "not covered");
    write("unsafe.json", unsafe.toString());
    int exit = run("sign", "--key", file("key.json"), file("unsafe.json"));
    assertThat(exit).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("Not signed", "/unknownMember");
    assertThat(printed()).isEmpty();
  }

  @Test
  void a_key_is_never_overwritten_and_opens_only_with_its_passphrase() throws IOException {
    String before = read("key.json");
    int again = run("keys", "generate", "--controller", DID, file("key.json"));
    assertThat(again).isEqualTo(ExitCode.NO_OUTPUT);
    assertThat(read("key.json")).isEqualTo(before);
    Terminal other = terminal(new byte[0], "another passphrase");
    String[] sign = {"sign", "--key", file("key.json"), file("badge.json")};
    assertThat(CredentialsCommand.run(other, sign)).isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("wrong passphrase");
  }

  @Test
  void the_secret_half_is_never_shown() {
    assertThat(run("keys", "show", file("key.json"))).isZero();
    assertThat(printed()).contains("publicKeyMultibase").doesNotContain("encryptedPrivateKey");
  }

  @Test
  void a_key_that_ended_is_published_with_its_end_and_signs_no_more() {
    assertThat(run("keys", "end", "--revoked", "2026-05-01T00:00:00Z", file("key.json"))).isZero();
    assertThat(run("keys", "did", file("key.json"))).isZero();
    assertThat(printed()).contains("\"revoked\" : \"2026-05-01T00:00:00Z\"");
    assertThat(run("sign", "--key", file("key.json"), file("badge.json")))
        .isEqualTo(ExitCode.INVALID);
    assertThat(complained()).contains("this key has ended");
    assertThat(run("keys", "end", file("key.json"))).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void mistakes_are_told_in_a_sentence_and_by_the_exit_code() {
    assertThat(run("verify", file("nowhere.json"))).isEqualTo(ExitCode.NO_INPUT);
    assertThat(complained()).contains("There is no file").doesNotContain("Exception");
    assertThat(run("verify", "--wrong")).isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", "--at", "yesterday", "-")).isEqualTo(ExitCode.USAGE);
    assertThat(run("nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(run()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void every_command_helps_and_completes() {
    for (String command : List.of("verify", "inspect", "sign", "keys")) {
      assertThat(run(command, "--help")).isZero();
      assertThat(printed()).contains("Examples:");
    }
    assertThat(run("generate-completion")).isZero();
    assertThat(printed()).contains("--resolve");
  }

  private int verify(String name) {
    return run("verify", "--offline", "--resolve", DID + "=" + file("did.json"), file(name));
  }

  private static String[] with(String[] arguments, String last) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(last);
    return all.toArray(String[]::new);
  }

  private static ObjectNode badge(String name) {
    Achievement achievement =
        Achievement.builder("urn:uuid:0a1b", name, "Explains.", Criteria.of("Talk"))
            .achievementType("Course")
            .build();
    AchievementSubject subject = AchievementSubject.builder(achievement).id("urn:uuid:1").build();
    return AchievementCredential.builder(
            "https://university.example/credentials/1",
            name,
            Profile.builder(DID).name("University").build(),
            NOW,
            subject)
        .build()
        .toJson();
  }
}
