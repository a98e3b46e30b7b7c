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
import org.vellum.competency.framework.FrameworkList.Wanted;
import org.vellum.competency.framework.FrameworkTree.Branch;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** The pages on which people read frameworks. */
@Component
public class FrameworkPages {
  /** How many frameworks a page lists. */
  static final int ON_A_PAGE = 50;

  /** About how many items a tree shows at once; the others stand in branches to be unfolded. */
  static final int AT_ONCE = 300;

  private static final int FOUND = 100;
  private static final int DANGLING_SHOWN = 500;
  private static final String FOLDER = "org/vellum/competency/framework/";

  private final FrameworkList list;
  private final FrameworkContents contents;
  private final CaseObjects objects;
  private final Lineages lineages;

  @Inject
  FrameworkPages(
      FrameworkList list, FrameworkContents contents, CaseObjects objects, Lineages lineages) {
    this.list = list;
    this.contents = contents;
    this.objects = objects;
    this.lineages = lineages;
  }

  /** The list of frameworks, and for registrars the form to import one. */
  Page list(Audience audience, int offset, List<Finding> findings, String why) {
    return list(Wanted.ANYTHING, audience, offset, findings, why);
  }

  /** The list of the frameworks that are looked for. */
  Page list(Wanted wanted, Audience audience, int offset, List<Finding> findings, String why) {
    Map<String, Object> model = new HashMap<>();
    model.put("frameworks", list.list(wanted, audience, ON_A_PAGE, offset));
    model.put("total", list.count(wanted, audience));
    model.put("facets", list.facets(wanted, audience));
    model.put("wanted", wanted);
    model.put("offset", offset);
    model.put("size", ON_A_PAGE);
    model.put("registrar", audience.seesDrafts());
    model.put("findings", findings);
    model.put("why", why);
    model.put("reviews", List.of());
    return Page.of(FOLDER + "frameworks", model);
  }

  /** The drafts that a reviewer may read, each on its review page. */
  List<Framework> listInReview(boolean reviewer) {
    return list.listInReview(reviewer);
  }

  /** The whole tree of a framework. */
  Page tree(Framework framework, Audience audience) {
    return tree(framework, audience, new Looking("", 0, ""));
  }

  /**
   * What a person looks at in a framework.
   *
   * @param branch identifier of an item, to see only what is below it; empty for the whole
   * @param from so many branches are passed over
   * @param text what to look for in codes and statements; empty for nothing
   */
  record Looking(String branch, int from, String text) {}

  /** The tree of a framework, or a branch of it, or what is found in it. */
  Page tree(Framework framework, Audience audience, Looking looking) {
    UUID identifier = framework.identifier();
    FrameworkTree tree = grown(framework);
    Optional<Branch> branch = tree.find(looking.branch());
    List<Branch> shown = branch.map(Branch::children).orElse(tree.roots());
    Map<String, Object> model = branches(framework, shown, looking.from(), audience);
    model.put("branch", branch);
    model.put("above", tree.above(looking.branch()));
    model.put("facts", Facts.ofDocument(StoredJson.read(framework.document())));
    model.put("tree", tree);
    model.put("beside", branch.isPresent() ? List.of() : cut(tree.beside(), 0));
    model.put("count", tree.levels().stream().mapToInt(Integer::intValue).sum());
    model.put("dangling", contents.listDangling(identifier, audience, DANGLING_SHOWN));
    model.put("danglingShown", DANGLING_SHOWN);
    model.put("findings", audience.seesDrafts() ? findings(identifier) : List.of());
    model.put("text", looking.text());
    model.put("found", looking.text().isBlank() ? List.of() : found(identifier, looking.text()));
    model.put("versions", lineages.list(identifier, audience));
    return Page.of(FOLDER + "framework", model);
  }

  private List<FrameworkContents.Item> found(UUID framework, String text) {
    return contents.search(framework, text.strip(), FOUND);
  }

  /** What stands below an item, to be put into a page; empty if there is no such item. */
  Optional<Page> findBranch(Framework framework, String item, Audience audience) {
    return grown(framework)
        .find(item)
        .map(branch ->
            Page.of(FOLDER + "branches", branches(framework, branch.children(), 0, audience))
                .with("at", item));
  }

  private static Map<String, Object> branches(
      Framework framework, List<Branch> all, int from, Audience audience) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", framework);
    model.put("registrar", audience.seesDrafts());
    model.put("branches", cut(all, from));
    model.put("from", from);
    model.put("more", all.size() > from + AT_ONCE ? from + AT_ONCE : 0);
    model.put("siblings", all.size());
    return model;
  }

  private static List<Branch> cut(List<Branch> branches, int from) {
    int start = Math.clamp(from, 0, branches.size());
    return FrameworkTree.folded(
        branches.subList(start, Math.min(branches.size(), start + AT_ONCE)), AT_ONCE);
  }

  private FrameworkTree grown(Framework framework) {
    UUID identifier = framework.identifier();
    return FrameworkTree.of(
        identifier, contents.listItems(identifier), contents.listChildren(identifier));
  }

  /** An item in the order of the tree, with the level on which it stands, from 1. */
  public record Line(UUID identifier, String code, String statement, int level) {}

  /** All items of a framework in the order of its tree. */
  public List<Line> listInOrder(Framework framework) {
    return grown(framework).lines().stream()
        .map(line ->
            new Line(
                line.item().identifier(),
                line.item().code().orElse(""),
                line.item().statement(),
                line.level()))
        .toList();
  }

  /** The page of an item, or empty if there is none that this audience may see. */
  public Optional<Page> findItem(UUID identifier, Audience audience) {
    return objects.findItem(identifier, audience).map(item -> item(identifier, item, audience));
  }

  private Page item(UUID identifier, Served served, Audience audience) {
    List<String> associations = objects.listAssociationsOf(identifier, audience);
    Map<String, FrameworkContents.Item> known =
        contents.findItems(Neighbours.identifiers(identifier, associations), audience);
    JsonNode item = StoredJson.read(served.json());
    return Page.of(
        FOLDER + "item",
        Map.of(
            "framework",
            served.framework(),
            "identifier",
            identifier,
            "registrar",
            audience.seesDrafts(),
            "code",
            item.path("humanCodingScheme").asText(),
            "statement",
            item.path("fullStatement").asText(),
            "facts",
            Facts.ofItem(item),
            "neighbours",
            Neighbours.of(identifier, associations, known)));
  }

  private List<Finding> findings(UUID framework) {
    try {
      return Json.mapper()
          .readValue(contents.getFindings(framework), new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
