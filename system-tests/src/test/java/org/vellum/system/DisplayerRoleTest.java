package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The role Displayer of Open Badges 3.0 as its conformance guide walks through it: badges of a
 * foreign issuer, one that holds, one that expired and one that was revoked, each by both versions
 * of the data model. A viewer has each verified and sees name, description, issuer, date of issue,
 * status and, if it is baked, the picture. The foreign issuer works with the command line. What was
 * revoked is judged on the command line, which is given the issuer's list as a file; the server
 * would fetch the list from the issuer, and no server stands outside of this test. That the page
 * shows a revocation is walked through in {@link BrowserStoryTest}, with a record of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisplayerRoleTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String LIST = "https://issuer.example/revocations";
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"80\">"
          + "<circle cx=\"40\" cy=\"40\" r=\"36\" fill=\"teal\"/></svg>";

  /** The two versions of the W3C's data model that badges come in. */
  enum DataModel {
    VC_2_0(
        "https://www.w3.org/ns/credentials/v2",
        "validFrom",
        "validUntil",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
    VC_1_1(
        "https://www.w3.org/2018/credentials/v1",
        "issuanceDate",
        "expirationDate",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\","
            + " \"https://w3id.org/security/data-integrity/v2");

    private final String context;
    private final String begin;
    private final String end;
    private final String others;

    DataModel(String context, String begin, String end, String others) {
      this.context = context;
      this.begin = begin;
      this.end = end;
      this.others = others;
    }
  }

  @TempDir private static Path folder;
  private Optional<Browser> browser = Optional.empty();
  private String issuer = "";

  @BeforeAll
  void a_foreign_issuer_has_a_key() throws Exception {
    CommandLine.Said said = command("keys", "generate", "--controller", "did:key", "key.json");
    issuer = said.out().strip().replaceFirst("#.*", "");
    assertThat(issuer).as(said.err()).startsWith("did:key:z6Mk");
    browser = Optional.of(Browser.at(VELLUM.address()));
  }

  @AfterAll
  void closeBrowser() {
    browser.ifPresent(Browser::close);
  }

  @ParameterizedTest
  @EnumSource
  void a_badge_that_holds_is_shown_and_found_valid(DataModel model) throws Exception {
    Page page = shown("badge.json", signed(model, "2099-01-01T00:00:00Z", "").getBytes(UTF_8));
    showsWhatTheGuideNames(page);
    assertThat(page.locator("#verdict").innerText()).contains("Valid");
    assertThat(said(page)).contains("Neither expired nor revoked");
  }

  @ParameterizedTest
  @EnumSource
  void a_badge_that_expired_is_shown_and_says_so(DataModel model) throws Exception {
    Page page = shown("badge.json", signed(model, "2025-01-01T00:00:00Z", "").getBytes(UTF_8));
    showsWhatTheGuideNames(page);
    assertThat(page.locator("#verdict").innerText()).contains("Invalid");
    assertThat(said(page)).contains("Expired");
    Browser.picture(page, "displayed-expired-" + model);
  }

  @ParameterizedTest
  @EnumSource
  void a_badge_that_was_revoked_says_so(DataModel model) throws Exception {
    String status =
        ", \"credentialStatus\": {\"id\": \"" + LIST + "\", \"type\": \"1EdTechRevocationList\"}";
    Files.writeString(
        folder.resolve("revoked.json"), signed(model, "2099-01-01T00:00:00Z", status));
    Files.writeString(
        folder.resolve("list.json"),
        """
        {"id": "%s", "issuer": "%s",
         "revokedCredential": [{"id": "urn:uuid:0e7cbd64-9ab1-4a66-a8ce-5b9d6ff6ff52",
           "revoked": true, "revocationReason": "Issued twice"}]}
        """
            .formatted(LIST, issuer));
    CommandLine.Said said =
        command("verify", "--offline", "--resolve=" + LIST + "=list.json", "revoked.json");
    assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(1);
    assertThat(said.out()).contains("Asks answerable questions").contains("revoked");

    Page page = shown("badge.json", Files.readAllBytes(folder.resolve("revoked.json")));
    showsWhatTheGuideNames(page);
    assertThat(page.locator("#verdict").innerText())
        .as("the list of the issuer is out of reach")
        .contains("Could not be checked");
  }

  @ParameterizedTest
  @EnumSource
  void a_baked_badge_is_shown_with_its_picture(DataModel model) throws Exception {
    Files.writeString(folder.resolve("picture.svg"), SVG);
    Files.writeString(folder.resolve("tobake.json"), signed(model, "2099-01-01T00:00:00Z", ""));
    CommandLine.Said said =
        command("bake", "--image", "picture.svg", "-o", "baked.svg", "tobake.json");
    assertThat(said.exitCode()).as(said.err()).isZero();

    Page page = shown("badge.svg", Files.readAllBytes(folder.resolve("baked.svg")));

    showsWhatTheGuideNames(page);
    assertThat(page.locator("#verdict").innerText()).contains("Valid");
    assertThat(page.locator("img.stated-image").evaluate("image => image.naturalWidth"))
        .as("the browser has drawn it")
        .isEqualTo(80);
    Browser.picture(page, "displayed-baked-" + model);
  }

  @Test
  void a_credential_with_a_changed_character_is_shown_and_found_invalid() throws Exception {
    String changed =
        signed(DataModel.VC_2_0, "2099-01-01T00:00:00Z", "").replace("a decision", "a decisiom");
    Page page = shown("badge.json", changed.getBytes(UTF_8));
    assertThat(page.locator("#verdict").innerText()).contains("Invalid");
  }

  private static void showsWhatTheGuideNames(Page page) {
    assertThat(said(page))
        .contains("Asks answerable questions")
        .contains("Turns a decision into a question that data can answer.")
        .contains("Foreign University")
        .contains("2 January 2024");
  }

  private static String said(Page page) {
    return page.locator("section:has(#stated)").innerText();
  }

  /** Has a viewer choose the file and ask for its verification. */
  private Page shown(String name, byte[] file) {
    Page page = browser.orElseThrow().visitor();
    page.navigate("/verify");
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", file));
    page.locator("form:has(input[type=file]) button[type=submit]").click();
    return page;
  }

  private String signed(DataModel model, String until, String status) throws Exception {
    Files.writeString(folder.resolve("badge.json"), badge(model, until, status));
    CommandLine.Said said =
        command("sign", "--key", "key.json", "--at", "2024-01-02T09:00:00Z", "badge.json");
    assertThat(said.exitCode()).as(said.err()).isZero();
    return said.out();
  }

  private CommandLine.Said command(String... arguments) throws Exception {
    return new CommandLine(folder).run(arguments);
  }

  private String badge(DataModel model, String until, String status) {
    return """
    {
      "@context": ["{context}", "{others}",
                   "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
      "id": "urn:uuid:0e7cbd64-9ab1-4a66-a8ce-5b9d6ff6ff52",
      "type": ["VerifiableCredential", "OpenBadgeCredential"],
      "name": "Asks answerable questions",
      "issuer": {"id": "{issuer}", "type": ["Profile"], "name": "Foreign University"},
      "{begin}": "2024-01-02T08:00:00Z",
      "{end}": "{until}",
      "credentialSubject": {
        "id": "urn:uuid:b1f6f0ee-7f04-4d69-a9df-6de1c4d4b5a1",
        "type": ["AchievementSubject"],
        "achievement": {
          "id": "urn:uuid:52a5a0dc-21a5-4f2c-a7a5-2b1c7f5a9f10",
          "type": ["Achievement"],
          "name": "Asks answerable questions",
          "description": "Turns a decision into a question that data can answer.",
          "criteria": {"narrative": "Two briefs at Proficient or above."}
        }
      }{status}
    }
    """
        .replace("{context}", model.context)
        .replace("{others}", model.others)
        .replace("{begin}", model.begin)
        .replace("{end}", model.end)
        .replace("{issuer}", issuer)
        .replace("{until}", until)
        .replace("{status}", status);
  }
}
