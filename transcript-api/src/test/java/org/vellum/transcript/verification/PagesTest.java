package org.vellum.transcript.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;

/** The pages of the verification, filled with script in everything that a stranger brings. */
class PagesTest {
  private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

  private static String filled(String template, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(Page.of(template, more).model());
    model.put("user", "");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", SCRIPT);
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/verify");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(PagesTest.class.getClassLoader());
    String html = new Templates().fill(template, model, loader);
    assertThat(html)
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContain(" style=");
    return html;
  }

  private static CredentialView credential(Verdict verdict, List<CredentialView> nested) {
    FindingView finding =
        new FindingView("error", "changed", "/a/" + SCRIPT, "in " + SCRIPT, SCRIPT, "");
    return new CredentialView(
        verdict,
        "Title " + SCRIPT,
        "",
        SCRIPT,
        stated(),
        new CredentialView.IssuerView("did:web:" + SCRIPT, SCRIPT, false),
        "did:web:" + SCRIPT,
        List.of(
            new CheckView(Check.Kind.DOCUMENT, Verdict.VALID, List.of()),
            new CheckView(Check.Kind.PROOF, verdict, List.of(finding))),
        List.of(new CredentialView.SignatureView("suite", SCRIPT, SCRIPT, "none")),
        nested,
        nested);
  }

  private static StatedView stated() {
    return new StatedView(
        SCRIPT,
        SCRIPT,
        "data:image/png;base64," + SCRIPT,
        SCRIPT,
        Optional.of(Instant.parse("2026-11-02T09:30:00Z")),
        Optional.empty(),
        List.of("Revoked"),
        false);
  }

  private static String result(Verdict verdict) {
    CredentialView inner = credential(verdict, List.of(credential(verdict, List.of())));
    Verification verification =
        new Verification(
            Instant.parse("2026-11-02T09:30:00Z"),
            17,
            "ab".repeat(32),
            "",
            credential(verdict, List.of(inner)));
    return filled(VerificationsResource.RESULT, Map.of("verification", verification));
  }

  @Test
  void each_verdict_is_told_by_words_and_a_sign() {
    assertThat(result(Verdict.VALID))
        .contains("card verdict valid")
        .contains("✓")
        .contains("It does not prove that what was signed is true");
    assertThat(result(Verdict.INVALID))
        .contains("card verdict invalid")
        .contains("✕")
        .contains("Do not rely on it")
        .contains("<details open>");
    assertThat(result(Verdict.COULD_NOT_BE_CHECKED))
        .contains("card verdict unchecked")
        .contains("This says nothing against the credential");
  }

  @Test
  void what_was_pasted_comes_back_as_text() {
    assertThat(
            filled(
                "org/vellum/transcript/verification/verify",
                Map.of("error", SCRIPT, "document", "</textarea>" + SCRIPT, "url", SCRIPT)))
        .contains("&lt;/textarea&gt;&lt;script&gt;")
        .contains("enctype=\"multipart/form-data\"");
  }
}
