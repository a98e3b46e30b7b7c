package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;

/** What a credential names and binds elsewhere: its schemas, related resources and evidence. */
class BoundDocumentsTest {
  private static final String SCHEMA = "https://university.example/schema.json";
  private static final String FILE = "https://university.example/talk.txt";

  private final Examples university = new Examples();
  private final ObjectNode badge = Examples.badge(1).build().toJson();

  /** As a token, since the types of schemas and services are in contexts of their own. */
  private VerificationReport verify() {
    String token = JwtWriter.joseCose(badge, university.key, KeyNaming.KID);
    return new Verifier().verify(token.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private List<String> codes(Check.Kind kind) {
    return verify().check(kind).findings().stream().map(Finding::code).toList();
  }

  private void schema(String text) {
    university.web.put(URI.create(SCHEMA), text);
    badge
        .putArray("credentialSchema")
        .addObject()
        .put("id", SCHEMA)
        .put("type", "1EdTechJsonSchemaValidator2019");
  }

  @Test
  void a_credential_that_follows_its_schema_is_valid() {
    schema(
        "{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"required\":[\"name\"]}");

    assertThat(verify().verdict()).as(verify().checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(codes(Check.Kind.SCHEMA)).isEmpty();
  }

  @Test
  void a_credential_that_breaks_its_schema_is_invalid_at_the_place_of_the_fault() {
    schema("{\"properties\":{\"name\":{\"maxLength\":3}}}");

    Check check = verify().check(Check.Kind.SCHEMA);

    assertThat(check.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(check.findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("schema-maxLength", "/name"));
  }

  @Test
  void a_schema_that_does_not_answer_could_not_be_checked() {
    schema("{}");
    university.web.remove(URI.create(SCHEMA));

    assertThat(codes(Check.Kind.SCHEMA)).containsExactly("schema-not-found");
    assertThat(verify().verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void the_standards_own_schemas_are_not_fetched() {
    schema("{}");
    ((ObjectNode) badge.at("/credentialSchema/0"))
        .put(
            "id",
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
                + "ob_v3p0_achievementcredential_schema.json");
    assertThat(codes(Check.Kind.SCHEMA)).isEmpty();
    assertThat(verify().verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_schema_fetches_nothing_and_does_not_run_for_long() {
    schema("{\"$ref\":\"https://evil.example/other.json\"}");
    assertThat(codes(Check.Kind.SCHEMA)).containsExactly("schema-unreadable");

    badge.put("name", "a".repeat(60) + "!");
    schema("{\"properties\":{\"name\":{\"pattern\":\"^(a|aa)+\\\\1b$\"}}}");
    assertThat(codes(Check.Kind.SCHEMA)).containsExactly("schema-too-slow");
  }

  @Test
  void a_schema_other_than_the_one_that_was_signed_is_found() throws NoSuchAlgorithmException {
    schema("{}");
    ((ObjectNode) badge.at("/credentialSchema/0")).put("digestSRI", sri("{ }"));

    assertThat(codes(Check.Kind.SCHEMA)).contains("schema-changed");
  }

  private static String sri(String text) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-384").digest(text.getBytes(UTF_8));
    return "sha384-" + Base64.getEncoder().encodeToString(hash);
  }

  @Test
  void a_related_resource_is_as_it_was_or_the_credential_is_invalid()
      throws NoSuchAlgorithmException {
    badge.putArray("relatedResource").addObject().put("id", FILE).put("digestSRI", sri("talk"));
    university.web.put(URI.create(FILE), "talk");
    assertThat(codes(Check.Kind.EVIDENCE)).containsExactly("resource-unchanged");
    assertThat(verify().verdict()).as(verify().checks().toString()).isEqualTo(Verdict.VALID);

    university.web.put(URI.create(FILE), "another talk");
    assertThat(codes(Check.Kind.EVIDENCE)).containsExactly("resource-changed");
    assertThat(verify().verdict()).isEqualTo(Verdict.INVALID);

    university.web.remove(URI.create(FILE));
    assertThat(codes(Check.Kind.EVIDENCE)).containsExactly("resource-unreachable");
    assertThat(verify().verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_newer_credential_on_offer_is_told_of_and_not_asked_for() {
    badge
        .putObject("refreshService")
        .put("id", "https://university.example/refresh/1")
        .put("type", "1EdTechCredentialRefresh");

    assertThat(codes(Check.Kind.REFRESH)).containsExactly("refresh-offered");
    assertThat(verify().verdict()).isEqualTo(Verdict.VALID);
  }
}
