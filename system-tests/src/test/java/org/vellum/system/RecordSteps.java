package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/**
 * The way of one learner's record from its publication to its end, step by step and in this order,
 * whichever way the results came.
 */
final class RecordSteps {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final String SIGNED = "application/vc+ld+json";
  private static final String PARTS = "/credentialSubject/verifiableCredential";

  private final RunningVellum vellum;
  private final String signInName;
  private final String givenName;
  private String shared = "";
  private String credential = "";

  /**
   * The record of somebody.
   *
   * @param signInName with which the learner signs in
   * @param givenName that stands in the record
   */
  RecordSteps(RunningVellum vellum, String signInName, String givenName) {
    this.vellum = vellum;
    this.signInName = signInName;
    this.givenName = givenName;
  }

  /** The registrar publishes twice; the second time changes nothing. */
  void isPublished(String learner) throws Exception {
    Institution institution = vellum.institution();
    JsonNode first = institution.publish(learner);
    assertThat(first.get("outcome").asText()).isEqualTo("published");
    JsonNode again = institution.publish(learner);
    assertThat(again.get("outcome").asText()).isEqualTo("unchanged");
    assertThat(again.get("id")).isEqualTo(first.get("id"));

    JsonNode did = json(vellum.stranger().get("/.well-known/did.json", JSON).body());
    assertThat(did.get("id").asText()).startsWith("did:web:localhost");
    assertThat(did.get("assertionMethod")).isNotEmpty();
  }

  /** The learner shares it; a stranger reads and verifies it, which the learner sees. */
  void isSharedAndVerified() throws Exception {
    PublicApi learner = vellum.signedIn(signInName);
    assertThat(learner.get("/my/record", HTML).body()).contains(givenName);
    shared = makeLink(learner);

    PublicApi stranger = vellum.stranger();
    assertThat(stranger.get(shared, HTML).body()).contains(givenName);
    credential = stranger.get(shared, SIGNED).body();
    JsonNode report = verified();
    assertThat(verdict(report)).as(report.toPrettyString()).isEqualTo("valid");
    assertThat(learner.get("/my/record", HTML).body()).contains("Viewed");
  }

  private String makeLink(PublicApi learner) throws Exception {
    Map<String, String> form = new TreeMap<>(Map.of("scope", "all"));
    form.put("csrf", learner.csrf().orElse(""));
    form.put("expires", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    learner.postForm("/my/shares", form);
    String page = learner.get("/my/record", HTML).body();
    String link = page.replaceAll("(?s).*?value=\"(http[^\"]*/shares/[^\"]+)\".*", "$1");
    return link.substring(vellum.address().toString().length());
  }

  /** Where in the record the achievement with this name stands, counted from 0. */
  int placeOf(String achievement) throws Exception {
    JsonNode parts = json(credential).at(PARTS);
    for (int at = 0; at < parts.size(); at++) {
      if (parts.at("/" + at + "/credentialSubject/achievement/name").asText().equals(achievement)) {
        return at;
      }
    }
    throw new AssertionError("the record does not hold " + achievement + ": " + parts);
  }

  /** One more character in the name of an achievement is found, at its place. */
  void isInvalidWithOneChangedCharacter(int place) throws Exception {
    String part = PARTS + "/" + place;
    JsonNode record = json(credential);
    ObjectNode achievement = (ObjectNode) record.at(part + "/credentialSubject/achievement");
    achievement.put("name", achievement.get("name").asText() + ".");

    JsonNode report = verified(record.toString());

    assertThat(verdict(report)).isEqualTo("invalid");
    assertThat(report.toString()).contains(part);
  }

  /** The registrar revokes it, and whoever verifies it reads why. */
  void isRevoked(String learner) throws Exception {
    String id = json(credential).get("id").asText();
    PublicApi registrar = vellum.institution().registrar();
    registrar.postForm(
        "/records/" + learner + "/revocations",
        Map.of(
            "csrf", registrar.csrf().orElse(""),
            "credential", id.substring(id.lastIndexOf('/') + 1),
            "reason", "Issued to the wrong learner"));

    JsonNode report = verified();

    assertThat(verdict(report)).isEqualTo("invalid");
    assertThat(report.toString()).contains("Issued to the wrong learner");
  }

  /** The learner withdraws the link, which is then like one that never was. */
  void isWithdrawn() throws Exception {
    PublicApi learner = vellum.signedIn(signInName);
    String page = learner.get("/my/record", HTML).body();
    String withdrawal = page.replaceAll("(?s).*?(/my/shares/[0-9a-f-]+/withdrawal).*", "$1");
    learner.postForm(withdrawal, Map.of("csrf", learner.csrf().orElse("")));

    String withdrawn = refusal(shared);
    assertThat(withdrawn).isEqualTo(refusal("/shares/" + "A".repeat(shared.length() - 8)));
    assertThat(withdrawn).contains("404");
  }

  private String refusal(String path) {
    try {
      return "shown: " + vellum.stranger().get(path, JSON).body();
    } catch (ApiRefused refused) {
      return refused.status() + " " + refused.reason();
    }
  }

  /**
   * How many entries the audit log has.
   *
   * @throws AssertionError unless it is whole
   */
  long auditedEntries() throws Exception {
    PublicApi admin = vellum.signedIn("admin");
    JsonNode audit = json(admin.get("/audit", JSON).body());
    assertThat(audit.get("intact").asBoolean()).as(audit.toString()).isTrue();
    assertThat(admin.get("/audit", HTML).body()).contains("The audit log is whole");
    return audit.get("position").asLong();
  }

  private JsonNode verified() throws Exception {
    return verified(credential);
  }

  private JsonNode verified(String document) throws Exception {
    return json(vellum.stranger().post("/verify", SIGNED, document.getBytes(UTF_8)).body());
  }

  private static String verdict(JsonNode report) {
    return report.get("verdict").asText();
  }

  private static JsonNode json(String text) throws Exception {
    return Wire.MAPPER.readTree(text);
  }
}
