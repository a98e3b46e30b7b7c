package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges a package: each object as it is read, and at the end how the objects hang together. */
final class PackageJudge {

  private final PackageIndex index;
  private final Findings findings;
  private final Links links;
  private final StrictForm form;
  private final Hierarchy hierarchy = new Hierarchy();
  private final List<Edge> edges = new ArrayList<>();
  private @Nullable ObjectNode document;

  /** An association by its ends, as texts since an end need not be a UUID. */
  private record Edge(String type, String origin, String destination, String place) {}

  PackageJudge(CasePackage.Terms terms, PackageIndex index, Findings findings) {
    this.index = index;
    this.findings = findings;
    this.links = new Links(terms.addresses(), terms.publishHere(), index);
    this.form = new StrictForm(links, index, findings);
  }

  /** Judges an object by itself. */
  void judge(CaseClass type, int position, String place, ObjectNode received) {
    Storable.check(received, place, findings);
    ObjectNode strict = form.of(type, received, place);
    CaseIdentifier.parse(strict.path("identifier").asText())
        .ifPresent(identifier -> register(type, identifier, position, place, received, strict));
    if (type == CaseClass.DOCUMENT) {
      document = received;
      index.documentChangedAt(strict.path("lastChangeDateTime").asText());
    }
    if (type == CaseClass.ASSOCIATION) {
      edges.add(
          new Edge(
              strict.path("associationType").asText(),
              strict.path("originNodeURI").path("identifier").asText(),
              strict.path("destinationNodeURI").path("identifier").asText(),
              place));
    }
  }

  private void register(
      CaseClass type,
      UUID identifier,
      int position,
      String place,
      ObjectNode received,
      ObjectNode strict) {
    if (type == CaseClass.DOCUMENT) {
      index.packageHasUri(links.ofPackage(received, identifier));
    }
    String fingerprint = Fingerprint.of(received);
    Optional<PackageIndex.Entry> earlier = index.find(type, identifier);
    if (earlier.isEmpty()) {
      String title = strict.path(type == CaseClass.ITEM ? "fullStatement" : "title").asText();
      index.add(identifier, new PackageIndex.Entry(type, strict.path("uri").asText(), title));
    } else if (earlier.get().says(fingerprint)) {
      findings.warning(
          "repeated-object", place, "The object " + identifier + " is repeated; it is kept once.");
    } else {
      findings.warning(
          "duplicate-identifier",
          place + "/identifier",
          "An earlier object with the identifier "
              + identifier
              + " says something else: the first"
              + " is served, this one is only kept.");
    }
    index.find(type, identifier).orElseThrow().stands(position, fingerprint);
  }

  /** The document as it was received, or empty if the package had none. */
  Optional<ObjectNode> document() {
    return Optional.ofNullable(document);
  }

  /** Judges what can only be seen once everything was read. */
  void judgeWhole() {
    if (document == null) {
      findings.error(
          "missing-member", "/CFDocument", "A package has a CFDocument; is this a CFPackage?");
      return;
    }
    for (UUID document : index.of(CaseClass.DOCUMENT).keySet()) {
      if (index.find(CaseClass.ITEM, document).isPresent()) {
        findings.error(
            "duplicate-identifier", "/CFItems", "An item bears the identifier of the document.");
      }
    }
    edges.forEach(this::judgeEdge);
    judgeHierarchy();
    judgeItems();
    judgeDefinitions();
  }

  private void judgeEdge(Edge edge) {
    Optional<UUID> origin = node(edge.origin());
    Optional<UUID> destination = node(edge.destination());
    boolean child = edge.type().equals("isChildOf");
    if (child && origin.isPresent() && destination.isPresent()) {
      hierarchy.add(origin.get(), destination.get());
    }
    if (origin.isEmpty()) {
      findings.note(
          "origin-outside-package",
          edge.place() + "/originNodeURI",
          "The origin " + shown(edge.origin()) + " is not in this package; the link is kept.");
    }
    if (destination.isEmpty()) {
      String place = edge.place() + "/destinationNodeURI";
      String end = shown(edge.destination());
      if (child) {
        findings.warning(
            "parent-outside-package", place, "The parent " + end + " is not in this package.");
      } else {
        findings.note(
            "destination-outside-package",
            place,
            "The destination " + end + " is not in this package; the link is kept.");
      }
    }
  }

  /** A node of this package: an item or the document. */
  private Optional<UUID> node(String identifier) {
    return CaseIdentifier.parse(identifier)
        .filter(id ->
            index.find(CaseClass.ITEM, id).isPresent()
                || index.find(CaseClass.DOCUMENT, id).isPresent());
  }

  private static String shown(String identifier) {
    return identifier.length() > 100 ? identifier.substring(0, 100) + "…" : identifier;
  }

  private void judgeHierarchy() {
    List<List<UUID>> cycles = hierarchy.cycles();
    for (List<UUID> cycle : cycles) {
      String named = cycle.stream().limit(8).map(UUID::toString).collect(Collectors.joining(" → "));
      findings.error(
          "cycle",
          "/CFAssociations",
          "isChildOf leads in a circle of "
              + (cycle.size() - 1)
              + ": "
              + named
              + (cycle.size() > 8 ? " → …" : ""));
    }
    if (cycles.isEmpty() && hierarchy.depth() > Hierarchy.MOST_LEVELS) {
      findings.error(
          "beyond-bounds",
          "/CFAssociations",
          "The hierarchy has "
              + hierarchy.depth()
              + " levels; at most "
              + Hierarchy.MOST_LEVELS
              + " are taken in.");
    }
  }

  private void judgeItems() {
    index
        .of(CaseClass.ITEM)
        .forEach((identifier, item) -> {
          if (!hierarchy.hasParent(identifier)) {
            findings.note(
                "item-without-parent",
                "/CFItems/" + item.position(),
                "The item is the child of nothing here; it is shown beside the tree.");
          }
        });
  }

  private void judgeDefinitions() {
    links
        .mentioned()
        .forEach((identifier, mention) -> {
          if (index.target(identifier).isEmpty()) {
            findings.note(
                "definition-outside-package",
                mention.place(),
                "Nothing among " + mention.target() + " has the identifier " + identifier + ".");
          }
        });
  }
}
