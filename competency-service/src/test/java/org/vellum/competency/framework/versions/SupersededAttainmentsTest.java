package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.Results.aResult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.framework.versions.SupersededAttainments.Held;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** What was attained in a version stays attained in it, and registrars can ask by whom. */
class SupersededAttainmentsTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final VersionsFixture fixture = new VersionsFixture(database);
  private final SupersededAttainments attainments =
      new SupersededAttainments(fixture.framework.jdbi);

  @BeforeEach
  void founded() throws Exception {
    institution.found();
    institution.execute("delete from competency.cf_item; delete from competency.framework");
    ObjectNode whole = Packages.ofItems(2);
    ((ObjectNode) Packages.items(whole).path(0))
        .put("identifier", EvaluationFixture.CLEANING.toString());
    fixture.imported(whole);
  }

  @Test
  void an_attainment_stays_with_the_version_that_was_in_force() throws Exception {
    institution.record(aResult().scoring("9"));
    UUID second = fixture.begun(DOCUMENT);
    fixture.framework.adopting(second);

    assertThat(attainments.list(DOCUMENT, Audience.REGISTRARS, 50, 0))
        .singleElement()
        .satisfies(held -> {
          assertThat(held.learner()).isEqualTo(EvaluationFixture.ADA);
          assertThat(held.item()).isEqualTo(EvaluationFixture.CLEANING);
          assertThat(held.statement()).isEqualTo("Can do thing 1");
          assertThat(held.renewed()).isFalse();
        });
    assertThat(attainments.count(second, Audience.REGISTRARS)).isZero();
    assertThat(institution.achievements.list(EvaluationFixture.ADA).getFirst().frameworkVersion())
        .contains("3");
  }

  @Test
  void whoever_attained_the_successor_too_is_told_apart() throws Exception {
    institution.record(aResult().scoring("9"));
    UUID second = fixture.begun(DOCUMENT);
    fixture.framework.adopting(second);
    String successor =
        fixture
            .contents
            .replacements(List.of(second))
            .getOrDefault(EvaluationFixture.CLEANING.toString(), List.of())
            .getFirst();
    institution.execute(
        "update competency.evidence_rule set competency = '"
            + successor
            + "' where line_item_sourced_id = 'essay'");
    institution.record(aResult().on("essay").called("result-2").scoring("9"));

    assertThat(attainments.list(DOCUMENT, Audience.REGISTRARS, 50, 0))
        .singleElement()
        .extracting(Held::renewed)
        .isEqualTo(true);
    assertThat(attainments.count(second, Audience.REGISTRARS)).isEqualTo(1);
  }

  @Test
  void the_report_comes_in_pages_and_to_registrars_only() throws Exception {
    institution.record(aResult().scoring("9"));
    assertThat(attainments.count(DOCUMENT, Audience.REGISTRARS)).isEqualTo(1);
    assertThat(attainments.list(DOCUMENT, Audience.REGISTRARS, 50, 1)).isEmpty();
    assertThat(attainments.count(DOCUMENT, Audience.EVERYONE)).isZero();
    assertThat(attainments.list(DOCUMENT, Audience.EVERYONE, 50, 0)).isEmpty();
  }

  @Test
  void the_page_names_learners_escaped_and_the_version_that_supersedes() throws Exception {
    institution.record(aResult().scoring("9"));
    UUID second = fixture.begun(DOCUMENT);
    fixture.framework.adopting(second);
    String html =
        Rendered.html(
            AttainmentsResource.page(
                find(DOCUMENT), Optional.of(find(second)), attainments, Audience.REGISTRARS, 0));
    assertThat(html)
        .contains("1 attainment stands", "Ada &lt;b&gt;Lovelace&lt;/b&gt;", "Can do thing 1")
        .contains("superseded by", "version 4", "not attained", "3 May 2026")
        .doesNotContain("<b>");
  }

  private Framework find(UUID framework) {
    return fixture.framework.frameworks.find(framework, Audience.REGISTRARS).orElseThrow();
  }

  @Test
  void what_was_withdrawn_is_not_reported() throws Exception {
    institution.record(aResult().scoring("9"));
    institution.record(aResult().scoring("1").modifiedAt("2026-05-04T10:00:00Z"));
    assertThat(attainments.count(DOCUMENT, Audience.REGISTRARS)).isZero();
  }
}
