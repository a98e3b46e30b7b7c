package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.openbadges2.BadgeObjects.Answer;

/** A university that hosts a badge, its Profile, a key and a revocation list. */
final class Campus implements BadgeObjects {
  static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");
  static final String SITE = "https://university.example";
  static final String ASSERTION = SITE + "/assertions/1";
  static final String BADGE = SITE + "/badges/1";
  static final String ISSUER = SITE + "/issuer";
  static final String LIST = SITE + "/revoked";
  static final String KEY = SITE + "/keys/1#key";
  private static final IssuerKey RSA = rsa();

  private final Map<String, Answer> hosted = new HashMap<>();

  Campus() {
    host(assertion());
    host(badge());
    host(issuer());
  }

  static ObjectNode assertion() {
    return StandardsFiles.parse(
        """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
         "id": "https://university.example/assertions/1",
         "recipient": {"type": "email", "hashed": false, "identity": "ada@example.org"},
         "badge": "https://university.example/badges/1",
         "verification": {"type": "HostedBadge"},
         "issuedOn": "2026-04-01T12:00:00Z", "expires": "2030-04-01T12:00:00Z",
         "evidence": [{"id": "https://university.example/works/1", "name": "Thesis"}]}
        """);
  }

  static ObjectNode badge() {
    return StandardsFiles.parse(
        """
        {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass",
         "id": "https://university.example/badges/1", "name": "Explains", "description": "Talks.",
         "image": "https://university.example/badge.png", "criteria": {"narrative": "Talk."},
         "issuer": "https://university.example/issuer"}
        """);
  }

  static ObjectNode issuer() {
    return StandardsFiles.parse(
        """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Issuer",
         "id": "https://university.example/issuer", "name": "University",
         "url": "https://university.example", "email": "badges@university.example"}
        """);
  }

  /** Makes the issuer name a key and a revocation list that says this. */
  Campus withKey(IssuerKey key, RevocationList.Entry... revoked) {
    host(issuer().put("publicKey", KEY).put("revocationList", LIST));
    host(key(key, ISSUER));
    return host(new RevocationList(LIST, ISSUER, List.of(revoked)).toJson());
  }

  static ObjectNode key(IssuerKey key, String owner) {
    return new CryptographicKey(KEY, owner, key.publicKey()).toJson();
  }

  Campus host(ObjectNode object) {
    String id = object.path("id").asText();
    return answer(id, new Answer.Found(object.toString().getBytes(UTF_8)));
  }

  Campus answer(String id, Answer answer) {
    hosted.put(id.replaceFirst("#.*", ""), answer);
    return this;
  }

  @Override
  public Answer ask(URI address) {
    return hosted.getOrDefault(address.toString(), new Answer.NotFound("no such page"));
  }

  CheckedAssertion check(ObjectNode copy) {
    return new AssertionCheck(this, AT).hosted(copy);
  }

  CheckedAssertion check(String jws) {
    return new AssertionCheck(this, AT).signed(jws);
  }

  static ObjectNode assertion(CheckedAssertion checked) {
    return Objects.requireNonNull(checked.assertion());
  }

  static List<String> words(CheckedAssertion checked) {
    return checked.findings().stream()
        .map(each -> each.weight() + " " + each.code() + " " + each.place())
        .toList();
  }

  static IssuerKey newKey(SignatureAlgorithm algorithm) {
    if (algorithm == SignatureAlgorithm.RS256) {
      return RSA;
    }
    IssuerKey key = IssuerKey.generate(SITE, algorithm);
    return new IssuerKey(KEY, key.privateKey(), key.publicKey());
  }

  private static IssuerKey rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair pair = generator.generateKeyPair();
      return new IssuerKey(KEY, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
