package org.vellum.platform.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.Ids;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

/** What proves a client by {@code private_key_jwt} (RFC 7523, section 3), and what does not. */
class AssertionsTest {
  private static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1_000);
  private static final String ENDPOINT = "http://localhost:9080/oauth/token";
  private static final RSAKey RSA = rsa("rsa-1");
  private static final ECKey CURVE = curve();
  private static final KeyPair EDWARDS = edwards();

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final OAuthClients clients = new OAuthClients(jdbi);
  private final Ids ids = new Ids(clock, new SecureRandom());
  private final RegisterClient registerClient =
      new RegisterClient(clients, new AuditLog(jdbi, clock, CONFIGURATION), ids, clock);
  private final VerifyAssertion verify =
      new VerifyAssertion(
          clients,
          new ClientSignatures(new RemoteKeys(WebClient.ofTheInternet(), clock)),
          CONFIGURATION,
          clock);
  private final AuthenticateClient authenticate = new AuthenticateClient(clients, clock);
  private String tool = "";

  @BeforeEach
  void a_tool_is_registered() throws Exception {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing"));
    tool = registered(keys()).clientId();
  }

  @Test
  void each_asymmetric_algorithm_proves_the_client_and_gives_no_secret() throws Exception {
    assertThat(registered(keys()).clientSecret()).isEmpty();
    assertThat(verified(rs256(claims(each -> {})))).isEqualTo(tool);
    assertThat(
            verified(signed(JWSAlgorithm.PS256, "rsa-1", new RSASSASigner(RSA), claims(c -> {}))))
        .isEqualTo(tool);
    assertThat(
            verified(signed(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(CURVE), claims(c -> {}))))
        .isEqualTo(tool);
    assertThat(verified(eddsa(claims(each -> {})))).isEqualTo(tool);
  }

  @Test
  void an_assertion_is_good_once() throws Exception {
    String assertion = rs256(claims(each -> {}));
    assertThat(authenticated(assertion)).isInstanceOf(AuthenticateClient.Result.Known.class);
    assertThat(authenticated(assertion)).isEqualTo(new AuthenticateClient.Result.Replayed());
    assertThat(authenticated(rs256(claims(each -> each.put("jti", "another")))))
        .isInstanceOf(AuthenticateClient.Result.Known.class);
  }

  @Test
  void used_assertions_are_forgotten_once_nobody_could_use_them() throws Exception {
    authenticated(rs256(claims(each -> {})));
    clock.advance(Duration.ofMinutes(30));
    authenticated(rs256(claims(each -> each.put("jti", "another"))));
    int kept =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select count(*) from platform.used_assertion")
                .mapTo(Integer.class)
                .one());
    assertThat(kept).isEqualTo(1);
  }

  @Test
  void one_for_another_server_is_refused() throws Exception {
    fails("another server", claims(each -> each.put("aud", "https://other.example/oauth/token")));
    fails("another server", claims(each -> each.put("aud", "http://localhost:9080")));
    fails("another server", claims(each -> each.remove("aud")));
    assertThat(verified(rs256(claims(c -> c.putArray("aud").add("https://o/").add(ENDPOINT)))))
        .isEqualTo(tool);
  }

  @Test
  void times_are_bounded() throws Exception {
    fails("expired", claims(each -> each.put("exp", now(-61))));
    fails("no exp", claims(each -> each.remove("exp")));
    fails("no exp", claims(each -> each.put("exp", "soon")));
    fails("no exp", claims(each -> each.put("exp", 1e300)));
    fails("longer than 60 minutes", claims(each -> each.put("exp", now(3_700))));
    fails("not good yet", claims(each -> each.put("iat", now(70))));
    fails("not good yet", claims(each -> each.put("nbf", now(70))));
    fails("older than 60 minutes", claims(each -> each.put("iat", now(-3_700))));
  }

  @Test
  void names_must_agree_and_the_identifier_be_there() throws Exception {
    fails("iss that is not its sub", claims(each -> each.put("iss", "another")));
    fails("not signed with a key of the client", claims(each -> named(each, "nobody")));
    fails("no jti", claims(each -> each.remove("jti")));
    fails("no jti", claims(each -> each.put("jti", "x".repeat(1_001))));
  }

  @Test
  void a_secret_in_place_of_a_key_pair_or_none_at_all_is_refused() throws Exception {
    String unsigned = new PlainObject(new Payload(claims(each -> {}).toString())).serialize();
    refused("is no token that is signed with a key pair", unsigned);
    refused("is no token that is signed with a key pair", unsigned.replaceAll("\\.$", ".c2ln"));
    byte[] publicKey = RSA.toPublicJWK().toRSAPublicKey().getEncoded();
    refused(
        "is no token that is signed with a key pair",
        signed(JWSAlgorithm.HS256, "rsa-1", new MACSigner(publicKey), claims(each -> {})));
    refused("is no token that is signed with a key pair", "a.b.c");
  }

  @Test
  void a_foreign_key_a_changed_claim_and_a_client_with_a_secret_prove_nothing() throws Exception {
    RSAKey foreign = rsa("rsa-1");
    refused(
        "not signed with a key",
        signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(foreign), claims(each -> {})));
    String[] parts = rs256(claims(each -> {})).split("\\.", -1);
    String changed = Base64URL.encode(claims(each -> each.put("x", 1)).toString()).toString();
    refused("not signed with a key", parts[0] + "." + changed + "." + parts[2]);
    tool = registered(Optional.empty()).clientId();
    refused("not signed with a key", rs256(claims(each -> {})));
  }

  @Test
  void keys_that_are_none_are_not_registered() throws Exception {
    String secretKey = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}";
    for (String bad : List.of("{}", "{\"keys\":[]}", secretKey, "ftp://a/keys", "keys", "{")) {
      assertThat(register(Optional.of(new ClientKeys(bad))))
          .isEqualTo(new RegisterClient.Result.BadKeys());
    }
    String weak = "{\"keys\":[" + new RSAKeyGenerator(1024, true).generate().toPublicJWK() + "]}";
    assertThat(register(Optional.of(new ClientKeys(weak))))
        .isEqualTo(new RegisterClient.Result.BadKeys());
  }

  @Test
  void of_keys_with_private_halves_only_the_public_ones_are_kept() throws Exception {
    String whole = "{\"keys\":[" + RSA.toJSONString() + "]}";
    String id = registered(Optional.of(new ClientKeys(whole))).clientId();
    assertThat(clients.find(id).orElseThrow().proof().toString())
        .contains("rsa-1")
        .doesNotContain("\"d\"");
  }

  private String verified(String assertion) {
    return ((VerifyAssertion.Result.Holds) verify.verify(assertion)).proof().clientId();
  }

  private AuthenticateClient.Result authenticated(String assertion) throws Exception {
    var holds = (VerifyAssertion.Result.Holds) verify.verify(assertion);
    return database.inTransaction(() -> authenticate.authenticate(holds.proof()));
  }

  private void fails(String why, ObjectNode claims) throws Exception {
    refused(why, rs256(claims));
  }

  private void refused(String why, String assertion) {
    assertThat(verify.verify(assertion))
        .isInstanceOfSatisfying(
            VerifyAssertion.Result.Fails.class, fails -> assertThat(fails.why()).contains(why));
  }

  private RegisterClient.Result.Registered registered(Optional<ClientKeys> keys) throws Exception {
    return (RegisterClient.Result.Registered) register(keys);
  }

  private RegisterClient.Result register(Optional<ClientKeys> keys) throws Exception {
    RegisterClient.Wanted wanted = new RegisterClient.Wanted("Tool", KnownScopes.ofTools(), keys);
    return database.inTransaction(() -> registerClient.register("registrar", wanted));
  }

  private ObjectNode claims(Consumer<ObjectNode> change) {
    ObjectNode claims = Json.mapper().createObjectNode();
    named(claims, tool).put("aud", ENDPOINT).put("iat", now(0)).put("exp", now(300));
    claims.put("jti", "jti-1");
    change.accept(claims);
    return claims;
  }

  private static ObjectNode named(ObjectNode claims, String client) {
    return claims.put("iss", client).put("sub", client);
  }

  private long now(int seconds) {
    return clock.instant().getEpochSecond() + seconds;
  }

  private static String rs256(ObjectNode claims) throws Exception {
    return signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(RSA), claims);
  }

  private static String signed(
      JWSAlgorithm algorithm, String kid, JWSSigner signer, ObjectNode claims) throws Exception {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(algorithm).keyID(kid).build(), new Payload(claims.toString()));
    token.sign(signer);
    return token.serialize();
  }

  private static String eddsa(ObjectNode claims) throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed-1").build();
    String input = header.toBase64URL() + "." + Base64URL.encode(claims.toString());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(EDWARDS.getPrivate());
    signature.update(input.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return input + "." + Base64URL.encode(signature.sign());
  }

  private static Optional<ClientKeys> keys() {
    byte[] encoded = EDWARDS.getPublic().getEncoded();
    Base64URL x =
        Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    JWKSet set =
        new JWKSet(
            List.of(
                RSA,
                CURVE,
                new com.nimbusds.jose.jwk.OctetKeyPair.Builder(Curve.Ed25519, x)
                    .keyID("ed-1")
                    .build()));
    return Optional.of(new ClientKeys(set.toString()));
  }

  private static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2_048).keyID(kid).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ECKey curve() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair edwards() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
