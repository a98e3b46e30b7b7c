package org.vellum.finaid.ssn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.problem.Finding;

class NumbersPageTest {

  private static String page(boolean kept, Optional<ImportNumbers.Result.Imported> report) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "officer");
    model.put("roles", Set.of("aid-officer"));
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/financial-aid/numbers");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.put("kept", kept);
    model.put("given", false);
    model.put("count", 3);
    model.put("report", report);
    ClassLoader loader = Objects.requireNonNull(NumbersPageTest.class.getClassLoader());
    return new Templates().fill(NumbersResource.TEMPLATE, model, loader);
  }

  @Test
  void where_none_are_kept_the_page_says_who_can_switch_it_on() {
    assertThat(page(false, Optional.empty()))
        .contains("vellum.financial-aid.numbers-secret")
        .doesNotContain("type=\"file\"");
  }

  @Test
  void where_they_are_kept_it_offers_a_form_and_tells_what_a_file_did() {
    assertThat(page(true, Optional.empty()))
        .contains("3 are kept, encrypted", "type=\"file\"")
        .doesNotContain("What the file did");
    Finding wrong = Finding.error("ssn", "numbers.csv:2", "No number has <this> form.");
    assertThat(page(true, Optional.of(new ImportNumbers.Result.Imported(2, 0, 1, List.of(wrong)))))
        .contains("2 kept, 0 forgotten, 1 refused", "numbers.csv:2", "&lt;this&gt;");
  }
}
