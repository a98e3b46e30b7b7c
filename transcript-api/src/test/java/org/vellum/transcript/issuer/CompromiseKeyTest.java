package org.vellum.transcript.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;

class CompromiseKeyTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final String SCRIPT = "<script>alert(1)</script>\"'>";

  private final Institution institution = new Institution(database.dataSource());
  private final CompromiseKey compromiseKey =
      new CompromiseKey(
          institution.keys,
          institution.signer,
          institution.audit,
          institution.events,
          institution.clock);
  private final KeysPage keysPage =
      new KeysPage(institution.issuer, institution.keys, institution.clock);
  private final Instant start = institution.clock.instant();
  private String key = "";

  @BeforeEach
  void aKeySigns() throws Exception {
    key = database.inTransaction(institution.signer::key).verificationMethod();
    institution.clock.pass(Duration.ofDays(10));
  }

  private CompromiseKey.Result mark(String method, Instant since, String reason) throws Exception {
    return database.inTransaction(() -> compromiseKey.compromise("root", method, since, reason));
  }

  private List<SigningKey> keys() {
    return institution.keys.list(institution.issuer.did());
  }

  private JsonNode published(String method) {
    for (JsonNode each : institution.issuerDocument.json().get("verificationMethod")) {
      if (each.get("id").asText().equals(method)) {
        return each;
      }
    }
    throw new AssertionError(method + " is not published");
  }

  private static String filled(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("user", "root");
    model.put("roles", Set.of("admin"));
    model.put("csrf", "the-token");
    model.put("navigation", Set.of());
    model.put("institution", "Example University");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/issuer/keys");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(CompromiseKeyTest.class.getClassLoader());
    String html = new Templates().fill(page.template(), model, loader);
    assertThat(html).doesNotContain("<script>alert").doesNotContain(" style=");
    return html;
  }

  @Test
  void the_key_that_signs_is_replaced_at_once_and_published_as_revoked() throws Exception {
    Instant since = start.plus(Duration.ofDays(3)).plusMillis(700);

    var done = (CompromiseKey.Result.Compromised) mark(key, since, " Backup was lost ");

    Instant whole = start.plus(Duration.ofDays(3));
    assertThat(done.since()).isEqualTo(whole);
    assertThat(published(key).get("revoked").asText()).isEqualTo(whole.toString());
    String fresh = done.replacement().orElseThrow();
    assertThat(database.inTransaction(institution.signer::key).verificationMethod())
        .isEqualTo(fresh)
        .isNotEqualTo(key);
    assertThat(published(fresh).has("revoked")).isFalse();
    assertThat(institution.audited("key-compromised", key)).isOne();
    assertThat(institution.audited("key-created", fresh)).isOne();
    assertThat(keys().getLast().compromise())
        .contains(new Compromise(whole, "Backup was lost", institution.clock.instant()));
  }

  @Test
  void a_key_that_was_only_replaced_has_no_end_that_is_published() throws Exception {
    RotateKey rotate =
        new RotateKey(institution.issuer, institution.keys, institution.signer, institution.audit);
    database.inTransaction(() -> rotate.rotate("root"));

    assertThat(published(key).has("expires")).isFalse();
    assertThat(published(key).has("revoked")).isFalse();

    var done = (CompromiseKey.Result.Compromised) mark(key, start, "Found on a disk");
    assertThat(done.replacement()).isEmpty();
    assertThat(published(key).has("revoked")).isTrue();
    assertThat(keys()).hasSize(2);
  }

  @Test
  void the_instant_moves_to_an_earlier_one_and_never_to_a_later() throws Exception {
    Instant first = start.plus(Duration.ofDays(3));
    mark(key, first, "Backup was lost");

    assertThat(mark(key, first.plusSeconds(1), "Later"))
        .isEqualTo(new CompromiseKey.Result.AlreadyCompromised(first));
    assertThat(mark(key, first, "The same"))
        .isEqualTo(new CompromiseKey.Result.AlreadyCompromised(first));
    assertThat(mark(key, first.minusSeconds(1), "It was earlier"))
        .isInstanceOf(CompromiseKey.Result.Compromised.class);

    assertThat(published(key).get("revoked").asText()).isEqualTo(first.minusSeconds(1).toString());
    assertThat(keys()).hasSize(2);
  }

  @Test
  void what_cannot_be_marked_is_refused_and_nothing_is_changed() throws Exception {
    Instant now = institution.clock.instant();
    assertThat(mark(key + "x", now, "Why")).isEqualTo(new CompromiseKey.Result.UnknownKey());
    assertThat(mark(key, now.plusSeconds(1), "Why")).isEqualTo(new CompromiseKey.Result.InFuture());
    assertThat(mark(key, now, "  ")).isEqualTo(new CompromiseKey.Result.BadReason());
    assertThat(mark(key, now, "x".repeat(501))).isEqualTo(new CompromiseKey.Result.BadReason());

    assertThat(keys()).singleElement().matches(SigningKey::signs);
    assertThat(institution.audited("key-compromised", key)).isZero();
  }

  @Test
  void the_page_shows_the_keys_and_what_became_of_them() throws Exception {
    mark(key, start, "Because " + SCRIPT);

    assertThat(filled(keysPage.of()))
        .contains("compromised</span> since 2 November 2026, 09:30 UTC")
        .contains("Because &lt;script&gt;")
        .contains("max=\"2026-11-12T09:30\"")
        .contains("name=\"csrf\" value=\"the-token\"")
        .contains("<option value=\"" + key + "\"")
        .contains("<span class=\"badge\">signs</span>");
  }

  @Test
  void the_page_says_what_was_refused_and_keeps_what_was_filled_in() throws Exception {
    mark(key, start, "Lost");
    KeyRefusal refusal = KeyRefusal.of(mark(key, start, "Again")).orElseThrow();

    String html =
        filled(
            keysPage.of(
                new KeysPage.Filled(key, "2026-11-02T09:30", SCRIPT),
                List.of(refusal, KeyRefusal.NOT_CONFIRMED)));

    assertThat(refusal.problem().status()).isEqualTo(409);
    assertThat(html)
        .contains("role=\"alert\"")
        .contains("<a href=\"#since\">The key is marked since 2 November 2026, 09:30:00 UTC")
        .contains("<a href=\"#confirmed\">Confirm")
        .contains("value=\"2026-11-02T09:30\"")
        .contains("<option value=\"" + key + "\" selected>")
        .contains("value=\"&lt;script&gt;");
  }

  @Test
  void a_program_is_told_the_same_as_json() throws Exception {
    mark(key, start, "Lost");

    JsonNode json = Json.mapper().valueToTree(keys());

    assertThat(json.at("/0/retiredAt").isTextual()).isFalse();
    assertThat(json.at("/1/verificationMethod").asText()).isEqualTo(key);
    assertThat(json.at("/1/compromise/since").asText()).isEqualTo(start.toString());
    assertThat(json.at("/1/compromise/reason").asText()).isEqualTo("Lost");
    assertThat(json.toString()).doesNotContain("private");
  }
}
