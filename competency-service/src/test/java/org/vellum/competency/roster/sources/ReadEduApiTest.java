package org.vellum.competency.roster.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.roster.sources.EduApiServer.affiliation;
import static org.vellum.competency.roster.sources.EduApiServer.component;
import static org.vellum.competency.roster.sources.EduApiServer.course;
import static org.vellum.competency.roster.sources.EduApiServer.enrollment;
import static org.vellum.competency.roster.sources.EduApiServer.person;
import static org.vellum.competency.roster.sources.EduApiServer.session;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class ReadEduApiTest {
  private static final String SINCE =
      "&filter=dateLastModified%3E%3D%272026-09-30T11%3A50%3A00Z%27";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private EduApiServer server;
  private SourcesFixture fixture;
  private UUID id;

  @BeforeEach
  void begun() throws Exception {
    server = new EduApiServer();
    server.roster();
    fixture = new SourcesFixture(database, server.wire);
    id = fixture.add(SourceKind.EDU_API);
  }

  @AfterEach
  void ended() throws Exception {
    server.close();
    server.gaveWhatTheStandardHas();
  }

  private String user(String sourcedId, String columns) {
    return fixture.one(
        "select concat_ws('|', "
            + columns
            + ") from competency.roster_user where sourced_id = '"
            + sourcedId
            + "'");
  }

  private List<String> refused() {
    return fixture.report(id).findings().stream().map(Finding::place).toList();
  }

  @Test
  void an_edu_api_is_read_into_the_same_roster() throws Exception {
    server.collection(
        "componentOfferings",
        component("alone", "workshop", ""),
        component("lab", "labs", "offer"),
        component("lost", "labs", "nowhere"));
    server.collection(
        "enrollments",
        enrollment("e1", "p1", "course", "offer"),
        enrollment("e2", "p1", "component", "lab").replace("\"student\"", "\"teachingAssistant\""),
        enrollment("e3", "p1", "collection", "cohort"),
        enrollment("e4", "p1", "component", "lost"));
    fixture.read(id);

    assertThat(fixture.get(id).health()).isEqualTo("well");
    assertThat(fixture.get(id).completeAsOf()).contains(RosterFixture.NOW.minusSeconds(600));
    assertThat(refused())
        .containsExactly("classes:3:courseSourcedId", "enrollments:4:schoolSourcedId");
    assertThat(fixture.ids("class")).containsExactly("alone", "cohort", "lab", "offer");
    assertThat(fixture.ids("course")).containsExactly("bsc", "course", "workshop");
    assertThat(
            fixture.one(
                "select class_type || ' of ' || course_sourced_id from competency.class"
                    + " where sourced_id = 'lab'"))
        .isEqualTo("ext:component of course");
    assertThat(fixture.ids("roster_user")).containsExactly("p1", "p2");
    assertThat(fixture.ids("user_role")).containsExactly("a1", "a2");
    assertThat(fixture.ids("enrollment")).containsExactly("e1", "e2", "e3");
    assertThat(fixture.one("select role from competency.enrollment where sourced_id = 'e2'"))
        .isEqualTo("ext:teachingAssistant");
    assertThat(user("p1", "given_name, family_name, username"))
        .isEqualTo("Ada King|Lovelace|ada@example.org");
    assertThat(server.wire.requests.getFirst()).contains("core.readonly.privacy");
  }

  @Test
  void later_only_what_changed_is_read() throws Exception {
    fixture.read(id);
    for (String none :
        List.of("organizations", "academicSessions", "collectionOfferings", "affiliations")) {
      server.page(none, 0, SINCE);
    }
    server.page("courseOfferings", 0, SINCE, course("offer", "Data, renamed"));
    server.page("courseOfferings", 1, SINCE);
    server.page("componentOfferings", 0, SINCE, component("lab2", "labs", "offer"));
    server.page("componentOfferings", 1, SINCE);
    server.page("persons", 0, SINCE, person("p2", ",\"formattedName\":\"Bea Bell\""));
    server.page("persons", 1, SINCE, person("p3", ",\"formattedName\":\"Cem Can\""));
    server.page("persons", 2, SINCE);
    server.page("enrollments", 0, SINCE, enrollment("e4", "p3", "component", "lab2"));
    server.page("enrollments", 1, SINCE);
    int before = server.wire.requests.size();
    fixture.read(id);

    assertThat(fixture.get(id).health()).isEqualTo("well");
    assertThat(server.wire.requests.subList(before + 1, server.wire.requests.size()))
        .allMatch(request -> request.contains(SINCE));
    assertThat(refused()).isEmpty();
    assertThat(fixture.ids("class")).containsExactly("cohort", "lab", "lab2", "offer");
    assertThat(fixture.one("select title from competency.class where sourced_id = 'offer'"))
        .isEqualTo("Data, renamed");
    assertThat(user("p2", "given_name, family_name")).isEqualTo("Bea|Bell");
    assertThat(fixture.ids("enrollment")).containsExactly("e1", "e2", "e3", "e4");
    assertThat(fixture.report(id).files())
        .contains(new FileReport("users.csv", "delta", 2, 1, 1, 0, 0));
  }

  @Test
  void what_is_deleted_inactive_or_withdrawn_is_ended() throws Exception {
    server.collection(
        "affiliations",
        affiliation("a1", "p1", "active"),
        affiliation("a2", "p2", "auditing"),
        affiliation("a3", "p2", "active"));
    fixture.read(id);
    assertThat(fixture.ids("user_role")).containsExactly("a1", "a2", "a3");

    serveWhatEnded();
    fixture.read(id);

    assertThat(refused()).isEmpty();
    assertThat(fixture.ids("class")).containsExactly("cohort", "offer");
    assertThat(fixture.ids("roster_user")).containsExactly("p1");
    assertThat(user("p2", "enabled")).isEqualTo("f");
    assertThat(fixture.ids("user_role")).isEmpty();
    assertThat(fixture.ids("enrollment")).containsExactly("e2");
  }

  private void serveWhatEnded() {
    for (String none : List.of("organizations", "academicSessions", "courseOfferings")) {
      server.page(none, 0, SINCE);
    }
    server.page("collectionOfferings", 0, SINCE);
    server.page(
        "componentOfferings", 0, SINCE, inState("deleted", component("lab", "labs", "offer")));
    server.page("componentOfferings", 1, SINCE);
    server.page(
        "persons", 0, SINCE, inState("inactive", person("p2", ",\"formattedName\":\"Bea B\"")));
    server.page("persons", 1, SINCE);
    server.page(
        "affiliations",
        0,
        SINCE,
        affiliation("a1", "p1", "withdrawn"),
        affiliation("a2", "p2", "inactive"),
        inState("deleted", affiliation("a3", "p2", "active")));
    server.page("affiliations", 3, SINCE);
    server.page(
        "enrollments",
        0,
        SINCE,
        enrollment("e1", "p1", "course", "offer")
            .replace("\"isActive\": true", "\"isActive\": false"),
        inState("inactive", enrollment("e3", "p1", "collection", "cohort")));
    server.page("enrollments", 2, SINCE);
  }

  private static String inState(String status, String object) {
    return object.replaceFirst(
        "\"recordStatus\": ?\"active\"", "\"recordStatus\":\"" + status + "\"");
  }

  @Test
  void a_reading_that_breaks_off_goes_on_where_it_was_and_doubles_nothing() throws Exception {
    server.unavailable("persons", 2);
    fixture.read(id);

    Source broken = fixture.get(id);
    assertThat(broken.health()).isEqualTo("interrupted");
    assertThat(broken.lastFailure().orElseThrow()).contains("persons from 2").contains("503");
    assertThat(broken.reading().orElseThrow().offset()).isEqualTo(2);
    assertThat(fixture.ids("roster_user")).containsExactly("p1", "p2");
    assertThat(fixture.ids("enrollment")).isEmpty();

    int before = server.wire.requests.size();
    server.page("persons", 2, "", person("p3", ",\"formattedName\":\"Cem Can\""));
    server.page("persons", 3, "");
    fixture.read(id);
    assertThat(server.wire.requests.subList(before, server.wire.requests.size()))
        .noneMatch(request -> request.contains("Offerings?"))
        .noneMatch(request -> request.contains("persons?limit=1000&offset=0"));
    assertThat(fixture.get(id).reading()).isEmpty();
    assertThat(fixture.get(id).completeAsOf()).isPresent();
    assertThat(fixture.ids("roster_user")).containsExactly("p1", "p2", "p3");
    assertThat(fixture.ids("enrollment")).containsExactly("e1", "e2", "e3");
    assertThat(fixture.one("select count(*) from competency.user_role")).isEqualTo("2");
  }

  @Test
  void a_server_may_be_without_collections_and_components_but_not_without_people()
      throws Exception {
    server.without("collectionOfferings");
    server.without("componentOfferings");
    server.collection("enrollments", enrollment("e1", "p1", "course", "offer"));
    server.without("persons");
    fixture.read(id);
    assertThat(fixture.get(id).health()).isEqualTo("interrupted");
    assertThat(fixture.get(id).lastFailure().orElseThrow())
        .contains("persons from 0")
        .contains("404");

    server.collection("persons", person("p1", ",\"formattedName\":\"Ada King\""));
    server.collection("affiliations", affiliation("a1", "p1", "active"));
    fixture.read(id);
    assertThat(fixture.get(id).reading()).isEmpty();
    assertThat(refused()).isEmpty();
    assertThat(fixture.ids("class")).containsExactly("offer");
    assertThat(fixture.ids("enrollment")).containsExactly("e1");
  }

  @Test
  void a_session_without_days_is_refused_and_the_others_are_not() throws Exception {
    server.collection(
        "academicSessions",
        EduApiServer.FALL,
        session("open", ",\"startDate\":\"2026-08-25T00:00:00Z\""),
        session(
            "term",
            ",\"startDate\":\"2027-01-10T00:00:00Z\",\"endDate\":\"2027-06-30T00:00:00Z\""));
    fixture.read(id);
    assertThat(refused()).isNotEmpty().allMatch(place -> place.startsWith("academicSessions:2:"));
    assertThat(fixture.ids("academic_session")).containsExactly("fall", "term");
    assertThat(
            fixture.one(
                "select concat_ws('|', title, type, school_year) from competency.academic_session"
                    + " where sourced_id = 'term'"))
        .isEqualTo("term|term|2027");
  }

  @Test
  void people_have_the_names_that_their_institution_gives_them() throws Exception {
    server.collection(
        "persons",
        person(
            "p1",
            """
            ,"formattedName": "Dr Ada Lovelace", "primaryEmail": {"email": "ada@example.org"},
            "legalName": {"givenName": "Augusta", "additionalName": "Ada", "familyName": "King"},
            "otherNames": [{"nameType": "formerName", "givenName": "Augusta",
              "familyName": "Byron"}, {"nameType": "preferredName", "givenName": "Ada",
              "familyName": "Lovelace"}],
            "otherIdentifiers": [{"identifierType": "identifier", "identifier": "7"},
              {"identifierType": "sisSourcedId", "identifier": "sis-7"},
              {"identifierType": "userName", "identifier": "ada"}]
            """),
        person("p2", ",\"formattedName\":\"Bea Bell\""),
        person("p3", ""),
        person("p4", ",\"formattedName\":\"Plato\""));
    fixture.read(id);
    assertThat(user("p1", "username, given_name, middle_name, family_name, identifier, email"))
        .isEqualTo("ada|Augusta|Ada|King|sis-7|ada@example.org");
    assertThat(user("p1", "preferred_given_name, preferred_family_name")).isEqualTo("Ada|Lovelace");
    assertThat(user("p2", "username, given_name, family_name")).isEqualTo("p2|Bea|Bell");
    assertThat(fixture.ids("roster_user")).containsExactly("p1", "p2");
    assertThat(refused()).contains("users:3:familyName", "users:4:givenName");
  }
}
