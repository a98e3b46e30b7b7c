package org.vellum.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The demonstration institution at a running server, built step by step through the interfaces that
 * everybody has: a registrar who signed in and an LMS with a token. Each step may be repeated: what
 * is there already stays as it is.
 */
public final class Institution {
  private static final String JSON = "application/json";
  private static final String GRADEBOOK = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final String RESULTS = "/competency/ims/oneroster/gradebook/v1p2/results/";
  private static final String OBJECTIVES = "learningObjectives";
  private static final String SOURCED_ID = "sourcedId";
  private static final long POLL_MILLIS = 250;

  private final URI server;
  private final PublicApi registrar;

  private Institution(URI server, PublicApi registrar) {
    this.server = server;
    this.registrar = registrar;
  }

  /** The institution as its registrar sees it. */
  public static Institution at(URI server, String registrar, String password) throws ApiRefused {
    PublicApi api = new PublicApi(server);
    api.signIn(registrar, password);
    return new Institution(server, api);
  }

  /** How much stands of a learner in the registrar's list. */
  public record Standing(String learner, int attainments, int completions) {}

  /** The registrar's own way to the server. */
  public PublicApi registrar() {
    return registrar;
  }

  /**
   * Imports the competency framework.
   *
   * @return the identifier of its CFDocument
   */
  public String importFramework() throws ApiRefused {
    String framework = InstitutionFiles.framework(server);
    registrar.post("/competency/frameworks", JSON, framework.getBytes(StandardCharsets.UTF_8));
    return InstitutionFiles.json(framework).at("/CFDocument/identifier").asText();
  }

  /** Imports learners, courses, classes, enrolments and line items. */
  public JsonNode importRoster() throws ApiRefused {
    return body(
        registrar.post("/competency/rosters", "application/zip", InstitutionFiles.roster()));
  }

  /** Says which course or line item evidences which competency, and what completes a course. */
  public void replaceCatalogue() throws ApiRefused {
    registrar.put("/competency/catalogue", JSON, InstitutionFiles.catalogue());
  }

  /** Registers an LMS that may send and read results, and gets it a token. */
  public PublicApi connectLms(String name) throws ApiRefused {
    String scope = GRADEBOOK + "gradebook.createput " + GRADEBOOK + "gradebook.readonly";
    ObjectNode registration = JsonNodeFactory.instance.objectNode().put("name", name);
    for (String each : scope.split(" ", -1)) {
      registration.withArray("scopes").add(each);
    }
    JsonNode client =
        body(
            registrar.post(
                "/clients", JSON, registration.toString().getBytes(StandardCharsets.UTF_8)));
    PublicApi lms = new PublicApi(server);
    lms.authorize(client.get("client_id").asText(), client.get("client_secret").asText(), scope);
    return lms;
  }

  /**
   * Sends all evaluation results.
   *
   * @param progress is told how many are sent, after each
   * @return how many there are
   */
  public int sendResults(PublicApi lms, IntConsumer progress) throws ApiRefused {
    int sent = 0;
    for (JsonNode result : InstitutionFiles.results()) {
      send(lms, result);
      progress.accept(++sent);
    }
    return sent;
  }

  /** Sends one result, given as in the demonstration's {@code results.json}. */
  public static HttpResponse<String> send(PublicApi lms, JsonNode result) throws ApiRefused {
    String path = RESULTS + result.get(SOURCED_ID).asText();
    return lms.put(path, JSON, asSent(result).toString());
  }

  /** A result as OneRoster 1.2 sends it (gradebook service, Result). */
  static ObjectNode asSent(JsonNode result) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    ObjectNode sent = envelope.putObject("result");
    sent.set(SOURCED_ID, result.get(SOURCED_ID));
    sent.put("status", "active");
    String modified =
        result.path("modified").asText(result.get("scoreDate").asText() + "T16:00:00Z");
    sent.put("dateLastModified", modified);
    sent.set("lineItem", reference(result.get("lineItem").asText(), "lineItem"));
    sent.set("student", reference(result.get("student").asText(), "user"));
    sent.put("scoreStatus", "fully graded");
    sent.set("score", result.get("score"));
    sent.set("scoreDate", result.get("scoreDate"));
    Optional.ofNullable(result.get("comment")).ifPresent(comment -> sent.set("comment", comment));
    if (result.has(OBJECTIVES)) {
      ObjectNode set = sent.putArray("learningObjectiveSet").addObject().put("source", "case");
      for (JsonNode objective : result.get(OBJECTIVES)) {
        ObjectNode scored = set.withArray("learningObjectiveResults").addObject();
        scored.set("learningObjectiveId", objective.get("id"));
        scored.set("score", objective.get("score"));
      }
    }
    return envelope;
  }

  private static ObjectNode reference(String sourcedId, String type) {
    String collection = type.equals("user") ? "rostering/v1p2/users/" : "gradebook/v1p2/lineItems/";
    return JsonNodeFactory.instance
        .objectNode()
        .put("href", "https://lms.example/ims/oneroster/" + collection + sourcedId)
        .put(SOURCED_ID, sourcedId)
        .put("type", type);
  }

  /** What stands of the learner with this {@code sourcedId}; empty while the list lacks it. */
  public Optional<Standing> standing(String learnerSourcedId) throws ApiRefused {
    String next = "";
    do {
      JsonNode page =
          body(registrar.get("/records" + (next.isEmpty() ? "" : "?after=" + next), JSON));
      for (JsonNode learner : page.get("learners")) {
        if (learner.get(SOURCED_ID).asText().equals(learnerSourcedId)) {
          return Optional.of(
              new Standing(
                  learner.get("id").asText(),
                  learner.get("attainments").asInt(),
                  learner.get("completions").asInt()));
        }
      }
      next = page.path("next").asText();
    } while (!next.isEmpty());
    return Optional.empty();
  }

  /**
   * Waits until what the results say of a learner has arrived in the records.
   *
   * @throws ApiRefused if it has not within the limit
   */
  public Standing await(String learnerSourcedId, int attainments, int completions, Duration limit)
      throws ApiRefused, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Standing> standing = standing(learnerSourcedId);
      if (standing.isPresent()
          && standing.get().attainments() >= attainments
          && standing.get().completions() >= completions) {
        return standing.get();
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new ApiRefused(
        "GET /records", 0, "the record did not arrive: " + standing(learnerSourcedId));
  }

  /**
   * Publishes a learner's record.
   *
   * @param learner our identifier of the learner, as in {@link Standing}
   * @return the publication: its credential's id, version and outcome
   */
  public JsonNode publish(String learner) throws ApiRefused {
    return body(registrar.post("/records/" + learner + "/publications", JSON, new byte[0]));
  }

  private static JsonNode body(HttpResponse<String> answer) {
    return InstitutionFiles.json(answer.body());
  }
}
