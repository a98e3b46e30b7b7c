package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.framework.remote.LoopbackServer;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.sources.SourceKind;
import org.vellum.competency.roster.sources.SourcesFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class ReadGradebookTest {
  private static final String BASE = "/ims/oneroster/gradebook/v1p2/";
  private static final String SINCE =
      "&filter=dateLastModified%3E%3D%272026-09-30T11%3A50%3A00Z%27";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private LoopbackServer server;
  private SourcesFixture sources;
  private EvaluationFixture institution;
  private UUID source;

  @BeforeEach
  void a_gradebook_is_known() throws Exception {
    institution = new EvaluationFixture(database);
    institution.found();
    institution.execute(
        "insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing");
    server = new LoopbackServer();
    server.json("/token", "{\"access_token\":\"opened\"}");
    sources = new SourcesFixture(database, server);
    sources.further.areStoredBy(
        new GradebookIntake(
                new StoreObject(new GradebookTables(institution.jdbi)), institution.recordResults())
            ::store);
    source = sources.add(SourceKind.GRADEBOOK);
    Stream.of("", SINCE)
        .forEach(filter -> {
          for (String collection :
              new String[] {
                "categories",
                "scoreScales",
                "lineItems",
                "results",
                "assessmentLineItems",
                "assessmentResults"
              }) {
            page(collection, 0, filter);
          }
        });
  }

  @AfterEach
  void ended() throws Exception {
    server.close();
  }

  private void page(String collection, int offset, String filter, String... objects) {
    String all = Stream.of(objects).collect(Collectors.joining(","));
    server.json(
        BASE + collection + "?limit=1000&offset=" + offset + "&sort=sourcedId&orderBy=asc" + filter,
        "{\"" + collection + "\":[" + all + "]}");
  }

  /** The objects on one page, and a page without any. */
  private void pages(String collection, String filter, String... objects) {
    page(collection, 0, filter, objects);
    page(collection, objects.length, filter);
  }

  private static String object(String id, String modified, String members) {
    return "{\"sourcedId\":\"%s\",\"status\":\"active\",\"dateLastModified\":\"%s\",%s}"
        .formatted(id, modified, members);
  }

  private static String reference(String member, String type, String id) {
    return "\"%s\":{\"href\":\"https://sis.example/%s\",\"sourcedId\":\"%s\",\"type\":\"%s\"}"
        .formatted(member, id, id, type);
  }

  private static String lineItem(String id, String of) {
    return object(
        id,
        "2026-09-01T00:00:00Z",
        "\"title\":\"Quiz\",\"assignDate\":\"2026-04-01T00:00:00Z\","
            + "\"dueDate\":\"2026-05-01T00:00:00Z\",\"resultValueMin\":0,\"resultValueMax\":10,"
            + reference("class", "class", of)
            + ","
            + reference("school", "org", "uni")
            + ","
            + reference("category", "category", "quizzes")
            + ",\"learningObjectiveSet\":[{\"source\":\"case\",\"learningObjectiveIds\":[\""
            + EvaluationFixture.CLEANING
            + "\"]}]");
  }

  private static String result(String id, String modified, String student, String score) {
    return object(
        id,
        modified,
        reference("lineItem", "lineItem", "lab")
            + ","
            + reference("student", "user", student)
            + ",\"scoreStatus\":\"fully graded\",\"scoreDate\":\"2026-05-03\",\"score\":"
            + score);
  }

  /** All of a gradebook; of the results one that can be stored. */
  private void gradebook() {
    pages("categories", "", object("quizzes", "2026-09-01T00:00:00Z", "\"title\":\"Quizzes\""));
    pages(
        "scoreScales",
        "",
        object(
            "letters",
            "2026-09-01T00:00:00Z",
            "\"title\":\"Letters\",\"type\":\"letters\",\"scoreScaleValue\":[{"
                + "\"itemValueLHS\":\"A\",\"itemValueRHS\":\"9\"}],"
                + reference("class", "class", "class-1")));
    pages("lineItems", "", lineItem("quiz", "class-1"), lineItem("lost", "nowhere"));
    pages(
        "results",
        "",
        result("r1", "2026-09-02T00:00:00Z", "ada", "9"),
        result("r2", "2026-09-02T00:00:00Z", "nobody", "9"),
        result("r3", "2026-09-02T00:00:00Z", "bea", "11"),
        result("r4", "2026-09-02T00:00:00Z", "bea", "\"nine\""));
  }

  @Test
  void a_gradebook_is_read_and_its_results_are_facts_under_the_sources_name() throws Exception {
    gradebook();
    sources.read(source);

    assertThat(sources.get(source).health()).isEqualTo("well");
    assertThat(sources.ids("category")).contains("quizzes");
    assertThat(sources.ids("score_scale")).containsExactly("letters");
    assertThat(sources.ids("line_item")).contains("quiz").doesNotContain("lost");
    assertThat(sources.one("select learning_objective_id from competency.line_item_objective"))
        .isEqualTo(EvaluationFixture.CLEANING.toString());
    assertThat(sources.one("select source_system from competency.evaluation_result"))
        .isEqualTo(source.toString());
    assertThat(institution.standing(EvaluationFixture.ADA)).containsExactly("Cleans data");
    assertThat(sources.report(source).files())
        .contains(
            new FileReport("lineItems", "delta", 2, 1, 0, 0, 1),
            new FileReport("results", "delta", 4, 1, 0, 0, 3));
    assertThat(sources.report(source).findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("lineItems:2:class", "reference-unknown"),
            org.assertj.core.groups.Tuple.tuple("results:4", "value-invalid"),
            org.assertj.core.groups.Tuple.tuple("results:2", "unknown-learner"),
            org.assertj.core.groups.Tuple.tuple("results:3", "out-of-scale"));
    assertThat(server.requests.getFirst())
        .contains("gradebook-core.readonly", "assessment.readonly");
  }

  @Test
  void what_is_refused_for_what_it_says_waits_for_a_registrar() throws Exception {
    gradebook();
    sources.read(source);
    assertThat(
            sources.one(
                "select string_agg(sourced_id || ' ' || reason, ', ' order by sourced_id)"
                    + " from competency.rejected_result where source_system = '%s'"
                        .formatted(source)))
        .isEqualTo("r2 unknown-learner, r3 out-of-scale");
  }

  @Test
  void later_only_what_changed_is_read_and_a_correction_supersedes() throws Exception {
    gradebook();
    sources.read(source);
    pages(
        "results",
        SINCE,
        result("r1", "2026-09-30T11:55:00Z", "ada", "3"),
        result("r1", "2026-09-30T11:56:00Z", "ada", "2"),
        result("r5", "2026-09-30T11:55:00Z", "ada", "1").replace("active", "tobedeleted"));
    sources.read(source);

    assertThat(institution.facts()).isEqualTo(4);
    assertThat(institution.standing(EvaluationFixture.ADA)).isEmpty();
    assertThat(sources.report(source).findings()).isEmpty();
  }

  @Test
  void a_reading_that_breaks_off_goes_on_there_and_all_again_stores_nothing_twice()
      throws Exception {
    gradebook();
    server.answering(
        BASE + "results?limit=1000&offset=4&sort=sourcedId&orderBy=asc",
        LoopbackServer.text("HTTP/1.1 503 Unavailable\nContent-Length: 0\n\n"));
    sources.read(source);
    assertThat(sources.get(source).health()).isEqualTo("interrupted");
    page("results", 4, "");
    int before = server.requests.size();
    sources.read(source);
    assertThat(sources.get(source).reading()).isEmpty();
    assertThat(server.requests.subList(before, server.requests.size()))
        .noneMatch(request -> request.contains("/lineItems"));

    assertThat(sources.requestWholeReading.request(source)).isTrue();
    sources.read(source);
    assertThat(institution.facts()).isEqualTo(1);
    assertThat(sources.report(source).files())
        .contains(
            new FileReport("categories", "delta", 1, 0, 0, 1, 0),
            new FileReport("results", "delta", 4, 0, 0, 1, 3));
  }

  @Test
  void assessments_come_in_whatever_order_parents_and_children_have() throws Exception {
    pages(
        "assessmentLineItems",
        "",
        object(
            "child",
            "2026-09-01T00:00:00Z",
            "\"title\":\"Part\",\"resultValueMax\":10,"
                + reference("parentAssessmentLineItem", "assessmentLineItem", "parent")),
        object(
            "orphan",
            "2026-09-01T00:00:00Z",
            "\"title\":\"Part\","
                + reference("parentAssessmentLineItem", "assessmentLineItem", "none")),
        object("parent", "2026-09-01T00:00:00Z", "\"title\":\"Whole\""));
    pages(
        "assessmentResults",
        "",
        result("a1", "2026-09-02T00:00:00Z", "ada", "9")
            .replace("\"lineItem\"", "\"assessmentLineItem\"")
            .replace("\"lab\"", "\"child\""));
    sources.read(source);

    assertThat(sources.ids("line_item")).contains("child", "parent").doesNotContain("orphan");
    assertThat(sources.one("select line_item from competency.evaluation_result"))
        .isEqualTo("child");
    assertThat(sources.report(source).findings())
        .extracting(Finding::place)
        .containsExactly("assessmentLineItems:2:parentAssessmentLineItem");
  }
}
