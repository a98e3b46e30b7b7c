package org.vellum.competency.roster.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.problem.Finding;

class SourcesPageTest {
  private static final Instant WHEN = Instant.parse("2026-05-03T10:00:00Z");

  private static Source source(Optional<Source.Reading> reading, Optional<Instant> failed) {
    return new Source(
        new UUID(1, 2),
        "SIS <b>1</b>",
        SourceKind.ONEROSTER,
        "https://sis.example",
        "https://sis.example/token",
        "vellum",
        true,
        60,
        false,
        reading,
        Optional.empty(),
        Optional.empty(),
        failed,
        failed.map(when -> "Its server answered with status 503."),
        Optional.empty());
  }

  static String page(List<Source> sources, List<Finding> findings) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/rosters/sources");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.put("sources", sources);
    model.put("kinds", List.of(SourceKind.values()));
    model.put("findings", findings);
    return new Templates()
        .fill(SourcesResource.TEMPLATE, model, SourcesPageTest.class.getClassLoader());
  }

  @Test
  void without_any_the_page_says_so_and_offers_to_connect_one() {
    assertThat(page(List.of(), List.of()))
        .contains("No system is connected yet.", "Edu-API 1.0", "type=\"password\"");
  }

  @Test
  void a_reading_shows_how_far_it_has_come_and_why_it_broke_off() {
    Source.Reading reading = new Source.Reading(WHEN, Optional.empty(), 4, 2_000, 9_000, 3);
    assertThat(page(List.of(source(Optional.of(reading), Optional.of(WHEN))), List.of()))
        .contains("SIS &lt;b&gt;1", "interrupted", "status 503", "max=\"7\" value=\"4\"")
        .contains("users, 9000 objects, 3 refused", "every 60 minutes");
    assertThat(page(List.of(source(Optional.empty(), Optional.empty())), List.of()))
        .contains("never read", "none");
  }

  @Test
  void what_is_wrong_with_the_form_is_told() {
    assertThat(page(List.of(), List.of(Finding.error("value-missing", "name", "must be there"))))
        .contains("role=\"alert\"", "must be there");
  }
}
