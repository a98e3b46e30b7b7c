package org.vellum.competency.framework.caseservice.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Facts;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** Pages of what has no page of its own elsewhere: associations, definitions, rubrics. */
@Component
public class CasePages {
  private static final String FOLDER = "org/vellum/competency/framework/caseservice/";

  /** A page tells everything that is stored, whatever a client of some version would get. */
  private static final CaseForm EVERYTHING = new CaseForm(CaseVersion.V1_1, true);

  private final CaseObjects objects;

  @Inject
  public CasePages(CaseObjects objects) {
    this.objects = objects;
  }

  /** An end of an association; the address is empty if no browser may be sent there. */
  public record End(String title, String identifier, String address) {

    static End of(JsonNode node) {
      String title = node.path("title").asText();
      String identifier = node.path("identifier").asText();
      String uri = node.path("uri").asText();
      return new End(title, identifier, Facts.isWeb(uri) ? uri : "");
    }
  }

  /** Another definition, below the one that is shown. */
  public record Child(String identifier, String code, String title) {}

  /** Something of a rubric by which a performance is judged, and its levels, best as they come. */
  public record Criterion(
      String category, String description, String weight, String item, List<Level> levels) {

    public Criterion {
      levels = List.copyOf(levels);
    }
  }

  /** A level of a criterion. */
  public record Level(String quality, String description, String score, String feedback) {}

  /** The page of an association. */
  public Optional<Page> findAssociation(UUID identifier, Audience audience) {
    return objects
        .findAssociation(identifier, audience)
        .map(served -> {
          JsonNode association = EVERYTHING.read(CaseClass.ASSOCIATION, served.json());
          Map<String, Object> model = model(served, association, "Association");
          model.put("type", association.path("associationType").asText());
          model.put("origin", End.of(association.path("originNodeURI")));
          model.put("destination", End.of(association.path("destinationNodeURI")));
          return Page.of(FOLDER + "association", model);
        });
  }

  /** The page of a definition, with those below it in the hierarchy; or that of a rubric. */
  public Optional<Page> findDefinition(CaseClass type, UUID identifier, Audience audience) {
    List<Served> found = objects.listDefinitions(type, identifier, audience);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonNode definition = EVERYTHING.read(type, found.getFirst().json());
    Map<String, Object> model = model(found.getFirst(), definition, kind(type));
    List<Child> children = new ArrayList<>();
    for (Served served : found.subList(1, found.size())) {
      JsonNode child = EVERYTHING.read(type, served.json());
      children.add(
          new Child(
              child.path("identifier").asText(),
              child.path("hierarchyCode").asText(),
              child.path("title").asText()));
    }
    model.put("children", children);
    model.put("collection", type.collection());
    model.put("criteria", criteria(definition));
    return Optional.of(Page.of(FOLDER + "definition", model));
  }

  private static Map<String, Object> model(Served served, JsonNode object, String kind) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", served.framework());
    model.put("kind", kind);
    model.put("title", object.path("title").asText());
    model.put("facts", Facts.ofOther(object));
    return model;
  }

  private static List<Criterion> criteria(JsonNode rubric) {
    List<Criterion> criteria = new ArrayList<>();
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      List<Level> levels = new ArrayList<>();
      for (JsonNode level : criterion.path("CFRubricCriterionLevels")) {
        levels.add(
            new Level(
                level.path("quality").asText(),
                level.path("description").asText(),
                level.path("score").asText(),
                level.path("feedback").asText()));
      }
      criteria.add(
          new Criterion(
              criterion.path("category").asText(),
              criterion.path("description").asText(),
              criterion.path("weight").asText(),
              CaseIdentifier.parse(criterion.path("CFItemURI").path("identifier").asText())
                  .map(UUID::toString)
                  .orElse(""),
              levels));
    }
    return criteria;
  }

  private static String kind(CaseClass type) {
    return switch (type) {
      case CONCEPT -> "Concept";
      case SUBJECT -> "Subject";
      case ITEM_TYPE -> "Type of items";
      case LICENSE -> "License";
      case ASSOCIATION_GROUPING -> "Grouping of associations";
      case RUBRIC -> "Rubric";
      default -> throw new IllegalArgumentException(type + " is no definition");
    };
  }
}
