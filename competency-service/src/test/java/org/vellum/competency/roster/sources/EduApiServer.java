package org.vellum.competency.roster.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vellum.competency.framework.remote.LoopbackServer;
import org.vellum.competency.oneroster.OfficialService;
import org.vellum.platform.json.Json;

/**
 * A server of Edu-API 1.0 with a small roster: one faculty, one session, a course offering with a
 * laboratory, a programme, two people. It remembers all that it gave, so that a test's objects are
 * held against the official schema and not only against what we read of them.
 */
final class EduApiServer implements AutoCloseable {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "organizations", "Organization",
          "academicSessions", "AcademicSession",
          "collectionOfferings", "CollectionOffering",
          "courseOfferings", "CourseOffering",
          "componentOfferings", "ComponentOffering",
          "persons", "Person",
          "affiliations", "Affiliation",
          "enrollments", "Enrollment");

  private static final String KEPT = "\"recordLanguage\":\"en\",\"recordStatus\":\"active\"";

  /** What every offering must have and we do not look at, or look at in one way only. */
  private static final String OFFERED =
      KEPT
          + """
          ,"description": [{"recordLanguage": "en", "value": "Taught."}],
          "organization": "uni", "academicSession": "fall", "offeringFormat": "onGround",
          "registrationStatus": "open", "startDate": "2026-08-25T00:00:00Z",
          "endDate": "2026-12-20T00:00:00Z",
          "primaryCode": {"identifier": "D1", "identifierType": "identifier"}
          """;

  static final String UNIVERSITY =
      """
      {"sourcedId": "uni", %s, "organizationType": "faculty of arts",
       "name": [{"recordLanguage": "en", "value": "Arts"}]}
      """
          .formatted(KEPT);
  static final String FALL =
      """
      {"sourcedId": "fall", %s, "startDate": "2026-08-25T00:00:00Z",
       "endDate": "2026-12-20T00:00:00Z", "sessionType": "studyPeriod"}
      """
          .formatted(KEPT);

  final LoopbackServer wire = new LoopbackServer();
  private final List<Given> given = new ArrayList<>();

  private record Given(String collection, String object) {}

  EduApiServer() throws IOException {
    wire.json("/token", "{\"access_token\":\"opened\"}");
  }

  static String course(String id, String title) {
    return offering(id, title, "\"offeringType\":\"standard\",\"course\":\"course\"");
  }

  static String program(String id, String title) {
    return offering(id, title, "\"offeringType\":\"program\",\"collection\":\"bsc\"");
  }

  /** A component of the template with this identifier; of no parent where that is empty. */
  static String component(String id, String template, String parent) {
    return offering(
        id,
        "Laboratory",
        "\"offeringType\":\"laboratory\",\"component\":\""
            + template
            + "\",\"parent\":["
            + (parent.isEmpty() ? "" : "\"" + parent + "\"")
            + "]");
  }

  private static String offering(String id, String title, String more) {
    return """
    {"sourcedId": "%s", "title": [{"recordLanguage": "en", "value": "%s"}], %s, %s}
    """
        .formatted(id, title, more, OFFERED);
  }

  /** A session that says nothing but its members. */
  static String session(String id, String more) {
    return "{\"sourcedId\":\"" + id + "\"," + KEPT + more + "}";
  }

  /** A person with further members, which begin with a comma. */
  static String person(String id, String more) {
    return "{\"sourcedId\":\"" + id + "\"," + KEPT + more + "}";
  }

  static String affiliation(String id, String person, String status) {
    return """
    {"sourcedId": "%s", "recordStatus": "active", "person": "%s", "organization": "uni",
     "role": "student", "affiliationStatus": "%s"}
    """
        .formatted(id, person, status);
  }

  static String enrollment(String id, String person, String type, String offering) {
    return """
    {"sourcedId": "%s", %s, "isActive": true, "enrollmentStatus": "enrolled", "person": "%s",
     "role": "student", "offeringType": "%s", "educationOffering": "%s",
     "startDate": "2026-08-25T00:00:00Z"}
    """
        .formatted(id, KEPT, person, type, offering);
  }

  /** Serves a roster of which tests change or add what they are about. */
  void roster() {
    collection("organizations", UNIVERSITY);
    collection("academicSessions", FALL);
    collection("collectionOfferings", program("cohort", "Bachelor"));
    collection("courseOfferings", course("offer", "Data"));
    collection("componentOfferings", component("lab", "labs", "offer"));
    collection(
        "persons",
        person(
            "p1",
            ",\"formattedName\":\"Ada King Lovelace\","
                + "\"primaryEmail\":{\"email\":\"ada@example.org\"}"),
        person("p2", ",\"legalName\":{\"givenName\":\"Bea\",\"familyName\":\"B\"}"));
    collection(
        "affiliations", affiliation("a1", "p1", "active"), affiliation("a2", "p2", "active"));
    collection(
        "enrollments",
        enrollment("e1", "p1", "course", "offer"),
        enrollment("e2", "p1", "component", "lab"),
        enrollment("e3", "p1", "collection", "cohort"));
  }

  /** Serves a collection on one page, and nothing after it. */
  void collection(String name, String... objects) {
    page(name, 0, "", objects);
    page(name, objects.length, "", new String[0]);
  }

  void page(String collection, int offset, String filter, String... objects) {
    for (String object : objects) {
      given.add(new Given(collection, object));
    }
    wire.json(address(collection, offset, filter), "[" + String.join(",", objects) + "]");
  }

  void without(String collection) {
    wire.answering(
        address(collection, 0, ""),
        LoopbackServer.text("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n"));
  }

  void unavailable(String collection, int offset) {
    wire.answering(
        address(collection, offset, ""),
        LoopbackServer.text("HTTP/1.1 503 Unavailable\nContent-Length: 0\n\n"));
  }

  private static String address(String collection, int offset, String filter) {
    return "/ims/eduapi/base/v1p0/"
        + collection
        + "?limit=1000&offset="
        + offset
        + "&sort=sourcedId&orderBy=asc"
        + filter;
  }

  /** Fails unless all that was given is what the official document wants. */
  void gaveWhatTheStandardHas() throws IOException {
    OfficialService official = OfficialService.eduApi();
    for (Given each : given) {
      official.accepts(
          SCHEMAS.getOrDefault(each.collection(), ""), Json.mapper().readTree(each.object()));
    }
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
