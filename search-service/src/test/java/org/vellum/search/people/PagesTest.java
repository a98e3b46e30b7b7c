package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.occupation.LoadOccupations;
import org.vellum.search.occupation.OccupationCatalogue;
import org.vellum.search.profile.MyProfilePage;
import org.vellum.search.profile.Terms;
import org.vellum.search.request.RecordRequest;
import org.vellum.testsupport.TestDatabase;

class PagesTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String SKILL = "Writes a <query>";

  private final SearchCenter center = new SearchCenter(database);
  private final PeoplePage peoplePage =
      new PeoplePage(
          center.findPeople,
          center.occupations,
          new Refusals(
              new SearchMetrics(OpenTelemetry.noop(), center.feed),
              new RateLimit(center.jdbi, center.clock)));
  private final MyProfilePage myProfilePage =
      new MyProfilePage(
          center.learners,
          center.achievements,
          center.profiles,
          center.employers,
          center.sightings,
          center.viewProfile,
          center.checkTerms,
          center.clock);

  private static String filled(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("user", "acme");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "School");
    model.put("baseUrl", "https://records.example.edu");
    model.put("path", "/search");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(PagesTest.class.getClassLoader());
    return new Templates().fill(page.template(), model, loader);
  }

  private static QueryForm form(String... skills) {
    return new QueryForm(List.of(skills), List.of(), "", "", "", "", "", "");
  }

  private String search(QueryForm form) throws Exception {
    return filled(seen(form, "").page());
  }

  private PeoplePage.Seen seen(QueryForm form, String cursor) throws Exception {
    return database.inTransaction(() -> peoplePage.of("acme", form, cursor));
  }

  @Test
  void an_empty_search_is_a_form_that_needs_no_script() throws Exception {
    assertThat(search(form()))
        .contains("<form method=\"get\" action=\"/search/people\"")
        .contains("name=\"skill\"")
        .doesNotContain("Nobody was found");
  }

  @Test
  void a_result_says_why_it_matched() throws Exception {
    UUID profile = center.shown("ada", center.attained(SKILL));
    assertThat(search(form("query")))
        .contains("/search/people/" + profile)
        .contains("Writes a &lt;query&gt;")
        .contains("holds the words asked for")
        .contains("issued by Example University")
        .contains("shown by Survey project")
        .containsPattern("The credential holds: checked [^<]+ by School")
        .contains("203 points")
        .doesNotContain("ADA");
  }

  @Test
  void a_search_that_finds_nobody_or_cannot_be_made_says_so() throws Exception {
    assertThat(search(form("Juggling"))).contains("Nobody was found").contains("“Juggling”");
    assertThat(search(new QueryForm(List.of("a"), List.of(), "x", "", "", "", "", "")))
        .contains("role=\"alert\"");
    assertThat(search(new QueryForm(List.of("a"), List.of(), "", "", "", "", "", "soon")))
        .contains("A day is given as in 2026-05-04.");
    assertThat(search(new QueryForm(List.of("a"), List.of(), "", "", "", "North", "", "")))
        .contains("Fewer than five people");
    assertThat(seen(form("Juggling"), "").faults()).as("an answer").isEmpty();
    assertThat(seen(form(), "").faults()).as("nothing is asked").isEmpty();
    assertThat(seen(form("Juggling"), "tampered").faults()).hasSize(1);
    assertThat(seen(form("x".repeat(300)), "").faults()).hasSize(1);
  }

  @Test
  void a_search_is_narrowed_by_links() throws Exception {
    for (int i = 0; i < 11; i++) {
      String name = "learner-" + i;
      center.learner(name, center.attained(SKILL));
      Terms terms = center.terms(name);
      center.granted(
          name,
          new Terms(
              terms.achievements(),
              false,
              "R & B",
              Optional.empty(),
              Optional.empty(),
              terms.lastDay()));
    }
    String html = search(form("query"));
    assertThat(html)
        .contains("10 people or more")
        .contains("/search/people?skill=query&amp;region=R+%26+B")
        .contains("10 or more")
        .contains("More people");
  }

  @Test
  void the_learner_s_page_shows_what_can_be_chosen_and_what_is_seen() throws Exception {
    assertThat(filled(myProfilePage.of("nobody"))).contains("Nobody finds you");
    center.learner("ada", center.attained(SKILL));
    assertThat(filled(myProfilePage.of("ada")))
        .contains("Nobody finds you")
        .contains("name=\"achievement\"")
        .contains("No employer has seen you yet.");
    center.granted("ada", center.terms("ada"));
    search(form("query"));
    assertThat(filled(myProfilePage.of("ada")))
        .contains("You are found")
        .contains("Withdraw at once")
        .contains("a pseudonym")
        .contains("checked")
        .contains("<th scope=\"row\">acme</th>")
        .containsPattern("<li>[^<]+: acme had you among the results of a search</li>");
  }

  @Test
  void the_employer_s_pages_can_be_filled() throws Exception {
    UUID id = center.shown("ada", center.attained(SKILL));
    var profile = center.profiles.findFor("acme", id, center.now()).orElseThrow();
    for (RecordRequest.State state : RecordRequest.State.values()) {
      RecordRequest request =
          new RecordRequest(
              id, id, "acme", "Hello <b>", center.now(), state, Optional.of(LocalDate.EPOCH));
      String html =
          filled(
              Page.of(
                  "org/vellum/search/people/profile",
                  Map.of(
                      "view",
                      center.viewProfile.of(profile),
                      "id",
                      id,
                      "request",
                      Optional.of(request),
                      "note",
                      state == RecordRequest.State.ASKED
                          ? Optional.of("a <note>")
                          : Optional.empty())));
      assertThat(html.contains("/requested-shares/" + id))
          .isEqualTo(state == RecordRequest.State.AGREED);
      assertThat(
              filled(
                  Page.of(
                      "org/vellum/search/people/shortlist",
                      Map.of("people", List.of(), "requests", List.of(request)))))
          .contains("Nobody is on it");
      assertThat(
              filled(
                  Page.of(
                      "org/vellum/search/request/my-requests",
                      Map.of("requests", List.of(request), "lastDay", "2026-12-24"))))
          .contains("Hello &lt;b&gt;");
    }
  }

  @Test
  void a_search_by_occupation_says_what_was_understood_and_why_somebody_answers() throws Exception {
    center.shown("ada", center.attained(SKILL));
    center.load("O*NET-SOC Code,Title\n15-2051.00,Data Scientists\n");
    center.load("O*NET-SOC Code,Alternate Title\n15-2051.00,Data Analyst\n");
    center.load(
        "Skill Name,Contextualized Skill Statement,O*NET Job Role\nSQL,%s,15-2051.00\n"
            .formatted(SKILL));
    QueryForm form =
        new QueryForm(List.of(), List.of(), "", "", "", "", "", "", "data analyst", "");
    assertThat(search(form))
        .contains("Understood as the occupation <strong>Data Scientists (15-2051.00)</strong>")
        .contains("also called Data Analyst")
        .contains("Data Scientists (15-2051.00) needs “SQL”: is called just like the skill")
        .doesNotContain("nice to have</span>");
    assertThat(form.narrowed("level", "Master").address())
        .isEqualTo("occupation=data+analyst&level=Master");
  }

  @Test
  void the_page_of_occupations_tells_what_is_there_and_what_a_file_said() {
    String template = "org/vellum/search/occupation/occupations";
    var nothing = new OccupationCatalogue.Size(0, 0, 0, 0);
    assertThat(
            filled(
                Page.of(
                    template,
                    Map.of("size", nothing, "report", Optional.empty(), "fault", "Choose <one>."))))
        .contains("No occupation is loaded yet")
        .contains("Choose &lt;one&gt;. Nothing was loaded.");
    var loaded =
        new LoadOccupations.Result.Loaded(
            1, 2, 3, 4, 5, List.of(Finding.error("a", "row 3, <title>", "It has <none>.")));
    assertThat(
            filled(
                Page.of(
                    template,
                    Map.of(
                        "size",
                        new OccupationCatalogue.Size(6, 7, 8, 9),
                        "report",
                        Optional.of(loaded),
                        "fault",
                        ""))))
        .contains("1 occupations, 2 other titles, 3 skills")
        .contains("row 3, &lt;title&gt;")
        .contains("Forget all of it");
  }

  @Test
  void suggestions_are_options_of_a_list() {
    Page page = Page.of("org/vellum/search/people/suggestions", Map.of("names", List.of("a\"b")));
    assertThat(filled(page)).contains("<option value=\"a&quot;b\">");
  }
}
