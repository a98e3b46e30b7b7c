package org.vellum.competency.catalogue.pages;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Prerequisites;
import org.vellum.competency.catalogue.RelationFilter;
import org.vellum.competency.catalogue.Relations;
import org.vellum.competency.catalogue.Role;
import org.vellum.competency.catalogue.pages.CatalogueViews.RelationView;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems.KnownItem;
import org.vellum.competency.framework.Precedences;
import org.vellum.competency.framework.Precedences.Precedence;
import org.vellum.platform.usecase.Component;

/** Where a competency is taught, assessed and required, and what comes before and after it. */
@Component
public class TaughtViews {
  private static final int MOST = 200;

  private final Relations relations;
  private final Prerequisites prerequisites;
  private final Precedences precedences;
  private final CatalogueInForce inForce;
  private final CatalogueViews views;
  private final Names names;

  @Inject
  TaughtViews(
      Relations relations,
      Prerequisites prerequisites,
      Precedences precedences,
      CatalogueInForce inForce,
      CatalogueViews views,
      Names names) {
    this.relations = relations;
    this.prerequisites = prerequisites;
    this.precedences = precedences;
    this.inForce = inForce;
    this.views = views;
    this.names = names;
  }

  /**
   * A prerequisite seen from a competency.
   *
   * @param id identifier of the prerequisite
   * @param prerequisite what it says
   * @param competency the competency at the other end
   */
  public record Neighbour(UUID id, Prerequisite prerequisite, KnownItem competency) {}

  /**
   * What a framework says of the order of two competencies.
   *
   * @param competency the competency at the other end
   * @param before whether it comes before the one of which this is said
   * @param framework identifier of the CFDocument that says so
   * @param frameworkTitle its title
   */
  public record Said(KnownItem competency, boolean before, UUID framework, String frameworkTitle) {}

  /**
   * A program, and no more of it than anybody may know.
   *
   * @param code its code
   * @param title its title
   */
  public record ProgramName(String code, String title) {}

  /**
   * What the catalogue says of a competency.
   *
   * @param competency the competency
   * @param taught what teaches it
   * @param assessed what assesses it
   * @param required what relations say that it requires it
   * @param programs programs of which the requirements name it
   * @param before what comes before it
   * @param after what it comes before
   * @param said what frameworks say that comes before and after it
   * @param more whether there are more relations than these
   */
  public record Taught(
      KnownItem competency,
      List<RelationView> taught,
      List<RelationView> assessed,
      List<RelationView> required,
      List<ProgramName> programs,
      List<Neighbour> before,
      List<Neighbour> after,
      List<Said> said,
      boolean more) {

    /** Whether the catalogue says nothing of it. */
    public boolean isEmpty() {
      return Stream.of(taught, assessed, required, programs, before, after, said)
          .allMatch(Collection::isEmpty);
    }
  }

  /** What the catalogue says; empty if there is no such competency that the audience may see. */
  public Optional<Taught> find(UUID competency, Audience audience) {
    return Optional.ofNullable(names.competencies(List.of(competency), audience).get(competency))
        .map(item -> taught(item, audience));
  }

  private Taught taught(KnownItem item, Audience audience) {
    UUID id = item.identifier();
    RelationFilter filter =
        new RelationFilter(
            Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty(), false, true);
    List<RelationView> all = views.views(relations.list(filter, MOST, 0), audience);
    Map<UUID, Prerequisite> around = prerequisites.around(id);
    return new Taught(
        item,
        in(all, Role.TEACHES),
        in(all, Role.ASSESSES),
        in(all, Role.REQUIRES),
        inForce.programsRequiring(id).stream()
            .map(program -> new ProgramName(program.code(), program.title()))
            .toList(),
        neighbours(around, id, true, audience),
        neighbours(around, id, false, audience),
        said(id, audience),
        all.size() == MOST);
  }

  private static List<RelationView> in(List<RelationView> all, Role role) {
    return all.stream().filter(view -> view.related().relation().role() == role).toList();
  }

  private List<Said> said(UUID id, Audience audience) {
    List<Precedence> all = precedences.around(id, audience, MOST);
    Map<UUID, KnownItem> known =
        names.competencies(
            all.stream().flatMap(each -> Stream.of(each.before(), each.after())).toList(),
            audience);
    return all.stream()
        .flatMap(each -> {
          boolean before = each.after().equals(id);
          KnownItem other = known.get(before ? each.before() : each.after());
          return Optional.ofNullable(other).stream()
              .map(item -> new Said(item, before, each.framework(), each.frameworkTitle()));
        })
        .toList();
  }

  /** Those at the other end of which is something that the audience may see. */
  private List<Neighbour> neighbours(
      Map<UUID, Prerequisite> around, UUID id, boolean before, Audience audience) {
    Map<UUID, KnownItem> known =
        names.competencies(
            around.values().stream().flatMap(each -> each.competencies().stream()).toList(),
            audience);
    return around.entrySet().stream()
        .filter(entry -> entry.getValue().competency().filter(id::equals).isPresent() == before)
        .flatMap(entry -> {
          List<UUID> both = entry.getValue().competencies();
          return Optional.ofNullable(known.get(both.get(before ? 1 : 0))).stream()
              .map(other -> new Neighbour(entry.getKey(), entry.getValue(), other));
        })
        .toList();
  }
}
