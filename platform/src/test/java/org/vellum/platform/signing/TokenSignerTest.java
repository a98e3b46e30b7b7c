package org.vellum.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.jose.PublicKeys;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

class TokenSignerTest {
  private static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1_000);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final SigningKeys keys = new SigningKeys(jdbi);

  @BeforeEach
  void the_audit_log_begins() {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing"));
  }

  private TokenSigner signer(String secret) {
    SigningConfiguration configuration = new SigningConfiguration(secret);
    return new TokenSigner(keys, configuration, rotate(configuration), clock);
  }

  private RotateSigningKey rotate(SigningConfiguration configuration) {
    return new RotateSigningKey(
        keys, configuration, new AuditLog(jdbi, clock, CONFIGURATION), clock);
  }

  private RotateSigningKey.Result rotated() throws Exception {
    RotateSigningKey rotate = rotate(new SigningConfiguration("k".repeat(32)));
    return database.inTransaction(() -> rotate.rotate("admin"));
  }

  private static ObjectNode claims() {
    return Json.mapper().createObjectNode().put("iss", "us");
  }

  private static boolean verifies(String keys, String token) {
    return SignedToken.parse(token).orElseThrow().isSignedBy(PublicKeys.parse(keys).orElseThrow());
  }

  @Test
  void whoever_has_the_key_set_verifies_what_was_signed() throws Exception {
    TokenSigner signer = signer("k".repeat(32));
    String token = database.inTransaction(() -> signer.sign(claims()));
    assertThat(verifies(signer.publicKeys(), token)).isTrue();
    assertThat(signer.publicKeys()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\"", "\"p\"");
    assertThat(SignedToken.parse(token).orElseThrow().algorithm()).isEqualTo("RS256");
  }

  @Test
  void the_first_key_signs_at_once_though_time_goes_on_while_it_is_made() throws Exception {
    Clock running = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    SigningConfiguration configuration = new SigningConfiguration("k".repeat(32));
    RotateSigningKey making =
        new RotateSigningKey(
            keys, configuration, new AuditLog(jdbi, running, CONFIGURATION), running);
    TokenSigner signer = new TokenSigner(keys, configuration, making, running);
    String token = database.inTransaction(() -> signer.sign(claims()));
    assertThat(verifies(signer.publicKeys(), token)).isTrue();
  }

  @Test
  void a_key_set_that_somebody_kept_for_a_day_verifies_what_is_signed_after_a_change()
      throws Exception {
    TokenSigner signer = signer("k".repeat(32));
    String before = database.inTransaction(() -> signer.sign(claims()));
    assertThat(rotated()).isInstanceOf(RotateSigningKey.Result.Made.class);
    assertThat(rotated()).isInstanceOf(RotateSigningKey.Result.WaitsAlready.class);
    String kept = signer.publicKeys();

    clock.advance(Duration.ofDays(1));
    String after = database.inTransaction(() -> signer.sign(claims()));
    assertThat(verifies(kept, before)).isTrue();
    assertThat(verifies(kept, after)).isTrue();
    assertThat(before.split("\\.", -1)[0])
        .as("another key signs")
        .isNotEqualTo(after.split("\\.", -1)[0]);

    clock.advance(Duration.ofDays(7));
    assertThat(verifies(signer.publicKeys(), before)).as("withdrawn after a week").isFalse();
    assertThat(verifies(signer.publicKeys(), after)).isTrue();
  }

  @Test
  void private_keys_are_kept_encrypted_and_open_with_their_secret_alone() throws Exception {
    TokenSigner signer = signer("k".repeat(32));
    database.inTransaction(() -> signer.sign(claims()));
    String row =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select to_jsonb(k)::text from platform.signing_key k")
                .mapTo(String.class)
                .one());
    assertThat(row).doesNotContain("\\\"d\\\"", "\\\"dp\\\"");
    TokenSigner other = signer("x".repeat(32));
    assertThatThrownBy(() -> other.sign(claims())).hasMessageContaining("key-secret is another");
  }

  @Test
  void without_a_secret_there_are_no_keys_and_nothing_is_signed() {
    TokenSigner signer = signer("");
    assertThat(signer.isReady()).isFalse();
    assertThat(signer.publicKeys()).isEqualTo("{\"keys\":[]}");
    assertThatThrownBy(() -> signer.sign(claims())).hasMessageContaining("key-secret is not set");
    assertThatThrownBy(() -> new SigningConfiguration("short"))
        .hasMessageContaining("shorter than 32");
  }
}
