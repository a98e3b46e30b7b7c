package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.ServedObjects;
import org.vellum.competency.oneroster.Wire;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;
import org.vellum.platform.security.Caller;

/** The resources as the container would fill them, called by the client {@code lms}. */
final class GradebookFixture {
  final EvaluationFixture institution;
  final Wire wire;

  GradebookFixture(EvaluationFixture institution) {
    this.institution = institution;
    this.wire = new Wire(institution.database);
    Addresses addresses =
        new Addresses(
            new PlatformConfiguration(
                URI.create("http://localhost:9080"),
                "Test",
                "s".repeat(32),
                Duration.ofHours(1),
                1_000_000));
    GradebookTables tables = new GradebookTables(institution.jdbi);
    List<Object> parts =
        List.of(
            addresses,
            new ServedObjects(institution.jdbi, addresses),
            new ResultWriter(addresses),
            new Rostered(institution.jdbi),
            new ObjectIntake(
                new StoreObject(tables), new EndObject(tables, EvaluationFixture.CLOCK)),
            new ResultIntake(
                institution.singleResults(),
                institution.recordAllOrNone(),
                institution.clearResult(),
                client()));
    for (Object resource :
        List.of(
            new CategoriesResource(),
            new ScoreScalesResource(),
            new LineItemsResource(),
            new ResultsResource(),
            new AssessmentLineItemsResource(),
            new AssessmentResultsResource(),
            new ClassGradebookResource(),
            new SchoolGradebookResource())) {
      wire.add(resource, parts);
    }
  }

  /** What is at a path of the service. */
  JsonNode get(String path) throws Exception {
    return wire.get(Addresses.GRADEBOOK + path).body();
  }

  /** Calls an operation; the status of its answer. */
  int call(String verb, String path, String body) throws Exception {
    return wire.call(verb, Addresses.GRADEBOOK + path, body).status();
  }

  void putResult(String sourcedId, String body) throws Exception {
    call("PUT", "/results/" + Addresses.encoded(sourcedId), body);
  }

  void putLineItem(String sourcedId, String body) throws Exception {
    call("PUT", "/lineItems/" + Addresses.encoded(sourcedId), body);
  }

  JsonNode getLineItem(String sourcedId) throws Exception {
    return get("/lineItems/" + Addresses.encoded(sourcedId));
  }

  /** The fault with which a result is refused. */
  ImsxException refused(String body) throws Exception {
    return refused("result-1", body);
  }

  ImsxException refused(String sourcedId, String body) throws Exception {
    int before = institution.facts();
    try {
      putResult(sourcedId, body);
    } catch (ImsxException e) {
      assertThat(institution.facts()).isEqualTo(before);
      return e;
    }
    throw new AssertionError("taken in");
  }

  void refused(Fault fault, String words, String body) throws Exception {
    ImsxException refusal = refused(body);
    assertThat(refusal.fault()).isEqualTo(fault);
    assertThat(refusal.description()).contains(words);
  }

  /** A whole result: 9 of Ada in {@code lab}, with a score of a CASE item. */
  static ObjectNode aResult() throws Exception {
    return (ObjectNode)
        Json.mapper()
            .readTree(
                """
                {"result": {
                  "sourcedId": "result-1",
                  "status": "active",
                  "dateLastModified": "2026-05-03T12:00:00+02:00",
                  "metadata": {"lms.attempt": 2},
                  "lineItem": {"href": "https://lms.example/lineItems/lab", "sourcedId": "lab",
                    "type": "lineItem"},
                  "student": {"href": "https://lms.example/users/ada", "sourcedId": "ada",
                    "type": "user"},
                  "class": {"href": "https://lms.example/classes/1", "sourcedId": "class-1",
                    "type": "class"},
                  "scoreStatus": "fully graded",
                  "score": 9,
                  "textScore": "A",
                  "scoreDate": "2026-05-03",
                  "comment": "Well <b>done</b>",
                  "late": "false",
                  "learningObjectiveSet": [{"source": "case", "learningObjectiveResults": [
                    {"learningObjectiveId": "a2ad9128-4501-588f-8cef-cadb106930c6", "score": 8.5,
                     "textScore": "Proficient", "unknown": 1}]}],
                  "unknownMember": {"kept": true}
                }}
                """);
  }

  static ObjectNode result(ObjectNode document) {
    return (ObjectNode) document.path("result");
  }

  private static Caller client() {
    try {
      Constructor<Caller> constructor = Caller.class.getDeclaredConstructor();
      constructor.setAccessible(true);
      Caller caller = constructor.newInstance();
      Method identify = Caller.class.getDeclaredMethod("identifyAs", String.class);
      identify.setAccessible(true);
      identify.invoke(caller, "lms");
      return caller;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the platform's caller is made otherwise now", e);
    }
  }
}
