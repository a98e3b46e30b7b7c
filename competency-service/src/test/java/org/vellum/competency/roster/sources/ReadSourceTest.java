package org.vellum.competency.roster.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.remote.LoopbackServer;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class ReadSourceTest {
  private static final String ONEROSTER = "/ims/oneroster/rostering/v1p2/";
  private static final String BASE =
      "\"status\":\"active\",\"dateLastModified\":\"2026-09-01T00:00:00Z\"";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private LoopbackServer server;
  private SourcesFixture fixture;

  @BeforeEach
  void begun() throws Exception {
    server = new LoopbackServer();
    server.json("/token", "{\"access_token\":\"opened\",\"token_type\":\"Bearer\"}");
    fixture = new SourcesFixture(database, server);
  }

  @AfterEach
  void ended() throws Exception {
    server.close();
  }

  private static String query(int offset, String filter) {
    return "?limit=1000&offset=" + offset + "&sort=sourcedId&orderBy=asc" + filter;
  }

  private void page(String collection, int offset, String filter, String... objects) {
    server.json(
        ONEROSTER + collection + query(offset, filter),
        "{\"" + collection + "\":[" + String.join(",", objects) + "]}");
  }

  /** All the objects of each collection on one page, and then none. */
  private void roster(String filter) {
    page("orgs", 0, filter, org("campus", "uni"), org("uni", ""));
    page("orgs", 2, filter);
    page(
        "academicSessions",
        0,
        filter,
        "{\"sourcedId\":\"fall\","
            + BASE
            + ",\"title\":\"Fall\",\"type\":\"term\",\"startDate\":\"2026-08-25\","
            + "\"endDate\":\"2026-12-20\",\"schoolYear\":\"2026\"}");
    page("academicSessions", 1, filter);
    page(
        "courses",
        0,
        filter,
        "{\"sourcedId\":\"course\","
            + BASE
            + ",\"title\":\"Data\",\"courseCode\":\"D1\","
            + "\"org\":{\"sourcedId\":\"uni\",\"type\":\"org\"},\"subjects\":[\"a\",\"b\"]}");
    page("courses", 1, filter);
    page(
        "classes",
        0,
        filter,
        "{\"sourcedId\":\"class\","
            + BASE
            + ",\"title\":\"Data, fall\",\"course\":{\"sourcedId\":\"course\"},"
            + "\"school\":{\"sourcedId\":\"campus\"},\"terms\":[{\"sourcedId\":\"fall\"}]}");
    page("classes", 1, filter);
    page("users", 0, filter, user("ada", "student"), user("bea", "teacher"));
    page("users", 2, filter, user("cem", "student"));
    page("users", 3, filter);
    page("enrollments", 0, filter, enrollment("e1", "ada"), enrollment("e2", "nobody"));
    page("enrollments", 2, filter);
  }

  private static String org(String id, String parent) {
    return "{\"sourcedId\":\""
        + id
        + "\","
        + BASE
        + ",\"name\":\"Org\",\"type\":\"school\",\"identifier\":\"x\""
        + (parent.isEmpty() ? "" : ",\"parent\":{\"sourcedId\":\"" + parent + "\"}")
        + "}";
  }

  private static String user(String id, String role) {
    return "{\"sourcedId\":\""
        + id
        + "\","
        + BASE
        + ",\"username\":\""
        + id
        + "\",\"enabledUser\":\"true\",\"givenName\":\"G\",\"familyName\":\"F\",\"roles\":"
        + "[{\"roleType\":\"primary\",\"role\":\""
        + role
        + "\",\"org\":{\"sourcedId\":\"uni\"}}]}";
  }

  private static String enrollment(String id, String user) {
    return "{\"sourcedId\":\""
        + id
        + "\","
        + BASE
        + ",\"role\":\"student\",\"class\":{\"sourcedId\":\"class\"},\"school\":"
        + "{\"sourcedId\":\"campus\"},\"user\":{\"sourcedId\":\""
        + user
        + "\"}}";
  }

  @Test
  void all_is_read_the_first_time_and_each_refused_object_is_named() throws Exception {
    roster("");
    UUID id = fixture.add(SourceKind.ONEROSTER);
    fixture.read(id);

    Source source = fixture.get(id);
    assertThat(source.health()).isEqualTo("well");
    assertThat(source.reading()).isEmpty();
    assertThat(source.completeAsOf()).contains(RosterFixture.NOW.minusSeconds(600));
    assertThat(fixture.ids("org")).containsExactly("campus", "uni");
    assertThat(fixture.ids("roster_user")).containsExactly("ada", "bea", "cem");
    assertThat(fixture.ids("user_role"))
        .containsExactly("ada/student/uni", "bea/teacher/uni", "cem/student/uni");
    assertThat(fixture.ids("enrollment")).containsExactly("e1");
    assertThat(fixture.report(id).findings())
        .extracting(Finding::place)
        .containsExactly("enrollments:2:userSourcedId");
    assertThat(fixture.report(id).files())
        .contains(new FileReport("users.csv", "delta", 3, 3, 0, 0, 0));
    assertThat(server.requests.getFirst())
        .contains("grant_type=client_credentials")
        .contains("roster-core.readonly");
    assertThat(server.requests.get(1)).contains("Authorization: Bearer opened");
  }

  @Test
  void later_only_what_changed_is_read() throws Exception {
    roster("");
    UUID id = fixture.add(SourceKind.ONEROSTER);
    fixture.read(id);
    String filter = "&filter=dateLastModified%3E%3D%272026-09-30T11%3A50%3A00Z%27";
    for (String none : List.of("orgs", "academicSessions", "courses", "classes", "enrollments")) {
      page(none, 0, filter);
    }
    page(
        "users",
        0,
        filter,
        user("ada", "teacher"),
        user("cem", "student").replace("active", "tobedeleted"));
    page("users", 2, filter);
    fixture.read(id);

    assertThat(fixture.get(id).health()).isEqualTo("well");
    assertThat(fixture.ids("roster_user")).containsExactly("ada", "bea");
    assertThat(fixture.ids("user_role")).containsExactly("ada/teacher/uni", "bea/teacher/uni");
    assertThat(fixture.report(id).files())
        .contains(new FileReport("users.csv", "delta", 2, 0, 1, 1, 0));
  }

  @Test
  void a_reading_that_breaks_off_goes_on_where_it_was_and_doubles_nothing() throws Exception {
    roster("");
    server.answering(
        ONEROSTER + "users" + query(2, ""),
        LoopbackServer.text("HTTP/1.1 503 Unavailable\nContent-Length: 0\n\n"));
    UUID id = fixture.add(SourceKind.ONEROSTER);
    fixture.read(id);

    Source broken = fixture.get(id);
    assertThat(broken.health()).isEqualTo("interrupted");
    assertThat(broken.lastFailure().orElseThrow()).contains("users from 2").contains("503");
    assertThat(broken.collectionName()).isEqualTo("users");
    assertThat(broken.reading().orElseThrow().offset()).isEqualTo(2);
    assertThat(fixture.ids("roster_user")).containsExactly("ada", "bea");

    int before = server.requests.size();
    page("users", 2, "", user("cem", "student"));
    fixture.read(id);
    assertThat(server.requests.subList(before, server.requests.size()))
        .noneMatch(request -> request.contains("/orgs"))
        .noneMatch(request -> request.contains("users?limit=1000&offset=0"));
    assertThat(fixture.get(id).reading()).isEmpty();
    assertThat(fixture.ids("roster_user")).containsExactly("ada", "bea", "cem");
    assertThat(fixture.one("select count(*) from competency.user_role")).isEqualTo("3");
  }

  @Test
  void a_server_that_gives_the_same_page_for_ever_is_left() throws Exception {
    page("orgs", 0, "", org("uni", ""));
    page("orgs", 1, "", org("uni", ""));
    UUID id = fixture.add(SourceKind.ONEROSTER);
    fixture.read(id);
    assertThat(fixture.get(id).lastFailure()).contains("It gives the same page again and again.");
  }

  @Test
  void what_is_no_collection_or_gives_no_token_is_told_and_nothing_is_stored() throws Exception {
    server.json(ONEROSTER + "orgs" + query(0, ""), "[]");
    UUID id = fixture.add(SourceKind.ONEROSTER);
    fixture.read(id);
    assertThat(fixture.get(id).lastFailure()).contains("What it gives for orgs is no collection.");
    server.json("/token", "{}");
    fixture.read(id);
    assertThat(fixture.get(id).lastFailure()).contains("The token server gave no token.");
    assertThat(fixture.ids("org")).isEmpty();
  }

  @Test
  void a_secret_is_stored_encrypted_and_opens_under_no_other_key_or_source() throws Exception {
    UUID id = fixture.add(SourceKind.ONEROSTER);
    byte[] sealed = fixture.sources.sealedSecret(id);
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("secret");
    assertThat(SourcesFixture.seal("s").open(id, sealed)).isEqualTo("a very secret secret");
    assertThatThrownBy(() -> SourcesFixture.seal("t").open(id, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SourcesFixture.seal("s").open(new UUID(1, 2), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThat(SourcesFixture.wanted(SourceKind.ONEROSTER).toString()).doesNotContain("secret");
    assertThat(fixture.endSource.end(id, "registrar")).isTrue();
    assertThat(fixture.sources.list()).isEmpty();
    assertThat(fixture.sources.sealedSecret(id)).isEmpty();
  }

  @Test
  void a_source_without_address_of_https_or_a_name_is_refused() throws Exception {
    AddSource.Wanted wanted =
        new AddSource.Wanted(
            " ", SourceKind.ONEROSTER, "http://sis.example", "ftp:x", "c", "", false, 1);
    assertThat(fixture.addSource.add(wanted, "registrar"))
        .isInstanceOfSatisfying(
            AddSource.Result.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::place)
                    .containsExactly(
                        "name", "clientSecret", "address", "tokenAddress", "everyMinutes"));
  }

  @Test
  void what_is_due_is_what_was_asked_for_or_waits_too_long_and_did_not_just_fail()
      throws Exception {
    UUID id = fixture.add(SourceKind.ONEROSTER);
    assertThat(fixture.sources.due(RosterFixture.NOW)).containsExactly(id);
    fixture.read(id);
    assertThat(fixture.get(id).health()).isEqualTo("interrupted");
    assertThat(fixture.sources.due(RosterFixture.NOW.plusSeconds(60))).isEmpty();
    assertThat(fixture.sources.due(RosterFixture.NOW.plusSeconds(1_000))).containsExactly(id);
    assertThat(fixture.sources.request(id)).isTrue();
    assertThat(fixture.sources.due(RosterFixture.NOW)).containsExactly(id);
  }
}
