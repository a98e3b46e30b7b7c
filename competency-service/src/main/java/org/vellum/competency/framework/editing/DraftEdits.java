package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.Branches.Edge;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/** Says for what a person wants to do to a draft which objects it writes and removes. */
@Component
class DraftEdits {
  private final DraftRows rows;
  private final Branches branches;
  private final Ids ids;
  private final Addresses addresses;

  @Inject
  DraftEdits(DraftRows rows, Branches branches, Ids ids, PlatformConfiguration platform) {
    this.rows = rows;
    this.branches = branches;
    this.ids = ids;
    this.addresses = new Addresses(platform.baseUrl());
  }

  /** An object with an identifier and an address of its own, and nothing else. */
  ObjectNode fresh(CaseClass type) {
    UUID identifier = ids.nextV4();
    return JsonNodeFactory.instance
        .objectNode()
        .put("identifier", identifier.toString())
        .put("uri", addresses.of(type, identifier));
  }

  /** Adds an item as the last below a node, which is another item or the document. */
  Edit addItem(UUID framework, ObjectNode item, Node parent) {
    long last =
        branches.list(framework).stream()
            .filter(edge -> edge.parent().equals(parent.identifier()))
            .mapToLong(edge -> edge.sequence().orElse(0L))
            .max()
            .orElse(0);
    String statement = item.path("fullStatement").asText();
    Node child =
        new Node(
            item.path("identifier").asText(), shortened(statement), item.path("uri").asText(), "");
    return new Edit(
        "Added “" + shortened(statement) + "”",
        List.of(
            ObjectEdit.add(CaseClass.ITEM, item),
            ObjectEdit.add(
                CaseClass.ASSOCIATION,
                association(child, Branches.CHILD_OF, parent).put("sequenceNumber", last + 1))));
  }

  /** An association with nothing but its ends. */
  ObjectNode association(Node origin, String type, Node destination) {
    ObjectNode association = fresh(CaseClass.ASSOCIATION).put("associationType", type);
    association.set("originNodeURI", origin.link());
    association.set("destinationNodeURI", destination.link());
    return association;
  }

  /**
   * Moves an item. Where it stands below several nodes, the first place is given up.
   *
   * @param parent below which node it is to stand
   * @param place which of its siblings it is to be, from 1
   */
  Edit move(UUID framework, Node item, Node parent, int place) {
    List<Edge> edges = branches.list(framework);
    List<ObjectEdit> edits = new ArrayList<>();
    Optional<Edge> from =
        edges.stream().filter(edge -> edge.child().equals(item.identifier())).findFirst();
    List<Edge> siblings =
        new ArrayList<>(
            edges.stream()
                .filter(edge -> edge.parent().equals(parent.identifier()))
                .filter(edge -> !edge.child().equals(item.identifier()))
                .toList());
    int index = Math.clamp(place - 1L, 0, siblings.size());
    ObjectNode link =
        from.flatMap(edge -> stored(framework, edge))
            .orElseGet(() -> association(item, Branches.CHILD_OF, parent));
    link.set("destinationNodeURI", parent.link());
    link.put("sequenceNumber", index + 1);
    edits.add(
        from.map(edge ->
                ObjectEdit.change(
                    CaseClass.ASSOCIATION, edge.association(), edge.fingerprint(), link))
            .orElseGet(() -> ObjectEdit.add(CaseClass.ASSOCIATION, link)));
    for (int i = 0; i < siblings.size(); i++) {
      Edge sibling = siblings.get(i);
      long number = i < index ? i + 1L : i + 2L;
      if (sibling.sequence().isEmpty() || sibling.sequence().get() != number) {
        stored(framework, sibling)
            .map(object -> object.put("sequenceNumber", number))
            .ifPresent(object ->
                edits.add(
                    ObjectEdit.change(
                        CaseClass.ASSOCIATION,
                        sibling.association(),
                        sibling.fingerprint(),
                        object)));
      }
    }
    return new Edit("Moved “" + shortened(item.title()) + "”", edits);
  }

  private Optional<ObjectNode> stored(UUID framework, Edge edge) {
    return rows.find(framework, CaseClass.ASSOCIATION, edge.association()).map(StoredObjects::base);
  }

  /** Removes an item with all that stands below it alone, and every association of these. */
  Edit removeItem(UUID framework, Node item) {
    Set<String> whole = Branches.whole(item.identifier(), branches.list(framework));
    List<ObjectEdit> edits = new ArrayList<>();
    branches
        .listTouching(framework, whole)
        .forEach(each ->
            edits.add(
                ObjectEdit.remove(CaseClass.ASSOCIATION, each.association(), each.fingerprint())));
    for (String identifier : whole) {
      UUID each = UUID.fromString(identifier);
      rows.find(framework, CaseClass.ITEM, each)
          .ifPresent(
              stored -> edits.add(ObjectEdit.remove(CaseClass.ITEM, each, stored.fingerprint())));
    }
    String below = whole.size() == 1 ? "" : " and " + (whole.size() - 1) + " below it";
    return new Edit("Removed “" + shortened(item.title()) + "”" + below, edits);
  }

  /** Removes an object that is neither the document nor an item. */
  Optional<Edit> remove(UUID framework, CaseClass type, UUID identifier) {
    return rows.find(framework, type, identifier)
        .map(stored ->
            new Edit(
                "Removed the " + Field.noun(type) + " " + title(StoredObjects.sent(stored)),
                List.of(ObjectEdit.remove(type, identifier, stored.fingerprint()))));
  }

  /** Lets an item cease to be in force after a day (CASE 1.1, CFItem, statusEndDate). */
  Optional<Edit> retire(UUID framework, UUID item, LocalDate day) {
    return rows.find(framework, CaseClass.ITEM, item)
        .map(stored -> {
          ObjectNode object = StoredObjects.base(stored).put("statusEndDate", day.toString());
          return new Edit(
              "Retired “" + shortened(object.path("fullStatement").asText()) + "”",
              List.of(ObjectEdit.change(CaseClass.ITEM, item, stored.fingerprint(), object)));
        });
  }

  /** Writes what a form says. */
  Edit save(CaseClass type, UUID identifier, String expected, ObjectNode object) {
    return new Edit(
        "Changed the " + Field.noun(type) + " " + title(object),
        List.of(ObjectEdit.change(type, identifier, expected, object)));
  }

  /** Adds an object that is neither an item nor the document. */
  Edit add(CaseClass type, ObjectNode object) {
    return new Edit(
        "Added the " + Field.noun(type) + " " + title(object),
        List.of(ObjectEdit.add(type, object)));
  }

  private static String title(ObjectNode object) {
    for (String name : new String[] {"fullStatement", "title", "associationType"}) {
      if (object.hasNonNull(name)) {
        return "“" + shortened(object.path(name).asText()) + "”";
      }
    }
    return object.path("identifier").asText();
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
