package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.competency.framework.casepackage.Hierarchy;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Repository;

/** The tree of a draft, by its associations {@code isChildOf}. */
@Repository
class Branches {
  static final String CHILD_OF = "isChildOf";

  private final Jdbi jdbi;

  @Inject
  Branches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An association by which a node stands below another.
   *
   * @param sequence its sequenceNumber; empty if it has none
   */
  record Edge(
      UUID association, String child, String parent, Optional<Long> sequence, String fingerprint) {}

  /** The associations of a draft that make its tree, siblings in their order. */
  List<Edge> list(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, origin, destination, sequence, fingerprint
                from competency.cf_association
                where framework = :framework and type = 'isChildOf'
                order by sequence nulls last, position
                """)
            .bind("framework", framework)
            .map((row, context) ->
                new Edge(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    Optional.ofNullable(row.getObject(4, Long.class)),
                    row.getString(5)))
            .list());
  }

  /** An association that leads to or from a node. */
  record Touching(UUID association, String fingerprint) {}

  /** The associations of a draft of which one of these nodes is an end. */
  List<Touching> listTouching(UUID framework, Set<String> nodes) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, fingerprint from competency.cf_association
                where framework = :framework
                  and (origin = any(:nodes) or destination = any(:nodes))
                """)
            .bind("framework", framework)
            .bind("nodes", nodes.toArray(String[]::new))
            .map((row, context) -> new Touching(row.getObject(1, UUID.class), row.getString(2)))
            .list());
  }

  /** An item and all that stands below it and below nothing else. */
  static Set<String> whole(String item, List<Edge> edges) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    for (Edge edge : edges) {
      children.computeIfAbsent(edge.parent(), each -> new ArrayList<>()).add(edge.child());
      parents.computeIfAbsent(edge.child(), each -> new HashSet<>()).add(edge.parent());
    }
    Set<String> whole = new LinkedHashSet<>(Set.of(item));
    List<String> open = new ArrayList<>(List.of(item));
    while (!open.isEmpty()) {
      for (String child : children.getOrDefault(open.removeLast(), List.of())) {
        if (whole.containsAll(parents.getOrDefault(child, Set.of())) && whole.add(child)) {
          open.add(child);
        }
      }
    }
    return whole;
  }

  /** Why the tree that an edit leaves is none; empty if it is one. */
  List<Finding> faults(UUID framework, List<ObjectEdit> edits) {
    List<ObjectEdit> links =
        edits.stream().filter(edit -> edit.type() == CaseClass.ASSOCIATION).toList();
    if (links.isEmpty()) {
      return List.of();
    }
    Set<UUID> edited = new HashSet<>(links.stream().map(ObjectEdit::identifier).toList());
    Hierarchy hierarchy = new Hierarchy();
    list(framework).stream()
        .filter(edge -> !edited.contains(edge.association()))
        .forEach(edge -> add(hierarchy, edge.child(), edge.parent()));
    for (ObjectEdit edit : links) {
      edit.after()
          .filter(after -> after.path("associationType").asText().equals(CHILD_OF))
          .ifPresent(after ->
              add(
                  hierarchy,
                  after.path("originNodeURI").path("identifier").asText(),
                  after.path("destinationNodeURI").path("identifier").asText()));
    }
    if (!hierarchy.cycles().isEmpty()) {
      return List.of(
          Finding.error(
              "cycle", "", "An item cannot stand below itself, or below its own children."));
    }
    return hierarchy.depth() > Hierarchy.MOST_LEVELS
        ? List.of(
            Finding.error(
                "beyond-bounds",
                "",
                "The tree would have more than " + Hierarchy.MOST_LEVELS + " levels."))
        : List.of();
  }

  private static void add(Hierarchy hierarchy, String child, String parent) {
    Optional<UUID> above = CaseIdentifier.parse(parent);
    CaseIdentifier.parse(child).ifPresent(below -> above.ifPresent(up -> hierarchy.add(below, up)));
  }
}
