package org.vellum.competency.catalogue.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.CatalogueFixture;
import org.vellum.competency.catalogue.RelationFilter;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.framework.Precedences;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.platform.pages.Templates;
import org.vellum.testsupport.TestDatabase;

/** What the pages of the catalogue are made of, as the container would put it together. */
final class PagesFixture {
  final CatalogueFixture catalogue;
  final Names names;
  final CatalogueViews views;
  final TaughtViews taught;
  final ProgramViews programs;

  PagesFixture(TestDatabase database) {
    this.catalogue = new CatalogueFixture(database);
    this.names =
        new Names(
            catalogue.rosters.roster,
            new KnownItems(catalogue.rosters.jdbi),
            catalogue.inForce,
            RosterFixture.CLOCK);
    this.views =
        new CatalogueViews(
            catalogue.inForce,
            catalogue.relations,
            catalogue.prerequisites,
            catalogue.rosters.roster,
            names);
    this.taught =
        new TaughtViews(
            catalogue.relations,
            catalogue.prerequisites,
            new Precedences(catalogue.rosters.jdbi),
            catalogue.inForce,
            views,
            names);
    this.programs = new ProgramViews(catalogue.inForce, catalogue.relations, names);
  }

  /** A page of the competency service as somebody with the role sees it. */
  static String page(String role, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.putAll(
        Map.of(
            "user", role,
            "roles", role.isEmpty() ? Set.of() : Set.of(role),
            "csrf", "token",
            "navigation", List.of(),
            "institution", "Alder Ridge",
            "baseUrl", "http://localhost:9080",
            "path", "/competency",
            "flash", "",
            "assets", Map.of("icon.svg", "i", "vellum.css", "c", "htmx.js", "h")));
    return new Templates()
        .fill("org/vellum/competency/" + template, all, PagesFixture.class.getClassLoader());
  }

  static Audience audience(String role) {
    return role.equals("registrar") ? Audience.REGISTRARS : Audience.EVERYONE;
  }

  /** The page of a course. */
  String course(String role) {
    return page(
        role,
        "catalogue/course",
        Map.of(
            "course",
            views.findCourse("course", audience(role)).orElseThrow(),
            "mayChange",
            role.equals("registrar"),
            "search",
            "",
            "competencies",
            views.listCompetencies("thing 1", audience(role)),
            "courses",
            views.listCourses()));
  }

  /** The page of a program on the day of the fixture. */
  String program(String role, String code) {
    ProgramViews.ProgramView view =
        programs.find(code, Optional.empty(), programs.today(), audience(role)).orElseThrow();
    return page(
        role,
        "catalogue/program",
        ProgramPages.model(
            view,
            new ProgramPage(view, names.lineItems(ProgramPage.lineItems(view.coverage()))),
            0,
            Map.of(
                "versions",
                catalogue.inForce.listVersions(code),
                "current",
                true,
                "mayChange",
                role.equals("registrar"),
                "search",
                "",
                "competencies",
                views.listCompetencies("", audience(role)),
                "courses",
                views.listCourses())));
  }

  /** What the page of an item shows of the catalogue. */
  String taught(String role, UUID competency) {
    return page(
        role, "catalogue/taught", Map.of("taught", taught.find(competency, audience(role))));
  }

  /** The page of a competency in the catalogue. */
  String competency(String role, UUID competency) {
    Optional<TaughtViews.Taught> found = taught.find(competency, audience(role));
    return page(
        role,
        "catalogue/competency",
        Map.of(
            "taught",
            found,
            "competency",
            found.orElseThrow().competency(),
            "mayChange",
            role.equals("registrar"),
            "programs",
            names.programs(),
            "courses",
            names.courses(),
            "search",
            "",
            "competencies",
            views.listCompetencies("", audience(role))));
  }

  /** The list of relations. */
  String relations(String role, int offset) {
    RelationFilter filter =
        new RelationFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            role.equals("registrar"));
    return page(
        role,
        "catalogue/relations",
        Map.of(
            "relations",
            views.list(filter, offset),
            "filter",
            filter,
            "total",
            catalogue.relations.count(filter),
            "offset",
            offset,
            "size",
            CatalogueViews.ON_A_PAGE,
            "mayChange",
            role.equals("registrar")));
  }
}
