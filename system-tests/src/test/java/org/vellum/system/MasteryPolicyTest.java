package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A policy is proposed, previewed and adopted; two results meet it; who may see that sees it. */
class MasteryPolicyTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String SCOPE =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput";
  private static final String GRADEBOOK = "/competency/ims/oneroster/gradebook/v1p2/";
  private static final String HTML = "text/html";
  private static final UUID FRAMEWORK = uuid("policy document");
  private static final UUID ITEM = uuid("policy item");
  private static final UUID PARENT = uuid("policy parent");
  private static final String POLICIES = "/competency/frameworks/" + FRAMEWORK + "/policies";

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private static Wire signedIn(String name) throws Exception {
    return Wire.signedIn(VELLUM.address(), name, VELLUM.password(name));
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Wire.MAPPER.readTree(answer.body());
  }

  @Test
  void two_results_under_an_adopted_policy_are_seen_by_those_who_may() throws Exception {
    VELLUM.institution().importRoster();
    Wire registrar = signedIn("registrar");
    Wire lms =
        Wire.to(VELLUM.address())
            .authorized(
                Wire.Credentials.register(VELLUM.institution().registrar(), "Policy LMS", SCOPE),
                SCOPE);
    assertThat(lms.put(GRADEBOOK + "lineItems/policy-item", lineItem().toString()).statusCode())
        .isEqualTo(201);
    json(send(registrar, "/competency/frameworks", framework()), 201);
    json(send(registrar, "/competency/catalogue/evidence", rule()), 201);

    adopt(registrar, ITEM, "{\"version\": 1, \"kind\": \"nOfM\", \"needed\": 2, \"of\": 3}");
    adopt(registrar, PARENT, "{\"version\": 1, \"kind\": \"rollUp\"}");
    put(lms, "policy-1", 8, "2026-05-01");
    String learner = learner(registrar);
    assertThat(told(registrar, learner)).contains("demonstrated").doesNotContain("Mastered on");
    put(lms, "policy-2", 7, "2026-05-02");

    String page = told(registrar, learner);
    assertThat(page)
        .contains(
            "Mastered on 2 May 2026: two of two assessments at what each of them needs.",
            "Mastered on 2 May 2026: its one part was mastered.",
            "2 mastered");
    assertThat(told(signedIn("hmarchetti"), learner)).isEqualTo(page);
    assertThat(told(signedIn("bjorn"), learner)).contains("2 mastered");
    assertThat(signedIn("lukas").get(progress(learner), HTML).statusCode()).isEqualTo(404);
    assertThat(registrar.get(POLICIES, HTML).body()).contains("adopted", "2 of the last 3 results");
  }

  private static void adopt(Wire registrar, UUID competency, String policy) throws Exception {
    ObjectNode json = Wire.MAPPER.createObjectNode().put("from", "2026-05-01");
    json.put("competency", competency.toString()).set("policy", Wire.MAPPER.readTree(policy));
    String id = json(send(registrar, POLICIES, json.toString()), 201).path("id").asText();
    assertThat(registrar.get(POLICIES + "/" + id, HTML).body()).contains("Whom it would affect");
    json(registrar.get(POLICIES + "/" + id + "/preview", Wire.JSON), 200);
    assertThat(registrar.form(POLICIES + "/" + id + "/adopt", Map.of()).statusCode())
        .isIn(200, 303);
    json.withObject("/policy").put("kind", "moonPhase");
    assertThat(json(send(registrar, POLICIES, json.toString()), 422).path("findings").toString())
        .contains("kind-unknown", "/policy/kind");
  }

  private static HttpResponse<String> send(Wire registrar, String path, String json)
      throws Exception {
    return registrar.post(path, Wire.JSON, BodyPublishers.ofString(json));
  }

  private static void put(Wire lms, String id, int score, String day) throws Exception {
    assertThat(lms.put(GRADEBOOK + "results/" + id, result(id, score, day)).statusCode())
        .isEqualTo(201);
  }

  private static String learner(Wire registrar) throws Exception {
    JsonNode found =
        json(registrar.get("/competency/progress?search=learner-bjorn", Wire.JSON), 200);
    assertThat(found).hasSize(1);
    return found.path(0).path("id").asText();
  }

  private static String progress(String learner) {
    return "/competency/learners/" + learner + "/progress/" + FRAMEWORK;
  }

  /** The page of the learner in the framework, from its heading on. */
  private static String told(Wire who, String learner) throws Exception {
    HttpResponse<String> answer = who.get(progress(learner), HTML);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().substring(answer.body().indexOf("<main"));
  }

  private static String framework() {
    return """
    {"CFDocument": {"identifier": "%1$s", "creator": "Tester", "title": "By policy",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"},
     "CFItems": [{"identifier": "%2$s", "fullStatement": "Shows it twice",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"},
       {"identifier": "%3$s", "fullStatement": "Shows all of it",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"}],
     "CFAssociations": [{"identifier": "%4$s", "associationType": "isChildOf",
       "originNodeURI": {"title": "Shows it twice", "identifier": "%2$s", "uri": "urn:uuid:%2$s"},
       "destinationNodeURI": {"title": "Shows all", "identifier": "%3$s", "uri": "urn:uuid:%3$s"},
       "lastChangeDateTime": "2026-05-01T12:00:00Z"}]}
    """
        .formatted(FRAMEWORK, ITEM, PARENT, uuid("policy association"));
  }

  private static String rule() {
    return Wire.MAPPER
        .createObjectNode()
        .put("lineItem", "policy-item")
        .put("competency", ITEM.toString())
        .put("threshold", 0.7)
        .toString();
  }

  private static ObjectNode lineItem() {
    ObjectNode envelope = Wire.MAPPER.createObjectNode();
    ObjectNode item = envelope.putObject("lineItem").put("sourcedId", "policy-item");
    item.put("status", "active").put("dateLastModified", "2026-04-01T00:00:00Z");
    item.put("title", "Policy item").put("assignDate", "2026-04-01T00:00:00Z");
    item.put("dueDate", "2026-05-01T00:00:00Z").put("resultValueMin", 0).put("resultValueMax", 10);
    refer(item, "class", "class-adp110-1", "class");
    refer(item, "school", "aru", "org");
    refer(item, "category", "category-proficiency", "category");
    return envelope;
  }

  private static String result(String id, int score, String day) {
    ObjectNode envelope = Wire.MAPPER.createObjectNode();
    ObjectNode result = envelope.putObject("result").put("sourcedId", id);
    result.put("status", "active").put("dateLastModified", day + "T16:00:00Z");
    result.put("scoreStatus", "fully graded").put("score", score).put("scoreDate", day);
    refer(result, "lineItem", "policy-item", "lineItem");
    refer(result, "student", "learner-bjorn", "user");
    return envelope.toString();
  }

  private static void refer(ObjectNode from, String name, String sourcedId, String type) {
    from.putObject(name)
        .put("href", "https://lms.example/" + type + "/" + sourcedId)
        .put("sourcedId", sourcedId)
        .put("type", type);
  }
}
