package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** The pages on which registrars change drafts. */
@Component
class DraftPages {
  static final String FOLDER = "org/vellum/competency/framework/editing/";
  static final List<String> ASSOCIATION_TYPES =
      List.of(
          "exactMatchOf",
          "isRelatedTo",
          "isPartOf",
          "isPeerOf",
          "precedes",
          "replacedBy",
          "exemplar",
          "hasSkillLevel",
          "isTranslationOf");
  private static final int FOUND = 20;
  private static final int CHANGES = 50;

  private final Nodes nodes;
  private final Branches branches;
  private final DraftLinks links;
  private final Changes changes;
  private final Comments comments;

  @Inject
  DraftPages(Nodes nodes, Branches branches, DraftLinks links, Changes changes, Comments comments) {
    this.nodes = nodes;
    this.branches = branches;
    this.links = links;
    this.changes = changes;
    this.comments = comments;
  }

  /**
   * A form of an object.
   *
   * @param framework the draft
   * @param type class of the object
   * @param object the object as it is to be shown
   * @param expected fingerprint of the object as it stands; empty for one that is to be added
   * @param findings why it could not be kept as it was sent
   * @param theirs what somebody else made of the object meanwhile
   * @param parent below which node a new item is to stand
   */
  record Shown(
      Framework framework,
      CaseClass type,
      ObjectNode object,
      String expected,
      List<Finding> findings,
      Optional<ObjectNode> theirs,
      String parent) {

    static Shown of(Framework framework, CaseClass type, ObjectNode object, String expected) {
      return new Shown(framework, type, object, expected, List.of(), Optional.empty(), "");
    }

    Shown below(String node) {
      return new Shown(framework, type, object, expected, findings, theirs, node);
    }

    Shown refused(List<Finding> why) {
      return new Shown(framework, type, object, expected, why, theirs, parent);
    }

    Shown lost(ObjectNode other, String now) {
      return new Shown(framework, type, object, now, findings, Optional.of(other), parent);
    }
  }

  /** A member of which two people made different things. */
  record Both(String label, String theirs, String mine) {}

  /** The form of an object, and what else can be done to it. */
  Page form(Shown shown, String search) {
    List<ShownField> mine = fields(shown.framework(), shown.type(), shown.object());
    Map<String, Object> model = new HashMap<>();
    model.put("framework", shown.framework());
    model.put("noun", Field.noun(shown.type()));
    model.put("collection", shown.type().collection());
    model.put("identifier", shown.expected().isEmpty() ? "" : identifier(shown.object()));
    model.put("title", title(shown.object()));
    model.put("fields", mine);
    model.put("expected", shown.expected());
    model.put("findings", shown.findings());
    model.put("parent", shown.parent());
    model.put("both", shown.theirs().map(theirs -> both(shown, theirs, mine)).orElse(List.of()));
    model.put("lost", shown.theirs().isPresent());
    if (shown.type() == CaseClass.ITEM && !shown.expected().isEmpty()) {
      addItem(model, shown, search);
    }
    if (shown.type() == CaseClass.RUBRIC) {
      model.put("criteria", criteria(shown.framework(), shown.object()));
      model.put(
          "newCriterion",
          fields(shown.framework(), CaseClass.CRITERION, shown.object().objectNode()));
      model.put(
          "newLevel", fields(shown.framework(), CaseClass.LEVEL, shown.object().objectNode()));
    }
    return Page.of(FOLDER + "object", model);
  }

  private void addItem(Map<String, Object> model, Shown shown, String search) {
    UUID framework = shown.framework().identifier();
    String item = identifier(shown.object());
    List<Branches.Edge> edges = branches.list(framework);
    Optional<Branches.Edge> own =
        edges.stream().filter(edge -> edge.child().equals(item)).findFirst();
    String parent = own.map(Branches.Edge::parent).orElse("");
    List<String> siblings =
        edges.stream()
            .filter(edge -> edge.parent().equals(parent))
            .map(Branches.Edge::child)
            .toList();
    model.put("above", parent.equals(framework.toString()) ? "" : parent);
    model.put("place", siblings.indexOf(item) + 1);
    model.put("siblings", siblings.size());
    model.put("below", Branches.whole(item, edges).size() - 1);
    model.put("links", links.list(framework, item));
    model.put("types", ASSOCIATION_TYPES);
    model.put("search", search);
    model.put("found", found(shown.framework(), search));
    model.put("comments", comments.list(framework, Optional.of(UUID.fromString(item))));
  }

  /** A part of a rubric: a criterion with its levels, or a level. */
  record Part(String identifier, String title, List<ShownField> fields, List<Part> levels) {}

  private List<Part> criteria(Framework framework, JsonNode rubric) {
    List<Part> criteria = new ArrayList<>();
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      List<Part> levels = new ArrayList<>();
      for (JsonNode level : criterion.path("CFRubricCriterionLevels")) {
        levels.add(
            new Part(
                identifier(level),
                level.path("quality").asText(level.path("description").asText()),
                fields(framework, CaseClass.LEVEL, level),
                List.of()));
      }
      criteria.add(
          new Part(
              identifier(criterion),
              criterion.path("category").asText(criterion.path("description").asText()),
              fields(framework, CaseClass.CRITERION, criterion),
              levels));
    }
    return criteria;
  }

  private List<ShownField> fields(Framework framework, CaseClass type, JsonNode object) {
    return ShownField.of(
        Field.of(type),
        object,
        collection -> nodes.definitions(framework.identifier(), collection));
  }

  private List<Both> both(Shown shown, ObjectNode theirs, List<ShownField> mine) {
    List<ShownField> others = fields(shown.framework(), shown.type(), theirs);
    List<Both> both = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      both.add(new Both(mine.get(i).field().label(), others.get(i).read(), mine.get(i).read()));
    }
    return both.stream().filter(each -> !each.theirs().equals(each.mine())).toList();
  }

  /** What was done to a draft, and what can be taken back. */
  Page history(Framework framework) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", framework);
    model.put("changes", changes.list(framework.identifier(), CHANGES));
    model.put("last", changes.findLast(framework.identifier()));
    return Page.of(FOLDER + "history", model);
  }

  /** The associations of a draft between any two items, and what could be associated. */
  Page crosswalk(Framework framework, String from, String to) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", framework);
    model.put("links", links.list(framework.identifier()));
    model.put("types", ASSOCIATION_TYPES);
    model.put("from", from);
    model.put("to", to);
    model.put("origins", found(framework, from));
    model.put("destinations", found(framework, to));
    return Page.of(FOLDER + "crosswalk", model);
  }

  private List<Node> found(Framework framework, String text) {
    return text.isBlank()
        ? List.of()
        : nodes.search(text, framework.identifier(), Audience.REGISTRARS, FOUND);
  }

  /** All that a draft defines beside its items. */
  Page definitions(Framework framework) {
    List<Map<String, Object>> collections = new ArrayList<>();
    for (CaseClass type :
        List.of(
            CaseClass.ITEM_TYPE,
            CaseClass.SUBJECT,
            CaseClass.CONCEPT,
            CaseClass.LICENSE,
            CaseClass.ASSOCIATION_GROUPING,
            CaseClass.RUBRIC)) {
      collections.add(
          Map.of(
              "noun", Field.noun(type),
              "collection", type.collection(),
              "entries", nodes.definitions(framework.identifier(), type.collection())));
    }
    return Page.of(
        FOLDER + "definitions", Map.of("framework", framework, "collections", collections));
  }

  private static String identifier(JsonNode object) {
    return object.path("identifier").asText();
  }

  private static String title(JsonNode object) {
    return object.path("fullStatement").asText(object.path("title").asText());
  }
}
