package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** The pages on which people read frameworks. */
@Component
public class FrameworkPages {
  private volatile ItemPart taught = (item, audience) -> Optional.empty();

  /** How many frameworks a page lists. */
  static final int ON_A_PAGE = 50;

  private static final int DANGLING_SHOWN = 500;
  private static final String FOLDER = "org/vellum/competency/framework/";

  private final Frameworks frameworks;
  private final FrameworkContents contents;
  private final CaseObjects objects;

  @Inject
  public FrameworkPages(Frameworks frameworks, FrameworkContents contents, CaseObjects objects) {
    this.frameworks = frameworks;
    this.contents = contents;
    this.objects = objects;
  }

  /** What another feature tells on the page of an item, with a template of its own. */
  @FunctionalInterface
  public interface ItemPart {
    Optional<?> of(UUID item, Audience audience);
  }

  /** Lets the page of an item tell where it is taught. */
  public void showTaught(ItemPart part) {
    this.taught = part;
  }

  /** The list of frameworks, and for registrars the form to import one. */
  Page list(Audience audience, int offset, List<Finding> findings, String why) {
    Map<String, Object> model = new HashMap<>();
    model.put("frameworks", frameworks.list(audience, ON_A_PAGE, offset));
    model.put("total", frameworks.count(audience));
    model.put("offset", offset);
    model.put("size", ON_A_PAGE);
    model.put("registrar", audience.seesDrafts());
    model.put("findings", findings);
    model.put("why", why);
    return Page.of(FOLDER + "frameworks", model);
  }

  /** The tree of a framework. */
  Page tree(Framework framework, Audience audience) {
    UUID identifier = framework.identifier();
    List<FrameworkContents.Item> items = contents.listItems(identifier);
    FrameworkTree tree = FrameworkTree.of(identifier, items, contents.listChildren(identifier));
    Map<String, Object> model = new HashMap<>();
    model.put("framework", framework);
    model.put("facts", Facts.ofDocument(read(framework.document())));
    model.put("tree", tree);
    model.put("count", items.size());
    model.put("dangling", contents.listDangling(identifier, audience, DANGLING_SHOWN));
    model.put("danglingShown", DANGLING_SHOWN);
    model.put("registrar", audience.seesDrafts());
    model.put("findings", audience.seesDrafts() ? findings(identifier) : List.of());
    return Page.of(FOLDER + "framework", model);
  }

  /** The page of an item, or empty if there is none that this audience may see. */
  public Optional<Page> findItem(UUID identifier, Audience audience) {
    return objects.findItem(identifier, audience).map(item -> item(identifier, item, audience));
  }

  private Page item(UUID identifier, Served served, Audience audience) {
    List<String> associations = objects.listAssociationsOf(identifier, audience);
    Map<String, FrameworkContents.Item> known =
        contents.findItems(Neighbours.identifiers(identifier, associations), audience);
    JsonNode item = read(served.json());
    return Page.of(
        FOLDER + "item",
        Map.of(
            "framework",
            served.framework(),
            "code",
            item.path("humanCodingScheme").asText(),
            "statement",
            item.path("fullStatement").asText(),
            "facts",
            Facts.ofItem(item),
            "neighbours",
            Neighbours.of(identifier, associations, known),
            "taught",
            taught.of(identifier, audience)));
  }

  private List<Finding> findings(UUID framework) {
    try {
      return Json.mapper()
          .readValue(contents.getFindings(framework), new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
