package org.vellum.platform.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.AccessToken;
import org.vellum.platform.security.AccessTokens;
import org.vellum.platform.time.Ids;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

class ClientsAndTokensTest {
  private static final List<String> SCOPES = KnownScopes.all().subList(0, 2);
  private static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1_000);

  @RegisterExtension
  static final TestDatabase database = TestDatabase.migratedBy(Schemas::migrate, "platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final AccessTokens tokens = new AccessTokens(jdbi, clock);
  private final AuditLog audit = new AuditLog(jdbi, clock, CONFIGURATION);
  private final RegisterClient registerClient = new RegisterClient(clients, audit, ids, clock);
  private final DisableClient disableClient = new DisableClient(clients, tokens, audit, clock);
  private final IssueToken issueToken = new IssueToken(clients, tokens, ids, clock, CONFIGURATION);
  private final AuthenticateClient authenticate = new AuthenticateClient(clients, clock);
  private final RotateSecret rotateSecret = new RotateSecret(clients, audit, ids, clock);

  @BeforeEach
  void nobodyIsConnected() {
    jdbi.useHandle(handle -> {
      handle.execute(
          "truncate platform.oauth_client, platform.used_assertion, platform.access_token,"
              + " platform.audit_entry");
      handle.execute("update platform.audit_head set position = 0, hash = '', seal = null");
    });
  }

  @Test
  void a_registered_client_is_kept_without_its_secret_and_accounted_for() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    OAuthClient kept = clients.find(lms.clientId()).orElseThrow();
    assertThat(kept.name()).isEqualTo("LMS");
    assertThat(kept.scopes()).isEqualTo(SCOPES);
    assertThat(kept.createdAt()).isEqualTo(clock.instant());
    assertThat(kept.proof().toString()).doesNotContain(secret(lms)).contains("sha256:");
    assertThat(clients.list()).containsExactly(kept);
    assertThat(audited()).containsExactly("registrar client-registered " + lms.clientId());
  }

  @Test
  void it_is_known_when_a_client_was_last_given_a_token() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    assertThat(clients.lastTokens()).containsEntry(lms.clientId(), Optional.empty());
    issued(lms, SCOPES);
    clock.advance(Duration.ofMinutes(5));
    issued(lms, SCOPES);
    assertThat(issue(client(lms, secret(lms)), List.of("unknown")))
        .isEqualTo(new IssueToken.Result.NoSuchScope());
    assertThat(clients.lastTokens()).containsEntry(lms.clientId(), Optional.of(clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t", "101"})
  void a_name_that_is_none_is_refused_before_anything_is_written(String name) throws Exception {
    String tried = name.equals("101") ? "x".repeat(101) : name;
    assertThat(register(tried, SCOPES)).isEqualTo(new RegisterClient.Result.BadName());
    assertThat(clients.list()).isEmpty();
    assertThat(audited()).isEmpty();
  }

  @Test
  void scopes_that_nobody_knows_or_none_at_all_are_refused() throws Exception {
    assertThat(register("LMS", List.of())).isEqualTo(new RegisterClient.Result.BadScopes());
    assertThat(register("LMS", List.of(SCOPES.getFirst(), "all")))
        .isEqualTo(new RegisterClient.Result.BadScopes());
    assertThat(clients.list()).isEmpty();
  }

  @Test
  void a_token_is_good_for_what_was_asked_for_until_it_expires() throws Exception {
    IssueToken.Result.Issued issued = issued(aClient(), List.of(SCOPES.getFirst(), "unknown"));
    AccessToken found = tokens.find(issued.token()).orElseThrow();
    assertThat(found.scopes()).isEqualTo(Set.of(SCOPES.getFirst())).isEqualTo(issued.scopes());
    assertThat(found.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));

    clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(tokens.find(issued.token())).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.find(issued.token())).isEmpty();
  }

  @Test
  void who_asks_for_no_scope_gets_all_of_its_own() throws Exception {
    assertThat(issued(aClient(), List.of()).scopes()).isEqualTo(Set.copyOf(SCOPES));
  }

  @Test
  void who_asks_only_for_what_it_may_not_have_gets_nothing() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    assertThat(issue(client(lms, secret(lms)), List.of(KnownScopes.all().getLast())))
        .isEqualTo(new IssueToken.Result.NoSuchScope());
  }

  @Test
  void a_wrong_secret_and_an_unknown_client_are_told_the_same() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    AuthenticateClient.Result refused = new AuthenticateClient.Result.Unknown();
    assertThat(authenticate(lms.clientId(), secret(lms) + "x")).isEqualTo(refused);
    assertThat(authenticate(lms.clientId(), "")).isEqualTo(refused);
    assertThat(authenticate("nobody", secret(lms))).isEqualTo(refused);
  }

  @Test
  void a_disabled_client_gets_no_token_and_those_it_has_are_worthless() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    IssueToken.Result.Issued issued = issued(lms, List.of());

    assertThat(disable(lms.clientId())).isTrue();
    assertThat(tokens.find(issued.token())).isEmpty();
    assertThat(authenticate(lms.clientId(), secret(lms)))
        .isEqualTo(new AuthenticateClient.Result.Unknown());
    assertThat(disable(lms.clientId())).as("a second time").isFalse();
    assertThat(disable("nobody")).isFalse();
    assertThat(audited())
        .containsExactly(
            "registrar client-registered " + lms.clientId(),
            "registrar client-disabled " + lms.clientId());
  }

  @Test
  void tokens_are_kept_as_digests_and_expired_ones_are_forgotten() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    issued(lms, List.of());
    clock.advance(Duration.ofHours(2));
    String token = issued(lms, List.of()).token();
    assertThat(column("select encode(token_hash, 'hex') from platform.access_token"))
        .singleElement()
        .asString()
        .hasSize(64)
        .doesNotContain(token);
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find("guessed")).isEmpty();
  }

  @Test
  void a_new_secret_is_good_at_once_and_the_old_one_for_a_week() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    String fresh =
        database
            .inTransaction(() -> rotateSecret.rotate("registrar", lms.clientId()))
            .orElseThrow()
            .secret();
    assertThat(client(lms, fresh)).isEqualTo(client(lms, secret(lms)));

    clock.advance(Duration.ofDays(7));
    AuthenticateClient.Result refused = new AuthenticateClient.Result.Unknown();
    assertThat(authenticate(lms.clientId(), secret(lms))).isEqualTo(refused);
    assertThat(client(lms, fresh).id()).isEqualTo(lms.clientId());
    assertThat(audited().getLast()).isEqualTo("registrar client-secret-changed " + lms.clientId());
  }

  @Test
  void who_is_disabled_or_unknown_gets_no_new_secret() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    disable(lms.clientId());
    for (String id : List.of(lms.clientId(), "nobody")) {
      assertThat(database.inTransaction(() -> rotateSecret.rotate("registrar", id))).isEmpty();
    }
  }

  @Test
  void a_client_ends_its_own_token_and_no_other_s() throws Exception {
    String token = issued(aClient(), List.of()).token();
    RegisterClient.Result.Registered other = aClient();
    assertThat(tokens.revoke(token, other.clientId())).isFalse();
    assertThat(tokens.find(token)).isPresent();

    assertThat(tokens.revoke(token, tokens.find(token).orElseThrow().clientId())).isTrue();
    assertThat(tokens.find(token)).isEmpty();
  }

  @Test
  void what_another_node_ended_is_worthless_here_two_seconds_later() throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    String token = issued(lms, List.of()).token();
    assertThat(tokens.find(token)).isPresent();
    assertThat(new AccessTokens(jdbi, clock).revoke(token, lms.clientId())).isTrue();

    clock.advance(Duration.ofSeconds(2).minusMillis(1));
    assertThat(tokens.find(token)).as("looked up a moment ago").isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.find(token)).isEmpty();
  }

  @Test
  void what_is_ended_here_is_worthless_at_once_and_good_again_if_it_was_not_ended_after_all()
      throws Exception {
    RegisterClient.Result.Registered lms = aClient();
    String token = issued(lms, List.of()).token();
    assertThat(tokens.find(token)).isPresent();
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              disableClient.disable("registrar", lms.clientId());
              assertThat(tokens.find(token)).isEmpty();
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");
    assertThat(tokens.find(token)).isPresent();
  }

  private RegisterClient.Result.Registered aClient() throws Exception {
    return (RegisterClient.Result.Registered) register("LMS", SCOPES);
  }

  private RegisterClient.Result register(String name, List<String> scopes) throws Exception {
    RegisterClient.Wanted wanted = new RegisterClient.Wanted(name, scopes, Optional.empty());
    return database.inTransaction(() -> registerClient.register("registrar", wanted));
  }

  private static String secret(RegisterClient.Result.Registered client) {
    return client.clientSecret().orElseThrow();
  }

  private AuthenticateClient.Result authenticate(String id, String secret) throws Exception {
    return database.inTransaction(
        () -> authenticate.authenticate(new ClientProof.Secret(id, secret)));
  }

  private OAuthClient client(RegisterClient.Result.Registered client, String secret)
      throws Exception {
    return ((AuthenticateClient.Result.Known) authenticate(client.clientId(), secret)).client();
  }

  private boolean disable(String id) throws Exception {
    return database.inTransaction(() -> disableClient.disable("registrar", id));
  }

  private IssueToken.Result issue(OAuthClient client, List<String> asked) throws Exception {
    return database.inTransaction(() -> issueToken.issue(client, asked));
  }

  private IssueToken.Result.Issued issued(RegisterClient.Result.Registered to, List<String> asked)
      throws Exception {
    return (IssueToken.Result.Issued) issue(client(to, secret(to)), asked);
  }

  private List<String> audited() {
    return column(
        "select actor || ' ' || action || ' ' || subject from platform.audit_entry"
            + " order by position");
  }

  private List<String> column(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
