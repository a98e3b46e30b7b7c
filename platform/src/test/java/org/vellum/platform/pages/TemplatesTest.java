package org.vellum.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pebbletemplates.pebble.error.PebbleException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.Silenced;
import org.vellum.platform.pages.Navigation.Link;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.signing.TokenSigner;

class TemplatesTest {

  @RegisterExtension static final Silenced silenced = Silenced.logOf(Templates.class.getName());
  private static final String HOSTILE = "\"><script>alert('1')</script>";

  private final Templates templates = new Templates();
  private final Map<String, Object> model =
      new HashMap<>(
          Map.of(
              "user",
              "",
              "roles",
              Set.of(),
              "csrf",
              "token",
              "navigation",
              List.of(),
              "institution",
              "Test",
              "baseUrl",
              "http://localhost:9080",
              "path",
              "/page",
              "flash",
              "",
              "assets",
              Assets.addresses()));

  private String fill(String template) {
    return templates.fill(
        "org/vellum/platform/" + template, model, TemplatesTest.class.getClassLoader());
  }

  @Test
  void the_sign_in_page_renders_in_the_layout_with_every_asset() {
    model.putAll(Map.of("next", "/records", "message", ""));
    String page = fill("signin/sign-in");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Sign in · Test</title>", "value=\"/records\"", "value=\"token\"")
        .doesNotContain("role=\"alert\"", "class=\"flash\"");
    Assets.addresses()
        .forEach((name, address) -> {
          // A script that one feature needs is named on its own pages.
          if (!List.of("tree.js", "submit.js").contains(name)) {
            assertThat(page).contains(address);
          }
        });
  }

  @Test
  void nothing_inline_is_in_a_page_since_the_policy_would_refuse_it() {
    model.putAll(Map.of("next", "/", "message", "No"));
    assertThat(fill("signin/sign-in"))
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern("<style")
        .doesNotContainPattern("<[^>]* style=")
        .doesNotContainPattern("<[^>]* on[a-z]+=");
  }

  @Test
  void whatever_is_printed_is_escaped_wherever_it_stands() {
    for (String name : List.of("user", "csrf", "institution", "path", "flash")) {
      model.put(name, HOSTILE);
    }
    model.put("navigation", List.of(new Link(1, HOSTILE, HOSTILE, Set.of())));
    model.put("next", HOSTILE);
    model.put("message", HOSTILE);
    String page = fill("signin/sign-in");
    assertThat(page)
        .doesNotContain("<script>", "alert('1')", "\"\">")
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\"")
        .contains("<p class=\"flash\" role=\"status\">&quot;&gt;&lt;script");
    assertThat(page.split("&lt;script&gt;", -1)).as("all the places").hasSizeGreaterThan(8);
  }

  @Test
  void an_error_page_escapes_what_was_sent() {
    model.put(
        "problem",
        Problem.of(422, "Bad " + HOSTILE, HOSTILE, List.of(Finding.error("x", HOSTILE, HOSTILE))));
    assertThat(fill("web/error"))
        .contains("<p class=\"eyebrow\">422</p>", "<tr class=\"error\">")
        .doesNotContain("<script>", "alert('1')");
  }

  @Test
  void the_page_of_connected_systems_renders_empty_and_with_systems() {
    model.putAll(
        Map.of("registered", "", "rotated", "", "clients", List.of(), "scopes", List.of(HOSTILE)));
    assertThat(fill("oauth/clients")).contains("No system is connected yet");
    model.put(
        "clients",
        List.of(
            client("c-1", Optional.empty()),
            client("c-2", Optional.of(Instant.parse("2026-03-02T00:00:00Z")))));
    model.put(
        "registered",
        Map.of(
            "clientId",
            "c-1",
            "clientSecret",
            Optional.of(HOSTILE),
            "tokenEndpointAuthMethod",
            "client_secret_basic"));
    model.put(
        "rotated",
        Map.of(
            "clientId",
            "c-1",
            "secret",
            HOSTILE,
            "oldGoodUntil",
            Instant.parse("2026-03-09T10:00:00Z")));
    assertThat(fill("oauth/clients"))
        .contains("/clients/c-1/disable", "disabled 2 March 2026", "1 March 2026")
        .contains(">never<", "2 March 2026, 00:00 UTC")
        .contains("/clients/c-1/secret", "good until 9 March 2026, 10:00 UTC")
        .doesNotContain("/clients/c-2/disable", "<script>");
  }

  @Test
  void the_page_of_token_keys_says_what_is_missing_and_what_is_published() {
    model.putAll(Map.of("ready", false, "keys", List.of()));
    assertThat(fill("signing/keys"))
        .contains("vellum.platform.key-secret")
        .doesNotContain("<form m");
    model.put("ready", true);
    assertThat(fill("signing/keys")).contains("There is none yet", "Make the next key");
    Instant made = Instant.parse("2026-03-01T00:00:00Z");
    model.put("keys", List.of(new TokenSigner.Shown("k-1", made, made, Optional.of(made))));
    assertThat(fill("signing/keys")).contains("<code>k-1</code>", "1 March 2026, 00:00 UTC");
  }

  private static Map<String, Object> client(String id, Optional<Instant> disabledAt) {
    return Map.of(
        "id",
        id,
        "name",
        HOSTILE,
        "method",
        "client_secret_basic",
        "scopes",
        List.of("a"),
        "lastTokenAt",
        disabledAt,
        "disabledAt",
        disabledAt,
        "createdAt",
        Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void a_template_that_asks_for_something_unknown_fails() {
    assertThatThrownBy(() -> fill("signin/sign-in")).isInstanceOf(PebbleException.class);
    assertThatThrownBy(() -> fill("signin/no-such-page")).isInstanceOf(PebbleException.class);
  }

  @Test
  void days_times_and_shares_are_written_for_readers() {
    model.putAll(
        Map.of(
            "instant", Instant.parse("2026-03-01T09:05:00Z"),
            "date", LocalDate.of(2026, 12, 31),
            "share", new BigDecimal("0.7050"),
            "some", Optional.of("x"),
            "none", Optional.empty()));
    assertThat(fill("pages/filters").strip())
        .isEqualTo("1 March 2026|31 December 2026|1 March 2026, 09:05 UTC|70.5 %|x||");
  }
}
