package org.vellum.competency.roster.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.remote.LoopbackServer;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class ReadEduApiTest {
  /** The objects of each collection; {@code #} stands for what most of them have. */
  private static final Map<String, List<String>> OBJECTS =
      Map.of(
          "organizations",
          List.of(
              """
              {"sourcedId": "uni", #, "organizationType": "faculty of arts",
               "name": [{"recordLanguage": "en", "value": "Arts"}]}
              """),
          "academicSessions",
          List.of(
              """
              {"sourcedId": "fall", #, "startDate": "2026-08-25T00:00:00Z",
               "endDate": "2026-12-20T00:00:00Z", "sessionType": "studyPeriod"}
              """),
          "courseOfferings",
          List.of(
              """
              {"sourcedId": "offer", #, "course": "course", "title": [{"value": "Data"}],
               "primaryCode": {"identifier": "D1", "identifierType": "identifier"},
               "organization": "uni", "academicSession": "fall"}
              """),
          "collectionOfferings",
          List.of(
              """
              {"sourcedId": "cohort", #, "collection": "bsc", "title": [{"value": "Bachelor"}],
               "organization": "uni", "academicSession": "fall"}
              """),
          "componentOfferings",
          List.of(
              """
              {"sourcedId": "lab", #, "component": "labs", "title": [{"value": "Laboratory"}],
               "parent": ["offer"], "organization": "uni", "academicSession": "fall"}
              """,
              """
              {"sourcedId": "alone", #, "component": "workshop", "title": [{"value": "Workshop"}],
               "organization": "uni", "academicSession": "fall"}
              """,
              """
              {"sourcedId": "lost", #, "component": "labs", "title": [{"value": "Laboratory"}],
               "parent": ["nowhere"], "organization": "uni", "academicSession": "fall"}
              """),
          "persons",
          List.of(
              """
              {"sourcedId": "p1", #, "formattedName": "Ada King Lovelace",
               "primaryEmail": {"email": "ada@example.org"}}
              """,
              """
              {"sourcedId": "p2", "recordLanguage": "en", "recordStatus": "deleted",
               "legalName": {"givenName": "Bea", "familyName": "B"}}
              """),
          "affiliations",
          List.of(
              """
              {"sourcedId": "a1", #, "person": "p1", "organization": "uni", "role": "student",
               "affiliationStatus": "active"}
              """),
          "enrollments",
          List.of(
              """
              {"sourcedId": "e1", #, "isActive": true, "person": "p1", "role": "student",
               "educationOffering": "offer", "startDate": "2026-08-25T00:00:00Z"}
              """,
              """
              {"sourcedId": "e2", #, "isActive": true, "person": "p1",
               "role": "teachingAssistant", "educationOffering": "lab"}
              """,
              """
              {"sourcedId": "e3", #, "isActive": true, "person": "p1", "role": "student",
               "educationOffering": "cohort"}
              """,
              """
              {"sourcedId": "e4", #, "isActive": true, "person": "p1", "role": "student",
               "educationOffering": "lost"}
              """));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private static void serve(LoopbackServer server) {
    server.json("/token", "{\"access_token\":\"opened\"}");
    OBJECTS.forEach((collection, objects) -> {
      String all =
          String.join(",", objects)
              .replace("#", "\"recordLanguage\":\"en\",\"recordStatus\":\"active\"");
      String path = "/ims/eduapi/base/v1p0/" + collection + "?limit=1000&offset=";
      String order = "&sort=sourcedId&orderBy=asc";
      server.json(path + 0 + order, "[" + all + "]");
      server.json(path + objects.size() + order, "[]");
    });
  }

  @Test
  void an_edu_api_is_read_into_the_same_roster() throws Exception {
    try (LoopbackServer server = new LoopbackServer()) {
      serve(server);
      SourcesFixture fixture = new SourcesFixture(database, server);
      UUID id = fixture.add(SourceKind.EDU_API);
      fixture.read(id);

      assertThat(fixture.get(id).health()).isEqualTo("well");
      assertThat(fixture.report(id).findings())
          .extracting(Finding::place)
          .containsExactly("classes:3:courseSourcedId", "enrollments:4:schoolSourcedId");
      assertThat(fixture.ids("class")).containsExactly("alone", "cohort", "lab", "offer");
      assertThat(fixture.ids("course")).containsExactly("bsc", "course", "workshop");
      assertThat(
              fixture.one(
                  "select class_type || ' of ' || course_sourced_id from competency.class"
                      + " where sourced_id = 'lab'"))
          .isEqualTo("ext:component of course");
      assertThat(fixture.ids("roster_user")).containsExactly("p1");
      assertThat(fixture.ids("user_role")).containsExactly("a1");
      assertThat(fixture.ids("enrollment")).containsExactly("e1", "e2", "e3");
      assertThat(
              fixture.one(
                  "select given_name || '|' || family_name || '|' || username"
                      + " from competency.roster_user where sourced_id = 'p1'"))
          .isEqualTo("Ada King|Lovelace|ada@example.org");
      assertThat(server.requests.getFirst()).contains("core.readonly.privacy");
    }
  }
}
