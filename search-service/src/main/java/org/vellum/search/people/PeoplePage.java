package org.vellum.search.people;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Facet;
import org.vellum.search.index.FindPeople;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.occupation.Occupations;

/** What an employer sees of a search. */
@Component
public class PeoplePage {
  private static final String TEMPLATE = "org/vellum/search/people/people";
  private static final int SKILL_FIELDS = 4;
  private static final int NICE_FIELDS = 3;
  private static final int PAGE = 10;

  private final FindPeople findPeople;
  private final Occupations occupations;
  private final Refusals refusals;

  @Inject
  public PeoplePage(FindPeople findPeople, Occupations occupations, Refusals refusals) {
    this.findPeople = findPeople;
    this.occupations = occupations;
    this.refusals = refusals;
  }

  /** A link that narrows the search. */
  public record Narrower(String label, int count, String address) {}

  /** The links of one field. */
  public record Narrowing(String title, List<Narrower> links) {}

  /**
   * A page.
   *
   * @param faults why the search was not made; mostly none
   */
  record Seen(Page page, List<String> faults) {}

  /** The form alone. */
  Page empty() {
    QueryForm nothing = new QueryForm(List.of(), List.of(), "", "", "", "", "", "");
    return page(nothing, List.of(), Optional.empty()).page();
  }

  /** The page for a search; the form alone where nothing is asked. */
  Seen of(String employer, QueryForm form, String cursor) {
    if (form.isEmpty() && form.address().isEmpty()) {
      return page(form, List.of(), Optional.empty());
    }
    Optional<String> fault = form.fault();
    if (fault.isPresent()) {
      refusals.add(employer, SearchMetrics.Refusal.BAD_SEARCH);
      return page(form, List.of(fault.get()), Optional.empty());
    }
    FindPeople.Result result = findPeople.find(employer, form.query(), cursor, PAGE);
    refusals.add(employer, result);
    return switch (result) {
      case FindPeople.Result.Page found -> page(form, List.of(), Optional.of(found));
      case FindPeople.Result.Refused(var faults) -> page(form, faults, Optional.empty());
      case FindPeople.Result.TooNarrow narrow ->
          page(
              form,
              List.of(
                  "Fewer than five people lie within these filters, so that a search would be about"
                      + " somebody. Ask for the skills without one of the filters."),
              Optional.empty());
      case FindPeople.Result.BadCursor bad ->
          page(
              form,
              List.of("This page does not belong to this search. Search again."),
              Optional.empty());
    };
  }

  private Seen page(QueryForm form, List<String> faults, Optional<FindPeople.Result.Page> found) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("skillFields", padded(form.skills(), SKILL_FIELDS));
    model.put("niceFields", padded(form.nice(), NICE_FIELDS));
    model.put("occupation", found.flatMap(any -> form.understood(occupations)));
    model.put("availabilities", List.of(Availability.values()));
    model.put("faults", faults);
    model.put("found", found);
    model.put("narrowings", found.map(page -> narrowings(form, page.facets())).orElse(List.of()));
    model.put(
        "next",
        found
            .flatMap(FindPeople.Result.Page::next)
            .map(next -> "/search/people?" + form.address() + "&cursor=" + next)
            .orElse(""));
    return new Seen(Page.of(TEMPLATE, model), faults);
  }

  private static List<String> padded(List<String> texts, int fields) {
    List<String> all = new ArrayList<>(texts);
    while (all.size() < fields) {
      all.add("");
    }
    return all;
  }

  private static List<Narrowing> narrowings(QueryForm form, List<Facet> facets) {
    return List.of(
            narrowing("Region", "region", form, facets),
            narrowing("Could begin", "availability", form, facets),
            narrowing("Program", "program", form, facets),
            narrowing("Level of credential", "level", form, facets),
            narrowing("Institution", "issuer", form, facets))
        .stream()
        .filter(each -> !each.links().isEmpty())
        .toList();
  }

  private static Narrowing narrowing(
      String title, String field, QueryForm form, List<Facet> facets) {
    return new Narrowing(
        title,
        facets.stream()
            .filter(each -> each.field().equals(field))
            .map(each ->
                new Narrower(
                    field.equals("availability")
                        ? Availability.valueOf(each.value()).words()
                        : each.label(),
                    each.count(),
                    "/search/people?" + form.narrowed(field, each.value()).address()))
            .toList());
  }
}
