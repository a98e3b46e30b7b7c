package org.vellum.competency.roster.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.OfficialService;
import org.vellum.competency.oneroster.ServedObjects;
import org.vellum.competency.oneroster.Wire;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Walks every operation of the official OpenAPI document over an imported roster. */
class RosteringContractTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");

  private static final RosterFixture ROSTER = new RosterFixture(database);
  private static final Wire WIRE = new Wire(database);
  private static final Map<String, String> IN_PATH =
      Map.of(
          "{classSourcedId}", "class",
          "{courseSourcedId}", "course",
          "{schoolSourcedId}", "school",
          "{studentSourcedId}", "amara",
          "{teacherSourcedId}", "teacher",
          "{termSourcedId}", "fall",
          "{userSourcedId}", "amara");
  private static final Map<String, String> OF_COLLECTION =
      Map.ofEntries(
          Map.entry("academicSessions", "year"),
          Map.entry("terms", "fall"),
          Map.entry("gradingPeriods", "period"),
          Map.entry("classes", "class"),
          Map.entry("courses", "course"),
          Map.entry("demographics", "amara"),
          Map.entry("enrollments", "enrolled-1"),
          Map.entry("orgs", "school"),
          Map.entry("schools", "school"),
          Map.entry("students", "lukas"),
          Map.entry("teachers", "teacher"),
          Map.entry("users", "amara"));

  @BeforeAll
  static void imported(@TempDir Path folder) throws Exception {
    ROSTER.imported(
        RosterZip.aRoster()
            .adding(
                "academicSessions",
                "period,,,First half,gradingPeriod,2025-08-25,2025-10-20,fall,2026")
            .adding(
                "enrollments",
                "enrolled-4,tobedeleted,2026-01-01T00:00:00Z,class,school,amara,proctor,,,")
            .with(
                "demographics",
                "birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,"
                    + "nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,"
                    + "hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,"
                    + "cityOfBirth,publicSchoolResidenceStatus",
                "amara,,,2001-02-03,female,,true,,,false,,,NG,,Lagos,"),
        folder);
    Addresses addresses =
        new Addresses(
            new PlatformConfiguration(
                URI.create("http://localhost:9080"),
                "Test",
                "s".repeat(32),
                Duration.ofHours(1),
                1));
    WIRE.add(
        new RosteringResource(), List.of(addresses, new ServedObjects(ROSTER.jdbi, addresses)));
  }

  private static JsonNode get(String path) throws Exception {
    return WIRE.get(Addresses.ROSTERING + path).body();
  }

  @Test
  void every_operation_of_the_openapi_document_answers_as_it_wants() throws Exception {
    OfficialService official = OfficialService.rostering();
    List<OfficialService.Operation> operations = official.operations();
    assertThat(operations).hasSize(41);
    for (OfficialService.Operation operation : operations) {
      String path = path(operation.path());
      assertThat(WIRE.scopes(operation.verb(), Addresses.ROSTERING + path))
          .as(path)
          .isEqualTo(operation.scopes());
      Wire.Answer answer = WIRE.get(Addresses.ROSTERING + path);
      assertThat(answer.status()).isEqualTo(operation.status());
      official.accepts(operation.schema(), answer.body());
      assertThat(answer.body().properties()).as(path).isNotEmpty();
      assertThat(answer.body().elements().next()).as(path).isNotEmpty();
      if (operation.schema().endsWith("SetDType")) {
        assertThat(answer.header("X-Total-Count")).isNotEqualTo("0");
        assertThat(answer.header("Link")).contains(path + "?limit=100&offset=0>; rel=\"first\"");
      }
    }
  }

  private static String path(String template) {
    String path = template;
    for (Map.Entry<String, String> each : IN_PATH.entrySet()) {
      path = path.replace(each.getKey(), each.getValue());
    }
    String collection = template.split("/", -1)[1];
    return path.replace("{sourcedId}", OF_COLLECTION.getOrDefault(collection, "none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/users?filter=familyName='OKAFOR'|amara",
        "/users?filter=familyName~'schön'|lukas",
        "/users?filter=roles.role='teacher'|teacher",
        "/users?filter=username='amara' OR username='lukas'|amara,lukas",
        "/users?filter=email~'example' AND givenName!='Lukas'|amara",
        "/users?filter=email!='amara@students.example'|lukas,teacher",
        "/users?sort=familyName&orderBy=desc|lukas,amara,teacher",
        "/users?sort=familyName&limit=1&offset=1|amara",
        "/users?sort=nothing|amara,lukas,teacher",
        "/users?filter=dateLastModified>'2026-09-29'|amara,lukas,teacher",
        "/users?filter=dateLastModified>'2026-09-30T14:00:00%2B02:00'|",
        "/enrollments?filter=status='tobedeleted'|enrolled-4",
        "/enrollments?filter=user.sourcedId='lukas'|enrolled-2",
        "/enrollments?filter=beginDate>='2025-08-25'|enrolled-1",
        "/classes?filter=terms='fall,year'|class",
        "/classes?filter=terms='fall'|",
        "/classes?filter=terms~'fall'|class",
        "/academicSessions?sort=startDate|year,fall,period",
        "/demographics?filter=asian='true'|amara",
        "/schools/school/classes/class/students|amara,lukas"
      })
  void what_is_asked_for_is_found_in_the_order_asked_for(String query, String expected)
      throws Exception {
    JsonNode answer = get(query.replace(" ", "%20"));
    assertThat(
            answer.elements().next().findValuesAsText("sourcedId").isEmpty() && expected == null
                ? List.of()
                : ids(answer))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(",", -1)));
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new java.util.ArrayList<>();
    answer.elements().next().forEach(each -> ids.add(each.path("sourcedId").asText()));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users?filter=password='x'",
        "/users?filter=username=x",
        "/users?filter=dateLastModified>'yesterday'",
        "/users?filter=roles='teacher'",
        "/users?fields=,",
        "/users?limit=0",
        "/users?offset=-1",
        "/users?orderBy=up"
      })
  void a_query_that_cannot_be_answered_is_refused(String query) {
    assertThatThrownBy(() -> get(query))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault().status()).isEqualTo(400));
  }

  @Test
  void only_the_members_that_are_asked_for_are_sent_and_all_if_one_is_unknown() throws Exception {
    assertThat(get("/users/amara?fields=givenName,roles").path("user").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("givenName", "roles");
    assertThat(get("/users/amara?fields=givenName,shoeSize").path("user").size()).isGreaterThan(5);
  }

  @Test
  void a_reference_leads_to_the_object_of_the_rostering_service() throws Exception {
    JsonNode enrollment = get("/enrollments/enrolled-1").path("enrollment");
    assertThat(enrollment.at("/user/href").asText())
        .isEqualTo("http://localhost:9080/competency/ims/oneroster/rostering/v1p2/users/amara");
    assertThat(get("/users/amara").at("/user/roles/0/org/href").asText()).endsWith("/orgs/school");
  }

  @Test
  void who_has_no_role_of_their_own_has_those_of_their_enrollments() throws Exception {
    assertThat(get("/users/lukas").at("/user/roles/0/role").asText()).isEqualTo("student");
    assertThat(get("/users/lukas").at("/user/roles/0/roleType").asText()).isEqualTo("secondary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/nobody",
        "/students/teacher",
        "/terms/year",
        "/schools/none/classes",
        "/schools/school/classes/none/students",
        "/users/amara/courses"
      })
  void what_is_not_there_is_unknown(String path) {
    assertThatThrownBy(() -> get(path))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_OBJECT));
  }
}
