package org.vellum.platform.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.Injection;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.AccessTokens;
import org.vellum.platform.time.Ids;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

/** Tokens given, asked about (RFC 7662) and ended (RFC 7009), as requests come. */
class TokenEndpointsTest {
  private static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1_000);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final AccessTokens tokens = new AccessTokens(jdbi, clock);
  private final RegisterClient registerClient =
      new RegisterClient(clients, new AuditLog(jdbi, clock, CONFIGURATION), ids, clock);
  private final TokenResource resource =
      Injection.into(
          new TokenResource(),
          new CallingClient(
              new VerifyAssertion(
                  clients,
                  new ClientSignatures(new RemoteKeys(WebClient.ofTheInternet(), clock)),
                  CONFIGURATION,
                  clock),
              new AuthenticateClient(clients, clock),
              new RateLimit(jdbi, clock)),
          new IssueToken(clients, tokens, ids, clock, CONFIGURATION),
          tokens);
  private RegisterClient.Result.Registered client =
      new RegisterClient.Result.Registered("", Optional.empty());

  @BeforeEach
  void a_client_is_registered() throws Exception {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing"));
    client = registered();
  }

  private RegisterClient.Result.Registered registered() throws Exception {
    RegisterClient.Wanted wanted =
        new RegisterClient.Wanted("LMS", KnownScopes.listed().subList(0, 2), Optional.empty());
    return (RegisterClient.Result.Registered)
        database.inTransaction(() -> registerClient.register("registrar", wanted));
  }

  private static HTTPRequest request(
      String path, RegisterClient.Result.Registered by, String body) {
    HTTPRequest request =
        new HTTPRequest(HTTPRequest.Method.POST, URI.create("http://localhost:9080" + path));
    request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    new ClientSecretBasic(new ClientID(by.clientId()), new Secret(by.clientSecret().orElseThrow()))
        .applyTo(request);
    request.setBody(body);
    return request;
  }

  private String token() throws Exception {
    HTTPResponse answer =
        resource
            .token(request("/oauth/token", client, "grant_type=client_credentials"))
            .toHTTPResponse();
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return String.valueOf(answer.getBodyAsJSONObject().get("access_token"));
  }

  private HTTPResponse introspected(String token, RegisterClient.Result.Registered by) {
    return resource
        .introspect(request("/oauth/introspection", by, "token=" + encoded(token)))
        .toHTTPResponse();
  }

  private HTTPResponse revoked(String token, RegisterClient.Result.Registered by) {
    return resource.revoke(request("/oauth/revocation", by, "token=" + encoded(token)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void a_client_is_told_what_its_token_is_good_for() throws Exception {
    var said = introspected(token(), client).getBodyAsJSONObject();
    assertThat(said.get("active")).isEqualTo(true);
    assertThat(said.get("client_id")).isEqualTo(client.clientId());
    assertThat(String.valueOf(said.get("scope")).split(" ", -1)).hasSize(2);
    assertThat(said.get("exp")).isEqualTo(clock.instant().getEpochSecond() + 3_600);
  }

  @Test
  void of_a_token_of_another_or_of_none_nothing_is_told_but_that_it_is_not_active()
      throws Exception {
    String token = token();
    assertThat(introspected(token, registered()).getBody()).isEqualTo("{\"active\":false}");
    assertThat(introspected("guessed", client).getBody()).isEqualTo("{\"active\":false}");
    clock.advance(Duration.ofHours(2));
    assertThat(introspected(token, client).getBody()).isEqualTo("{\"active\":false}");
  }

  @Test
  void a_client_ends_its_own_token_and_cannot_end_another_s() throws Exception {
    String token = token();
    assertThat(revoked(token, registered()).getStatusCode()).isEqualTo(200);
    assertThat(tokens.find(token)).isPresent();
    assertThat(revoked(token, client).getStatusCode()).isEqualTo(200);
    assertThat(tokens.find(token)).isEmpty();
    assertThat(revoked(token, client).getStatusCode()).as("again").isEqualTo(200);
  }

  @Test
  void who_proves_nothing_gets_invalid_client_and_after_many_times_has_to_wait() throws Exception {
    var wrong =
        new RegisterClient.Result.Registered(client.clientId(), Optional.of("wrong-secret"));
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      answers.add(
          resource
              .token(request("/oauth/token", wrong, "grant_type=client_credentials"))
              .toHTTPResponse()
              .getStatusCode());
    }
    assertThat(answers.subList(0, 20)).containsOnly(401);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(introspected("x", wrong).getStatusCode()).isEqualTo(429);
    assertThat(revoked("x", wrong).getStatusCode()).isEqualTo(429);
  }

  @Test
  void another_grant_is_not_supported() {
    HTTPRequest request =
        request("/oauth/token", client, "grant_type=password&username=a&password=b");
    assertThat(resource.token(request).toHTTPResponse().getBody())
        .contains("unsupported_grant_type");
  }
}
