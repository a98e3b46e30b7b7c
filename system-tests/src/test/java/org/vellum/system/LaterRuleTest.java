package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/** What a registrar says late about what evidences what holds for results that are there. */
class LaterRuleTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String SCOPE =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput";
  private static final String GRADEBOOK = "/competency/ims/oneroster/gradebook/v1p2/";
  private static final String LEARNER = "learner-nia";
  private static final Duration ARRIVAL = Duration.ofMinutes(1);

  @Test
  void a_rule_that_is_added_after_a_result_came_attains_the_competency() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    Wire lms =
        Wire.to(VELLUM.address())
            .authorized(
                Wire.Credentials.register(institution.registrar(), "Early LMS", SCOPE), SCOPE);
    assertThat(lms.put(GRADEBOOK + "lineItems/late-item", lineItem().toString()).statusCode())
        .isEqualTo(201);
    assertThat(lms.put(GRADEBOOK + "results/early", result().toString()).statusCode())
        .isEqualTo(201);
    int before = institution.standing(LEARNER).map(Institution.Standing::attainments).orElseThrow();

    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    String competency = UUID.nameUUIDFromBytes("late item".getBytes(UTF_8)).toString();
    assertThat(
            registrar
                .post(
                    "/competency/frameworks",
                    Wire.JSON,
                    BodyPublishers.ofString(framework(competency)))
                .statusCode())
        .isEqualTo(201);
    ObjectNode rule = Wire.MAPPER.createObjectNode().put("lineItem", "late-item");
    rule.put("competency", competency).put("threshold", 0.5);
    assertThat(
            registrar
                .post(
                    "/competency/catalogue/evidence",
                    Wire.JSON,
                    BodyPublishers.ofString(rule.toString()))
                .statusCode())
        .isEqualTo(201);

    assertThat(institution.await(LEARNER, before + 1, 0, ARRIVAL).attainments())
        .isEqualTo(before + 1);
  }

  private static String framework(String item) {
    return """
    {"CFDocument": {"identifier": "%s", "creator": "Tester", "title": "Late",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"},
     "CFItems": [{"identifier": "%s", "fullStatement": "Was judged late",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"}]}
    """
        .formatted(UUID.nameUUIDFromBytes("late document".getBytes(UTF_8)), item);
  }

  private static ObjectNode lineItem() {
    ObjectNode envelope = Wire.MAPPER.createObjectNode();
    ObjectNode item = envelope.putObject("lineItem").put("sourcedId", "late-item");
    item.put("status", "active").put("dateLastModified", "2026-04-01T00:00:00Z");
    item.put("title", "Late item").put("assignDate", "2026-04-01T00:00:00Z");
    item.put("dueDate", "2026-05-01T00:00:00Z").put("resultValueMin", 0).put("resultValueMax", 10);
    refer(item, "class", "class-adp110-1", "class");
    refer(item, "school", "aru", "org");
    refer(item, "category", "category-proficiency", "category");
    return envelope;
  }

  private static ObjectNode result() {
    ObjectNode envelope = Wire.MAPPER.createObjectNode();
    ObjectNode result = envelope.putObject("result").put("sourcedId", "early");
    result.put("status", "active").put("dateLastModified", "2026-05-01T16:00:00Z");
    result.put("scoreStatus", "fully graded").put("score", 6).put("scoreDate", "2026-05-01");
    refer(result, "lineItem", "late-item", "lineItem");
    refer(result, "student", LEARNER, "user");
    return envelope;
  }

  private static void refer(ObjectNode from, String name, String sourcedId, String type) {
    from.putObject(name)
        .put("href", "https://lms.example/" + type + "/" + sourcedId)
        .put("sourcedId", sourcedId)
        .put("type", type);
  }
}
