package org.vellum.finaid.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.facts.Office;
import org.vellum.finaid.facts.ProgramParameters;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.problem.Finding;

class ParametersPageTest {
  private static final ProgramFacts FACTS = Office.facts(LocalDate.of(2025, 9, 1));

  private static String filled(FormView form, Object effect) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "officer");
    model.put("roles", Set.of("aid-officer"));
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/financial-aid/");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.put("program", new ProgramParameters.Listed("DATA/1", "Data <b>", 1, 2));
    model.put("versions", List.of(FACTS));
    model.put("form", form);
    model.put("effect", effect);
    ClassLoader loader = Objects.requireNonNull(ParametersPageTest.class.getClassLoader());
    return new Templates().fill("org/vellum/finaid/parameters/parameters", model, loader);
  }

  @Test
  void the_effect_stands_above_the_form_with_the_button_that_saves() {
    FormView form = FormView.of(ParametersForm.shown(FACTS), List.of());
    Effect effect =
        Effect.of(
            Optional.empty(),
            FACTS,
            List.of(new ProgramParameters.Group(Optional.empty(), Optional.empty(), 7)));

    assertThat(filled(form, effect))
        .contains("<strong>7</strong> of 7 learners")
        .contains("12 units, 15 weeks", "12/24", "34 CFR 668.4(c)(1)")
        .contains("Save these parameters")
        .contains("Data &lt;b&gt;")
        .doesNotContain(" style=");
  }

  @Test
  void a_fault_stands_at_its_field_and_nothing_can_be_saved() {
    FormView form =
        FormView.of(
            ParametersForm.shown(FACTS),
            List.of(Finding.error("ay-below-minimum", "ayWeeks", "At least 30 weeks.")));

    assertThat(filled(form, ""))
        .contains("At least 30 weeks.", "aria-invalid=\"true\"")
        .doesNotContain("Save these parameters");
  }
}
