package org.vellum.competency.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.Content;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ProgressPageTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private String page() {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/learners");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.put("learner", new Roster(fixture.jdbi).findLearner(ADA).orElseThrow());
    model.put("achievements", fixture.achievements.list(ADA));
    model.put("frameworks", List.of());
    model.put("history", fixture.results.history(ADA));
    return new Templates()
        .fill(ProgressResource.TEMPLATE, model, ProgressPageTest.class.getClassLoader());
  }

  @Test
  void a_learner_without_results_has_a_page_that_says_so() {
    assertThat(page()).contains("Nothing yet", "No result has been received");
  }

  @Test
  void the_page_tells_what_stands_what_was_withdrawn_and_every_result() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().scoring("6").modifiedAt("2026-05-04T10:00:00Z"));
    fixture.record(aResult().called("result-2").on("exam").scoring("75"));

    assertThat(page())
        .contains("Cleans data", "DC.1", "version 2.1", "withdrawn 23 November 2026")
        .contains("was corrected to 6 of 10, 80 % needed.")
        .contains("Completed on 3 May 2026: 75 of 100 in “Examination”, 70 % needed.")
        .contains("corrected</span>", "in force</span>", "3 May 2026");
  }

  @Test
  void who_judged_and_by_what_is_shown_of_what_was_recorded_here_alone() throws Exception {
    recorded(
        "faculty",
        """
        {"metadata": {"vellum.judgedBy": "tea<b>", "vellum.evidence":
          ["https://portfolio.example/a?b=1&c=\\"x", "javascript:alert(1)"]}}
        """);
    assertThat(page())
        .contains("judged by tea&lt;b&gt;")
        .contains(
            "<a href=\"https://portfolio.example/a?b=1&amp;c=&quot;x\" rel=\"noopener"
                + " noreferrer\">")
        .doesNotContain("javascript:");

    recorded(
        "lms",
        """
        {"metadata": {"vellum.judgedBy": "rector", "vellum.evidence": ["https://a.example"]}}
        """);
    assertThat(page()).doesNotContain("rector", "https://a.example");
  }

  @Test
  void a_score_is_shown_as_it_was_given_too() throws Exception {
    recorded("tool", "{\"scoreGiven\": 46.50, \"scoreMaximum\": 50}");
    assertThat(page()).contains("9 <span class=\"muted\">(0 to 10)</span>", "given as 46.5 of 50");
    recorded("other tool", "{\"scoreGiven\": 9.0, \"scoreMaximum\": 10}");
    assertThat(page()).containsOnlyOnce("given as");
  }

  /** A result of a source, of which this was sent. */
  private void recorded(String source, String payload) throws Exception {
    SentResult sent = aResult().sent();
    fixture.record(
        new SentResult(
            source,
            sent.sourcedId(),
            sent.student(),
            sent.lineItem(),
            sent.scoreStatus(),
            sent.score(),
            sent.textScore(),
            sent.scoreDate(),
            sent.modifiedAt(),
            sent.comment(),
            sent.cleared(),
            sent.objectives(),
            Content.of(new Jsonb(payload), payload)));
  }

  @Test
  void what_others_wrote_is_escaped() throws Exception {
    fixture.record(aResult().saying("<script>alert(1)</script>"));

    assertThat(page())
        .doesNotContain("<script>alert", "<b>Lovelace")
        .contains("&lt;script&gt;alert(1)", "&lt;b&gt;Lovelace");
  }
}
