package org.vellum.competency.framework.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.document.Outline.Entry;
import org.vellum.competency.framework.document.Outline.Fact;
import org.vellum.competency.framework.document.Outline.Section;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Frameworks as documents for people. */
@Component
public class FrameworkDocuments {
  private static final List<Fact> FACTS =
      List.of(
          new Fact("creator", "Creator"),
          new Fact("publisher", "Publisher"),
          new Fact("version", "Version"),
          new Fact("adoptionStatus", "Status"),
          new Fact("statusStartDate", "In force from"),
          new Fact("statusEndDate", "In force until"),
          new Fact("description", "Description"),
          new Fact("notes", "Notes"),
          new Fact("lastChangeDateTime", "Last changed"),
          new Fact("uri", "Address"));

  private final CaseObjects objects;

  @Inject
  public FrameworkDocuments(CaseObjects objects) {
    this.objects = objects;
  }

  /** The framework as Markdown (CommonMark). */
  public String markdown(Framework framework) throws IOException {
    return Markdown.of(outline(framework));
  }

  /** The framework as a PDF with tags; empty if it is larger than what is laid out. */
  public Optional<byte[]> findPdf(Framework framework) throws IOException {
    return OutlinePdf.write(outline(framework));
  }

  private Outline outline(Framework framework) throws IOException {
    JsonNode document = tree(framework.document());
    ItemTree tree = new ItemTree();
    objects.eachItem(framework, json -> tree.add(tree(json)));
    objects.eachAssociation(framework, json -> tree.associate(tree(json)));
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Items", tree.below(framework.identifier().toString())));
    List<Entry> beside = tree.beside();
    if (!beside.isEmpty()) {
      sections.add(new Section("Items beside the tree", beside));
    }
    objects.eachDefinition(framework, CaseClass.RUBRIC, json -> sections.add(rubric(tree(json))));
    String language = document.path("language").asText().replace('_', '-');
    return new Outline(
        framework.title(),
        framework.creator(),
        isLanguage(language) ? language : null,
        facts(document),
        sections);
  }

  /** RFC 5646, as far as a PDF needs it. */
  private static boolean isLanguage(String text) {
    return text.matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");
  }

  private static List<Fact> facts(JsonNode document) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : FACTS) {
      String value = document.path(fact.name()).asText();
      if (!value.isBlank()) {
        facts.add(new Fact(fact.value(), value));
      }
    }
    return facts;
  }

  private static Section rubric(JsonNode rubric) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      entries.add(
          new Entry(
              0,
              criterion.path("category").asText(),
              criterion.path("description").asText(),
              criterion.has("weight") ? "Weight " + criterion.path("weight").asText() : ""));
      for (JsonNode level : criterion.path("CFRubricCriterionLevels")) {
        entries.add(
            new Entry(
                1,
                level.path("quality").asText(),
                level.path("description").asText(),
                level.has("score") ? "Score " + level.path("score").asText() : ""));
      }
    }
    return new Section("Rubric: " + rubric.path("title").asText(), entries);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
