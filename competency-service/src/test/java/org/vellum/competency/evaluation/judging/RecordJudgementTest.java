package org.vellum.competency.evaluation.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.evaluation.Teaching.Teacher;
import org.vellum.competency.evaluation.judging.RecordJudgement.Result;
import org.vellum.competency.evaluation.judging.RecordJudgement.Said;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Rubrics;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RecordJudgementTest {
  private static final String RUBRIC = "e2ad9128-4501-488f-8cef-cadb106930c6";
  private static final Teacher TEA = new Teacher("TEA", false);
  private static final Teacher STRANGER = new Teacher("ada", false);
  private static final Teacher REGISTRAR = new Teacher("registrar", true);
  private static final Map<String, String> GOOD = Map.of("c1", "c1-3", "c2", "c2-2");

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final Teaching teaching = new Teaching(institution.jdbi);
  private final GivenRubrics given = new GivenRubrics(new CaseObjects(institution.jdbi));
  private final RecordJudgement use =
      new RecordJudgement(teaching, given, institution.recordResult(), EvaluationFixture.CLOCK);

  @BeforeEach
  void founded() {
    institution.found();
    institution.execute(
        """
        insert into competency.roster_user (sourced_id, id, active, enabled, username, given_name,
          family_name, last_modified)
          values ('tea', gen_random_uuid(), true, true, 'tea', 'Tea', 'T', now())
        """);
    institution.execute(
        """
        insert into competency.enrollment (sourced_id, active, class_sourced_id,
          school_sourced_id, user_sourced_id, role, is_primary, last_modified) values
          ('e1', true, 'class-1', 'uni', 'tea', 'teacher', true, now()),
          ('e2', true, 'class-1', 'uni', 'ada', 'student', false, now())
        """);
    institution.jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.cf_definition (framework, collection, positions, identifier,
                  received, fingerprint, sent)
                select identifier, 'CFRubrics', '{1}', :rubric::uuid, '{}', '', :sent::json
                  from competency.framework
                """)
            .bind("rubric", RUBRIC)
            .bind("sent", rubric())
            .execute());
  }

  /** Two criteria, the first of which is about CLEANING and weighs three times as much. */
  private static String rubric() {
    return """
    {"identifier": "%s", "title": "Lab <b>rubric</b>", "CFRubricCriteria": [
      {"identifier": "c2", "category": "Style", "position": 2, "CFRubricCriterionLevels": [
        {"identifier": "c2-1", "quality": "Poor"}, {"identifier": "c2-2", "quality": "Good"}]},
      {"identifier": "c1", "category": "Cleaning", "position": 1, "weight": 3,
       "CFItemURI": {"title": "x", "identifier": "%s", "uri": "http://localhost/i1"},
       "CFRubricCriterionLevels": [
        {"identifier": "c1-3", "quality": "Proficient", "score": 4},
        {"identifier": "c1-1", "quality": "Beginning", "score": 1},
        {"identifier": "c1-2", "quality": "Developing", "score": 2.5}]}]}
    """
        .formatted(RUBRIC, CLEANING);
  }

  private static Said said(Map<String, String> levels) {
    return new Said("lab", "ada", RUBRIC, "", "2026-05-03", "Well done", "", "", levels);
  }

  private Result record(Teacher teacher, Said said) throws Exception {
    return database.inTransaction(() -> use.record(teacher, said));
  }

  private String column(String name) {
    return institution.jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select "
                    + name
                    + "::text from competency.evaluation_result r"
                    + " left join competency.result_objective o on o.result = r.id"
                    + " order by r.received_at desc, r.id desc limit 1")
            .mapTo(String.class)
            .one());
  }

  @Test
  void a_rubric_becomes_a_score_on_the_scale_and_one_of_each_item() throws Exception {
    assertThat(record(TEA, said(Map.of("c1", "c1-2", "c2", "c2-2"))))
        .isInstanceOf(Result.Kept.class);
    // Half of the way weighs 3, all of it 1: 0.625 of 0 to 10.
    assertThat(column("r.score")).isEqualTo("6.25");
    assertThat(column("o.score")).isEqualTo("5");
    assertThat(column("o.text_score")).isEqualTo("Developing");
    assertThat(column("r.source_system")).isEqualTo("faculty");
    assertThat(column("r.payload -> 'metadata' ->> 'vellum.judgedBy'")).isEqualTo("TEA");
  }

  @Test
  void what_is_judged_decides_what_the_learner_has_attained() throws Exception {
    record(TEA, said(GOOD));
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_form_that_is_sent_twice_is_recorded_once() throws Exception {
    assertThat(record(TEA, said(GOOD))).isInstanceOf(Result.Kept.class);
    assertThat(record(TEA, said(GOOD))).isInstanceOf(Result.Kept.class);
    assertThat(institution.facts()).isEqualTo(1);
  }

  @Test
  void a_correction_names_what_it_corrects_and_what_came_between_is_told() throws Exception {
    record(TEA, said(GOOD));
    assertThat(record(TEA, said(Map.of("c1", "c1-1", "c2", "c2-1"))))
        .isInstanceOf(Result.Overtaken.class);
    assertThat(institution.facts()).isEqualTo(1);

    String newest = teaching.judged("faculty", "lab/ada").orElseThrow().id().toString();
    Said correction =
        new Said(
            "lab",
            "ada",
            RUBRIC,
            "",
            "2026-05-03",
            "",
            "",
            newest,
            Map.of("c1", "c1-1", "c2", "c2-1"));
    assertThat(record(TEA, correction)).isInstanceOf(Result.Kept.class);
    assertThat(institution.standing(ADA)).isEmpty();

    String then = teaching.judged("faculty", "lab/ada").orElseThrow().id().toString();
    Said back = new Said("lab", "ada", RUBRIC, "", "2026-05-03", "Well done", "", then, GOOD);
    assertThat(record(TEA, back)).isInstanceOf(Result.Kept.class);
    assertThat(institution.facts()).isEqualTo(3);
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void evidence_and_who_judged_stand_in_the_history() throws Exception {
    String evidence = " https://portfolio.example/1 \n\nhttps://portfolio.example/2";
    record(TEA, new Said("lab", "ada", "", "9", "2026-05-03", "", evidence, "", Map.of()));
    assertThat(institution.results.history(ADA))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.judgedBy()).contains("TEA");
          assertThat(entry.evidence())
              .containsExactly("https://portfolio.example/1", "https://portfolio.example/2");
        });
  }

  @Test
  void nobody_evaluates_in_a_class_that_is_not_theirs_but_a_registrar() throws Exception {
    assertThat(record(STRANGER, said(GOOD))).isInstanceOf(Result.NotYours.class);
    assertThat(teaching.items(STRANGER, 50, 0)).isEmpty();
    assertThat(teaching.find(STRANGER, "lab")).isEmpty();
    assertThat(teaching.students(STRANGER, "lab")).isEmpty();
    assertThat(teaching.items(TEA, 50, 0)).hasSize(3);
    assertThat(record(REGISTRAR, said(GOOD))).isInstanceOf(Result.Kept.class);
  }

  @Test
  void only_a_student_of_the_class_is_evaluated() throws Exception {
    Said bea = new Said("lab", "bea", "", "7", "2026-05-03", "", "", "", Map.of());
    assertThat(record(TEA, bea)).isInstanceOf(Result.NotYours.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,5|2026-05-03||Give a score",
        "11|2026-05-03||outside of the line item's scale",
        "7|3 May||Say the day",
        "7|2027-05-03||more than a day ahead",
        "7|2026-05-03|javascript:alert(1)|addresses that begin with https"
      })
  void what_cannot_hold_is_told_in_one_sentence(
      String score, String day, String evidence, String words) throws Exception {
    Said said =
        new Said("lab", "ada", "", score, day, "", evidence == null ? "" : evidence, "", Map.of());
    assertThat(record(TEA, said))
        .isInstanceOfSatisfying(
            Result.Refused.class, refused -> assertThat(refused.sentence()).contains(words));
    assertThat(institution.facts()).isZero();
  }

  @Test
  void a_criterion_without_a_level_is_named() throws Exception {
    assertThat(record(TEA, said(Map.of("c1", "c1-3"))))
        .isEqualTo(new Result.Refused("Choose a level for “Style”."));
  }

  @Test
  void rubrics_about_what_is_evaluated_come_first_and_those_of_drafts_do_not_come() {
    Rubrics rubrics = new Rubrics(institution.jdbi);
    assertThat(rubrics.list(List.of(CLEANING), 10))
        .singleElement()
        .satisfies(listed -> assertThat(listed.fits()).isTrue());
    institution.execute("update competency.framework set adoption_status = 'Draft'");
    assertThat(rubrics.list(List.of(CLEANING), 10)).isEmpty();
    assertThat(given.find(RUBRIC)).isEmpty();
  }

  @Test
  void the_form_shows_criteria_and_levels_by_which_a_keyboard_chooses() {
    Map<String, Object> model = model();
    model.put("item", teaching.find(TEA, "lab").orElseThrow());
    model.put("student", teaching.students(TEA, "lab").getFirst());
    model.put("said", said(Map.of("c1", "c1-2")));
    model.put("fault", "Choose a level for “Style”.");
    model.put("rubric", given.find(RUBRIC));
    assertThat(page("form", model))
        .contains("Lab &lt;b&gt;rubric", "&lt;b&gt;Lovelace&lt;/b&gt;, Ada")
        .contains("<legend>Cleaning</legend>", "role=\"alert\">Choose a level")
        .containsOnlyOnce("value=\"c1-2\" required checked")
        .doesNotContain("name=\"score\"", "<script>");
    model.put("rubric", given.find("none"));
    assertThat(page("form", model)).contains("Score, from 0 to 10").doesNotContain("<legend>");
  }

  @Test
  void the_pages_before_it_list_line_items_and_learners_or_say_that_there_are_none() {
    Map<String, Object> model = model();
    model.put("items", teaching.items(TEA, 50, 0));
    model.put("offset", 0);
    model.put("size", 50);
    assertThat(page("items", model)).contains("lineItem=lab", "0 to 10");
    model.put("items", List.of());
    assertThat(page("items", model)).contains("There is no line item");

    model.put("item", teaching.find(TEA, "lab").orElseThrow());
    model.put("rubric", RUBRIC);
    model.put("rubrics", new Rubrics(institution.jdbi).list(List.of(CLEANING), 10));
    model.put("students", teaching.students(TEA, "lab"));
    assertThat(page("learners", model))
        .contains("student=ada", "selected>Lab", "about what this evaluates");
    model.put("students", List.of());
    assertThat(page("learners", model)).contains("Nobody is enrolled");
  }

  private static Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "tea");
    model.put("roles", Set.of("faculty"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/judging");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    return model;
  }

  private static String page(String name, Map<String, Object> model) {
    return new Templates()
        .fill(JudgingResource.TEMPLATES + name, model, RecordJudgementTest.class.getClassLoader());
  }
}
