package org.vellum.platform.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.jose.PublishedKeys;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.Ids;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

/** The keys by which a client proves itself: their algorithms, where they are, their change. */
class ClientKeysTest {
  private static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1_000);
  private static final ClientKeys AT = new ClientKeys(PublishedKeys.ADDRESS.toString());

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final AuditLog audit = new AuditLog(jdbi, clock, CONFIGURATION);
  private final RegisterClient registerClient =
      new RegisterClient(clients, audit, new Ids(clock, new SecureRandom()), clock);
  private final ChangeKeys changeKeys = new ChangeKeys(clients, audit);
  private final PublishedKeys published = new PublishedKeys();
  private final VerifyAssertion verify =
      new VerifyAssertion(
          clients,
          new ClientSignatures(new RemoteKeys(published.client(), clock)),
          CONFIGURATION,
          clock);
  private final ECKey first = curve(Curve.P_256, "first");
  private final ECKey second = curve(Curve.P_256, "second");

  @BeforeEach
  void nothing_happened_yet() {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing"));
  }

  @AfterEach
  void stopped() {
    published.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
  void each_algorithm_of_the_security_framework_proves_a_client(String name) throws Exception {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    JWK key =
        switch (name) {
          case "ES256" -> first;
          case "ES384" -> curve(Curve.P_384, "middle");
          case "ES512" -> curve(Curve.P_521, "longest");
          default -> new RSAKeyGenerator(2_048).keyID("rsa").generate();
        };
    String client = registered(Optional.of(set(key, second)));
    assertThat(proves(client, key, algorithm)).isTrue();
    assertThat(proves(registered(Optional.of(set(second))), key, algorithm)).isFalse();
  }

  @Test
  void a_client_publishes_its_keys_and_changes_them_without_telling_us() throws Exception {
    String client = registered(Optional.of(AT));
    published.publish(first);
    assertThat(proves(client, first)).isTrue();
    assertThat(proves(client, second)).isFalse();
    clock.advance(Duration.ofMinutes(2));
    published.publish(first, second);
    assertThat(proves(client, second)).isTrue();
    assertThat(proves(client, first)).isTrue();
    clock.advance(Duration.ofHours(2));
    published.publish(second);
    assertThat(proves(client, first)).isFalse();
    assertThat(proves(client, second)).isTrue();
  }

  @Test
  void a_client_whose_keys_cannot_be_had_proves_nothing() throws Exception {
    String client = registered(Optional.of(AT));
    assertThat(proves(client, first)).isFalse();
    assertThat(published.asked).hasValue(1);
  }

  @Test
  void a_registrar_gives_a_client_other_keys_which_are_good_at_once() throws Exception {
    String client = registered(Optional.of(set(first)));
    assertThat(changed(client, set(first, second))).isTrue();
    assertThat(proves(client, first)).isTrue();
    assertThat(proves(client, second)).isTrue();
    assertThat(changed(client, set(second))).isTrue();
    assertThat(proves(client, first)).isFalse();

    published.publish(first);
    assertThat(changed(client, AT)).isTrue();
    assertThat(proves(client, second)).isFalse();
    assertThat(proves(client, first)).isTrue();
    assertThat(changed(client, set(second))).isTrue();
    assertThat(proves(client, first)).isFalse();
    assertThat(proves(client, second)).isTrue();
    assertThat(audited()).isEqualTo("4");
  }

  @Test
  void what_is_no_key_and_clients_without_keys_change_nothing() throws Exception {
    String client = registered(Optional.of(set(first)));
    assertThat(changed(client, new ClientKeys("{\"keys\":[]}"))).isFalse();
    assertThat(changed(client, new ClientKeys("javascript:keys"))).isFalse();
    assertThat(proves(client, first)).isTrue();
    assertThat(changed("nobody", set(second))).isFalse();

    String secret = registered(Optional.empty());
    assertThat(changed(secret, set(second))).isFalse();
    assertThat(clients.find(secret).orElseThrow().proof())
        .isInstanceOf(OAuthClient.Proof.Secret.class);
    clients.disable(client, clock.instant());
    assertThat(changed(client, set(second))).isFalse();
    assertThat(audited()).isEqualTo("0");
  }

  private boolean changed(String client, ClientKeys keys) throws Exception {
    return database.inTransaction(() -> changeKeys.change("registrar", client, keys));
  }

  private String audited() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select count(*) from platform.audit_entry where action = 'client-keys-changed'")
            .mapTo(String.class)
            .one());
  }

  private String registered(Optional<ClientKeys> keys) throws Exception {
    RegisterClient.Wanted wanted = new RegisterClient.Wanted("Tool", KnownScopes.ofTools(), keys);
    return database.inTransaction(() ->
        ((RegisterClient.Result.Registered) registerClient.register("registrar", wanted))
            .clientId());
  }

  private boolean proves(String client, ECKey key) throws JOSEException {
    return proves(client, key, JWSAlgorithm.ES256);
  }

  private boolean proves(String client, JWK key, JWSAlgorithm algorithm) throws JOSEException {
    long now = clock.instant().getEpochSecond();
    String claims =
        Json.mapper()
            .createObjectNode()
            .put("iss", client)
            .put("sub", client)
            .put("aud", "http://localhost:9080/oauth/token")
            .put("iat", now)
            .put("exp", now + 300)
            .put("jti", "jti-1")
            .toString();
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), new Payload(claims));
    token.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
    return verify.verify(token.serialize()) instanceof VerifyAssertion.Result.Holds;
  }

  private static ClientKeys set(JWK... keys) {
    return new ClientKeys(new JWKSet(List.of(keys)).toString());
  }

  private static ECKey curve(Curve curve, String kid) {
    try {
      return new ECKeyGenerator(curve).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
