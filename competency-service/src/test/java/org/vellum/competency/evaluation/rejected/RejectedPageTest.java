package org.vellum.competency.evaluation.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.RejectedResults;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RejectedPageTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private String page(String state) {
    RejectedResults.Filter filter =
        new RejectedResults.Filter(state, Optional.empty(), Optional.empty());
    Map<String, Object> model = new HashMap<>();
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/results/rejected");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.put("filter", filter);
    model.put("reasons", fixture.rejected.count(filter));
    model.put("total", 1);
    model.put("offset", 0);
    model.put("size", 50);
    model.put("rejections", fixture.rejected.list(filter, 50, 0));
    return new Templates()
        .fill(RejectedResultsResource.TEMPLATE, model, RejectedPageTest.class.getClassLoader());
  }

  @Test
  void without_any_the_page_says_so() {
    assertThat(page("open")).contains("Nothing was refused.");
    assertThat(page("set aside")).contains("Nothing is set aside.");
  }

  @Test
  void each_says_why_and_offers_what_would_mend_it() throws Exception {
    fixture.record(aResult().of("s-9"));
    fixture.record(aResult().called("result-2").scoring("11"));

    assertThat(page("open"))
        .contains("The roster knows no learner “s-9”.", "goes from 0 to 10.", "unknown-learner (1)")
        .containsOnlyOnce("Map and judge again")
        .contains("name=\"identifier\" value=\"s-9\"", "3 May 2026");
  }

  @Test
  void what_a_source_sent_is_escaped() throws Exception {
    fixture.record(aResult().called("\"><script>alert(1)</script>").of("<b>s-9</b>"));

    assertThat(page("open"))
        .doesNotContain("<script>alert", "<b>s-9")
        .contains("&lt;script&gt;alert(1)", "&lt;b&gt;s-9");
  }

  @Test
  void what_became_of_them_is_told_in_one_sentence() {
    assertThat(Replayed.NOTHING.sentence()).isEqualTo("Nothing waited to be judged again.");
    assertThat(new Replayed(2, 1, 3).sentence())
        .isEqualTo("Judged again: 2 stored, 1 known already, 3 refused still.");
  }
}
