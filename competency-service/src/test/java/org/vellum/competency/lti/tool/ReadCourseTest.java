package org.vellum.competency.lti.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.testsupport.TestDatabase;

/** Gradebooks and rosters read from a platform (AGS 2.0 and NRPS 2.0, as the tool). */
class ReadCourseTest {
  private static final String QUIZ = "/quiz?course=9";
  private static final String RESULTS = "/quiz/results?course=9";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency")
          .keeping("platform.signing_key");

  private final LtiFixture lti = new LtiFixture(database);
  private final SimulatedPlatform platform = started();
  private final ToolFixture tool = new ToolFixture(lti, platform);
  private UUID course = new UUID(0, 0);

  private static SimulatedPlatform started() {
    try {
      return new SimulatedPlatform();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void a_course_of_two_learners_and_two_line_items() {
    lti.found();
    tool.registered();
    course = tool.launched();
    platform
        .says("/members?course=9", 200, members("u-1", "ada"), "/members?course=9&p=2")
        .says("/members?course=9&p=2", members("u-2", "bea"))
        .says("/lineitems?course=9", 200, "[" + item(QUIZ, 10) + "]", "/lineitems?p=2")
        .says("/lineitems?p=2", "[" + item("/exam", 100) + ", {\"id\": \"nowhere\"}]")
        .says(RESULTS, 200, "[" + result("u-1", "8", "") + "]", "/quiz/results?p=2")
        .says("/quiz/results?p=2", "[" + result("u-2", "3", "") + "]");
  }

  @AfterEach
  void stopped() {
    platform.close();
  }

  private static String members(String user, String student) {
    return """
    {"id": "x", "context": {"id": "c"}, "members": [{"status": "Active", "user_id": "%s",
      "lis_person_sourcedid": "%s", "roles": ["Learner"]}]}
    """
        .formatted(user, student);
  }

  private static String item(String address, int maximum) {
    return "{\"id\": \"%s\", \"label\": \"Item %s\", \"scoreMaximum\": %d}"
        .formatted(SimulatedPlatform.ADDRESS + address, address, maximum);
  }

  private static String result(String user, String score, String more) {
    return "{\"id\": \"r\", \"userId\": \"%s\", \"resultScore\": %s, \"resultMaximum\": 10%s}"
        .formatted(user, score, more);
  }

  private ReadCourse.Result read(int mostPages) {
    return lti.assembly.get(ReadCourse.class).read(course, mostPages);
  }

  private RemoteLineItem quiz() {
    return lti.assembly.get(CourseContents.class).listLineItems(course).stream()
        .filter(item -> item.address().endsWith(QUIZ))
        .findFirst()
        .orElseThrow();
  }

  /** The quiz is read as evidence of a competency. */
  private void mapped() {
    assertThat(read(100)).isEqualTo(new ReadCourse.Result.Whole());
    MapLineItem map = lti.assembly.get(MapLineItem.class);
    Optional<PutLineItem.Evidences> evidences =
        Optional.of(new PutLineItem.Evidences(EvaluationFixture.CLEANING, new BigDecimal("0.7")));
    assertThat(map.map(course, quiz().id(), evidences, "registrar"))
        .isEqualTo(new MapLineItem.Result.NoClass());
    assertThat(lti.assembly.get(SetClass.class).set(course, "nowhere", "registrar")).isFalse();
    assertThat(lti.assembly.get(SetClass.class).set(course, "class-1", "registrar")).isTrue();
    assertThat(map.map(course, quiz().id(), evidences, "registrar"))
        .isEqualTo(new MapLineItem.Result.Mapped(true));
    assertThat(map.map(course, quiz().id(), evidences, "registrar"))
        .isEqualTo(new MapLineItem.Result.Unknown());
  }

  private Course course() {
    return lti.assembly.get(Courses.class).find(course).orElseThrow();
  }

  @Test
  void members_and_line_items_are_read_by_the_links_and_results_where_they_are_mapped() {
    mapped();
    CourseContents.Counts counts = lti.assembly.get(CourseContents.class).count(course);
    assertThat(counts).isEqualTo(new CourseContents.Counts(2, 0, 2, 1));
    assertThat(lti.institution.facts()).isZero();

    assertThat(read(100)).isEqualTo(new ReadCourse.Result.Whole());
    assertThat(lti.institution.facts()).isEqualTo(2);
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(lti.institution.standing(LtiFixture.BEA)).isEmpty();
    assertThat(course().syncedAt()).contains(EvaluationFixture.NOW);
    assertThat(platform.tokens.get(RESULTS)).isEqualTo("Bearer token-1 " + Lti.RESULTS_TYPE);
  }

  @Test
  void a_token_is_asked_for_by_an_assertion_of_our_own_keys_and_once_each() {
    read(100);
    read(100);
    assertThat(platform.requests.stream().filter(each -> each.startsWith("POST /token")))
        .hasSize(2)
        .allSatisfy(request -> {
          assertThat(request)
              .contains("grant_type=client_credentials", "lineitem.readonly", "contextmembership");
          String assertion = request.replaceAll(".*client_assertion=([^&]+).*", "$1");
          Claims claims = SignedToken.parse(assertion).orElseThrow().claims();
          assertThat(claims.text("iss")).contains("vellum-1");
          assertThat(claims.text("sub")).contains("vellum-1");
          assertThat(claims.audience()).containsExactly("https://lms.example/token");
          assertThat(claims.text("jti")).isPresent();
        })
        .doesNotHaveDuplicates();
  }

  @Test
  void the_pages_tell_how_far_the_course_is_read() throws Exception {
    mapped();
    platform.says("/quiz/results?p=2", 503, "{}", "");
    read(100);
    Set<String> registrar = Set.of(Roles.REGISTRAR);
    PlatformsResource platforms = lti.visitedBy("registrar", registrar, PlatformsResource.class);
    assertThat(LtiFixture.shown(platforms.page(0)))
        .contains("Data course", "broke off", "it answered with status 503", "deployment-1");
    CoursesResource courses = lti.visitedBy("registrar", registrar, CoursesResource.class);
    assertThat(LtiFixture.shown(courses.page(course, "clean")))
        .contains("Item /quiz?course=9", "read as <code>lti-", "DC.1 Cleans data", "Read on")
        .contains("2, of which 1 are read");
  }

  @Test
  void reading_again_changes_nothing() {
    mapped();
    read(100);
    read(100);
    assertThat(lti.institution.facts()).isEqualTo(2);
  }

  @Test
  void what_breaks_off_midway_goes_on_there_and_nothing_is_doubled() {
    mapped();
    platform.says("/quiz/results?p=2", 503, "{}", "");
    assertThat(read(100)).isEqualTo(new ReadCourse.Result.BrokeOff("it answered with status 503"));
    assertThat(lti.institution.facts()).isEqualTo(1);
    assertThat(course().failure()).contains("it answered with status 503");
    assertThat(course().step()).isEqualTo("results");

    platform.says("/quiz/results?p=2", "[" + result("u-2", "3", "") + "]");
    platform.requests.clear();
    assertThat(read(100)).isEqualTo(new ReadCourse.Result.Whole());
    assertThat(platform.requests).hasSize(2).last().asString().startsWith("GET /quiz/results?p=2");
    assertThat(lti.institution.facts()).isEqualTo(2);
    assertThat(course().failure()).isEmpty();
  }

  @Test
  void a_bound_on_pages_leaves_the_rest_for_the_next_time() {
    assertThat(read(3)).isEqualTo(new ReadCourse.Result.Partly(3));
    assertThat(course().step()).isEqualTo("line items");
    assertThat(read(3)).isEqualTo(new ReadCourse.Result.Whole());
    lti.execute("update competency.lti_course set busy_until = '2030-01-01'");
    assertThat(read(3)).isEqualTo(new ReadCourse.Result.NotNow());
  }

  @Test
  void a_score_that_goes_up_and_down_again_is_three_facts() {
    mapped();
    read(100);
    platform.says(RESULTS, "[" + result("u-1", "4", "") + "]");
    read(100);
    assertThat(lti.institution.standing(ADA)).isEmpty();
    platform.says(RESULTS, "[" + result("u-1", "8.0", "") + "]");
    read(100);
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(lti.institution.facts()).isEqualTo(4);
  }

  @Test
  void a_score_that_is_gone_is_taken_back() {
    mapped();
    read(100);
    platform.says(RESULTS, "[{\"id\": \"r\", \"userId\": \"u-1\", \"resultMaximum\": 10}]");
    read(100);
    assertThat(lti.institution.standing(ADA)).isEmpty();
    read(100);
    assertThat(lti.institution.facts()).isEqualTo(3);
  }

  @Test
  void a_time_that_the_platform_tells_beyond_the_standard_counts() {
    mapped();
    String told = ", \"timestamp\": \"2026-05-03T10:00:00.123456+00:00\"";
    platform.says(RESULTS, "[" + result("u-1", "8", told) + "]");
    read(100);
    assertThat(
            lti.count(
                "competency.evaluation_result where score_date = '2026-05-03'"
                    + " and source_modified_at = '2026-05-03T10:00:00.123456Z'"))
        .isEqualTo(1);
  }

  @Test
  void somebody_whom_the_roster_does_not_have_waits_among_the_refused() {
    mapped();
    platform.says(RESULTS, "[" + result("u-9", "8", "") + "]");
    assertThat(read(100)).isEqualTo(new ReadCourse.Result.Whole());
    assertThat(lti.institution.facts()).isZero();
    assertThat(lti.count("competency.rejected_result where reason = 'unknown-learner'"))
        .isEqualTo(1);
  }

  @Test
  void scales_differ_and_what_is_no_result_is_passed_over() {
    mapped();
    platform.says(
        RESULTS,
        """
        [{"userId": "u-1", "resultScore": 0.71}, {"userId": "u-2", "resultScore": -4},
         {"resultScore": 5}, {"userId": "u-2", "resultScore": "7"}, 7]
        """);
    read(100);
    assertThat(lti.institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(lti.institution.facts()).isEqualTo(1);
  }

  @Test
  void a_platform_that_gives_no_token_or_no_json_is_told_in_words() {
    platform.says("/token", 400, "{}", "");
    assertThat(read(1))
        .isEqualTo(new ReadCourse.Result.BrokeOff("its token endpoint refused with status 400"));
    platform.says("/token", "{}");
    assertThat(read(1))
        .isEqualTo(new ReadCourse.Result.BrokeOff("its token endpoint gave no token"));
    platform.says("/token", "<html>");
    assertThat(read(1)).isEqualTo(new ReadCourse.Result.BrokeOff("what it sent is not JSON"));
  }

  @Test
  void addresses_of_results_keep_the_query() {
    assertThat(quizAt("https://a.example/l/1?x=1&y=2").results())
        .isEqualTo("https://a.example/l/1/results?x=1&y=2");
    assertThat(quizAt("https://a.example/l/1").results())
        .isEqualTo("https://a.example/l/1/results");
    assertThat(quizAt("https://a.example/l/1/?x=/").results())
        .isEqualTo("https://a.example/l/1/results?x=/");
  }

  private static RemoteLineItem quizAt(String address) {
    return new RemoteLineItem(
        ADA, address, "Quiz", BigDecimal.TEN, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void the_next_page_is_that_of_the_link_header_whatever_else_there_is() {
    String at = "https://a.example/list?x=1";
    assertThat(PlatformClient.next("<https://a.example/p2>; rel=\"next\"", at))
        .contains("https://a.example/p2");
    assertThat(PlatformClient.next("<https://a/1>; rel=first, </p3?a=1,2>; rel=next", at))
        .contains("https://a.example/p3?a=1,2");
    assertThat(PlatformClient.next("<https://a/1>; rel=\"prev next\"", at)).contains("https://a/1");
    assertThat(PlatformClient.next("<https://a/1>; rel=\"nextish\"", at)).isEmpty();
    assertThat(PlatformClient.next("<javascript:x>; rel=\"next\"", at)).isEmpty();
    assertThat(PlatformClient.next("", at)).isEmpty();
  }
}
