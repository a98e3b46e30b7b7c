package org.vellum.competency.catalogue.pages;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.competency.catalogue.pages.ProgramViews.ProgramView;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** The page of a program, also when somebody was faster in changing it. */
@Component
public class ProgramPages {
  /** How many competencies a page shows. */
  static final int ON_A_PAGE = 50;

  private final CatalogueInForce inForce;
  private final CatalogueViews views;
  private final Names names;

  @Inject
  ProgramPages(CatalogueInForce inForce, CatalogueViews views, Names names) {
    this.inForce = inForce;
    this.views = views;
    this.names = names;
  }

  /**
   * What of a program is shown.
   *
   * @param current whether it is the version in force
   * @param mayChange whether whoever looks may change it
   * @param search what the competencies must hold among which the form lets choose
   * @param offset so many required competencies are passed over
   * @param yours what would have been required, had nobody been faster; empty if nobody was
   */
  record Shown(
      boolean current, boolean mayChange, String search, int offset, Optional<Yours> yours) {}

  /**
   * A change that came too late.
   *
   * @param requirements what it would have made; empty if that cannot be told
   */
  record Yours(Optional<List<Requirements>> requirements) {}

  Page page(ProgramView view, Shown shown, Audience audience) {
    ProgramView named = shown.yours().map(yours -> named(view, yours, audience)).orElse(view);
    ProgramPage page =
        new ProgramPage(named, names.lineItems(ProgramPage.lineItems(view.coverage())));
    Map<String, Object> more = new HashMap<>();
    more.put("versions", inForce.listVersions(view.program().code()));
    more.put("current", shown.current());
    more.put("mayChange", shown.mayChange());
    more.put("search", shown.search());
    more.put("competencies", views.listCompetencies(shown.search(), audience));
    more.put("courses", names.courses());
    more.put("overtaken", shown.yours().isPresent());
    more.put("yours", shown.yours().flatMap(Yours::requirements).flatMap(page::tree));
    return Page.of(
        CatalogueResource.TEMPLATES + "program", model(named, page, shown.offset(), more));
  }

  /** What the page prints of a program, beside what else is given. */
  static Map<String, Object> model(
      ProgramView view, ProgramPage page, int offset, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(Map.of("overtaken", false));
    model.putAll(more);
    model.put("view", view);
    model.put("tree", page.tree());
    model.put("lines", page.lines(offset, ON_A_PAGE));
    model.put("courseHoles", page.coursesWithHoles());
    model.put("required", page.required());
    model.put("holes", page.holes());
    model.put("picture", page.picture(offset, ON_A_PAGE));
    model.put("total", view.coverage().competencies().size());
    model.put("offset", offset);
    model.put("size", ON_A_PAGE);
    return model;
  }

  /** What a late change would have required has names, too. */
  private ProgramView named(ProgramView view, Yours yours, Audience audience) {
    Set<UUID> competencies = new HashSet<>();
    Set<String> courses = new HashSet<>();
    yours.requirements().stream()
        .flatMap(List::stream)
        .map(Requirements::requirement)
        .forEach(requirement -> {
          competencies.addAll(requirement.competencies());
          requirement
              .all()
              .filter(Requirement.OfCourse.class::isInstance)
              .forEach(node -> courses.add(((Requirement.OfCourse) node).course()));
        });
    return view.knowing(names.competencies(competencies, audience), names.courses(courses));
  }
}
