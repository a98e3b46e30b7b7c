package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.caseservice.pages.CasePages;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** The pages at the addresses of associations, definitions and rubrics. */
class CasePagesTest {
  private static final String SCRIPT = "<script>alert('x')</script>";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CaseFixture fixture = new CaseFixture(database);
  private final CasePages pages = new CasePages(fixture.frameworks.objects);

  private static ObjectNode full() throws Exception {
    try (var in =
        Objects.requireNonNull(CasePagesTest.class.getResourceAsStream("full-package.json"))) {
      return (ObjectNode) Json.mapper().readTree(in.readAllBytes());
    }
  }

  private static UUID identifier(int number) {
    return UUID.fromString(String.format(Locale.ROOT, "eeeeeeee-0000-4000-8000-%012d", number));
  }

  @Test
  void every_definition_has_a_page_that_tells_what_it_is() throws Exception {
    fixture.importing(Json.mapper().writeValueAsBytes(full()));
    definition(CaseClass.CONCEPT, 10, "Number", "What counts.", "Prime", "/CFConcepts/");
    definition(CaseClass.SUBJECT, 20, "Mathematics", "Algebra");
    definition(CaseClass.ITEM_TYPE, 40, "Outcome", "Sub-outcome");
    definition(CaseClass.LICENSE, 30, "CC BY 4.0", "Attribution.");
    definition(CaseClass.ASSOCIATION_GROUPING, 50, "Grouping", "A grouping.");
    definition(
        CaseClass.RUBRIC, 60, "A rubric", "Form", "A criterion.", "Good", "2.5", "Well done.");
  }

  private void definition(CaseClass type, int number, String... texts) throws Exception {
    Page page = pages.findDefinition(type, identifier(number), Audience.EVERYONE).orElseThrow();
    assertThat(html(page))
        .contains(texts)
        .contains("Everything that CASE knows", identifier(number).toString(), "?format=json");
  }

  @Test
  void an_association_has_a_page_that_names_both_ends() throws Exception {
    fixture.importing(Json.mapper().writeValueAsBytes(full()));
    Page page = pages.findAssociation(identifier(101), Audience.EVERYONE).orElseThrow();
    assertThat(html(page)).contains("isChildOf", "Origin", "Destination", "Of the association.");
  }

  @Test
  void script_in_every_field_is_shown_and_never_run() throws Exception {
    ObjectNode whole = full();
    poison(whole.path("CFDefinitions"));
    poison(whole.path("CFRubrics"));
    poison(whole.path("CFAssociations"));
    fixture.importing(Json.mapper().writeValueAsBytes(whole));
    for (Page page :
        List.of(
            pages.findAssociation(identifier(101), Audience.EVERYONE).orElseThrow(),
            pages.findDefinition(CaseClass.RUBRIC, identifier(60), Audience.EVERYONE).orElseThrow(),
            pages
                .findDefinition(CaseClass.CONCEPT, identifier(10), Audience.EVERYONE)
                .orElseThrow())) {
      assertThat(html(page)).contains("&lt;script&gt;").doesNotContain(SCRIPT);
    }
  }

  @Test
  void what_a_draft_defines_has_a_page_for_registrars_only() throws Exception {
    ObjectNode whole = full();
    ((ObjectNode) whole.path("CFDocument")).put("adoptionStatus", "Draft");
    fixture.importing(Json.mapper().writeValueAsBytes(whole));
    assertThat(pages.findAssociation(identifier(101), Audience.EVERYONE)).isEmpty();
    assertThat(pages.findDefinition(CaseClass.RUBRIC, identifier(60), Audience.EVERYONE)).isEmpty();
    assertThat(pages.findAssociation(identifier(101), Audience.REGISTRARS)).isPresent();
    assertThat(pages.findDefinition(CaseClass.RUBRIC, identifier(60), Audience.REGISTRARS))
        .isPresent();
  }

  private static void poison(JsonNode node) {
    for (JsonNode each : node) {
      poison(each);
      for (String name : List.of("title", "description", "quality", "feedback", "notes")) {
        if (each.path(name).isTextual()) {
          ((ObjectNode) each).put(name, each.path(name).textValue() + SCRIPT);
        }
      }
    }
  }

  private static String html(Page page) throws Exception {
    Map<String, Object> model = new HashMap<>(page.model());
    model.putAll(
        Map.of(
            "user", "",
            "roles", Set.of(),
            "csrf", "token",
            "navigation", List.of(),
            "institution", "Alder Ridge",
            "baseUrl", FrameworkFixture.BASE,
            "path", "/competency/ims/case",
            "flash", "",
            "assets", Map.of("icon.svg", "i", "vellum.css", "c", "htmx.js", "h")));
    return new Templates().fill(page.template(), model, CasePagesTest.class.getClassLoader());
  }
}
