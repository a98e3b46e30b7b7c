package org.vellum.competency.framework.spreadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/**
 * Makes a CASE package of a spreadsheet's rows. What a person need not know is filled in: new
 * identifiers and the addresses and times that follow; and where no association is given, who
 * stands below whom by the column {@code parent} and the order of the rows.
 */
final class PackageOfRows {
  private final Terms terms;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, SheetRow> places = new HashMap<>();
  private final Map<String, ObjectNode> nested = new HashMap<>();
  private final Map<String, String> pointers = new HashMap<>();
  private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
  private final Map<SheetRow, ObjectNode> items = new LinkedHashMap<>();
  private int documents;

  /**
   * What is filled in.
   *
   * @param identifiers gives new identifiers, UUIDs of version 4
   * @param addresses where this server serves objects
   * @param now the time of the import
   */
  record Terms(Supplier<UUID> identifiers, Addresses addresses, Instant now) {}

  private PackageOfRows(Terms terms) {
    this.terms = terms;
    for (CaseClass type : List.of(CaseClass.ITEM, CaseClass.ASSOCIATION, CaseClass.RUBRIC)) {
      whole.putArray(type.collection());
    }
  }

  /**
   * A package, and what is wrong with the rows of which it is made.
   *
   * @param json the package
   * @param findings what was found in the rows
   * @param rows the rows by the JSON pointer of what was made of them
   */
  record Made(ObjectNode json, List<Finding> findings, Map<String, SheetRow> rows) {
    Made {
      findings = List.copyOf(findings);
      rows = Map.copyOf(rows);
    }

    boolean hasErrors() {
      return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** A JSON pointer as sheet, row and column; as it is where it leads to no row. */
    String place(String pointer) {
      String rest = "";
      String start = pointer;
      while (!start.isEmpty()) {
        SheetRow row = rows.get(start);
        if (row != null) {
          return row.place(rest.isEmpty() ? "" : rest.substring(1).replace('/', '.'));
        }
        int slash = start.lastIndexOf('/');
        rest = start.substring(slash) + rest;
        start = start.substring(0, slash);
      }
      return pointer;
    }
  }

  static Made of(List<SheetRow> rows, Terms terms) {
    PackageOfRows making = new PackageOfRows(terms);
    for (CaseClass type : CaseClass.values()) {
      rows.stream().filter(row -> row.type() == type).forEach(making::add);
    }
    if (making.documents == 0) {
      making.findings.add(
          Finding.error("missing-row", "CFDocuments", "The framework itself needs a row here."));
    } else {
      making.placeItems();
    }
    return new Made(making.whole, making.findings, making.places);
  }

  private void add(SheetRow row) {
    ObjectNode object = ObjectOfRow.of(row, findings);
    fill(row.type(), object);
    switch (row.type()) {
      case DOCUMENT -> {
        documents++;
        if (documents > 1) {
          findings.add(
              Finding.error(
                  "repeated-row", row.place(""), "A spreadsheet holds one framework only."));
        }
        whole.set("CFDocument", object);
        places.put("/CFDocument", row);
      }
      case CRITERION -> addInside(row, object, "CFRubricCriteria");
      case LEVEL -> addInside(row, object, "CFRubricCriterionLevels");
      case ITEM -> {
        items.put(row, object);
        addTo(whole, "", row, object);
      }
      case ASSOCIATION, RUBRIC -> addTo(whole, "", row, object);
      default -> addTo(whole.withObject("/CFDefinitions"), "/CFDefinitions", row, object);
    }
  }

  private void addTo(ObjectNode holder, String place, SheetRow row, ObjectNode object) {
    String collection = row.type().collection();
    ArrayNode list =
        holder.path(collection) instanceof ArrayNode array ? array : holder.putArray(collection);
    register(row, object, place + "/" + collection + "/" + list.size());
    list.add(object);
  }

  private void register(SheetRow row, ObjectNode object, String pointer) {
    places.put(pointer, row);
    String identifier = object.path("identifier").asText();
    nested.putIfAbsent(row.type() + identifier, object);
    pointers.putIfAbsent(row.type() + identifier, pointer);
  }

  /** Criteria stand in their rubric, levels in their criterion. */
  private void addInside(SheetRow row, ObjectNode object, String member) {
    CaseClass outer = row.type() == CaseClass.CRITERION ? CaseClass.RUBRIC : CaseClass.CRITERION;
    String key = outer + row.value(Column.INSIDE).orElse("").strip();
    ObjectNode holder = nested.get(key);
    if (holder == null) {
      findings.add(
          Finding.error(
              "unknown-row",
              row.place(Column.INSIDE),
              "This is not the identifier of a row of " + outer.collection() + "."));
      return;
    }
    ArrayNode list =
        holder.path(member) instanceof ArrayNode array ? array : holder.putArray(member);
    register(row, object, pointers.get(key) + "/" + member + "/" + list.size());
    list.add(object);
  }

  private void fill(CaseClass type, ObjectNode object) {
    if (!object.has("identifier")) {
      object.put("identifier", terms.identifiers().get().toString());
    }
    if (!object.has("uri")) {
      String address = terms.addresses().of(type, new UUID(0, 0));
      String collection = address.substring(0, address.lastIndexOf('/'));
      object.put("uri", collection + "/" + object.path("identifier").asText());
    }
    if (!object.has("lastChangeDateTime")) {
      object.put("lastChangeDateTime", terms.now().toString());
    }
  }

  /** Without any association the rows themselves say what stands below what. */
  private void placeItems() {
    boolean parents = items.keySet().stream().anyMatch(row -> row.value(Column.PARENT).isPresent());
    if (!parents && !whole.path("CFAssociations").isEmpty()) {
      return;
    }
    Map<String, ObjectNode> byName = new HashMap<>();
    items
        .values()
        .forEach(item -> {
          byName.put(item.path("identifier").asText(), item);
          byName.putIfAbsent(item.path("humanCodingScheme").asText(), item);
        });
    boolean all = whole.path("CFAssociations").isEmpty();
    Map<String, Integer> last = new HashMap<>();
    items.forEach((row, item) -> {
      Optional<String> parent = row.value(Column.PARENT).map(String::strip);
      if (parent.isPresent() && !byName.containsKey(parent.get())) {
        findings.add(
            Finding.error(
                "unknown-row", row.place(Column.PARENT), "No item has this code or identifier."));
      } else if (parent.isPresent() || all) {
        JsonNode above = parent.map(byName::get).map(JsonNode.class::cast).orElse(document());
        place(item, above, last.merge(above.path("identifier").asText(), 1, Integer::sum));
      }
    });
  }

  private JsonNode document() {
    return whole.path("CFDocument");
  }

  private void place(ObjectNode item, JsonNode above, int sequence) {
    ObjectNode child = ((ArrayNode) whole.path("CFAssociations")).addObject();
    child.put("associationType", "isChildOf").put("sequenceNumber", sequence);
    fill(CaseClass.ASSOCIATION, child);
    link(child.putObject("originNodeURI"), item);
    link(child.putObject("destinationNodeURI"), above);
  }

  private static void link(ObjectNode link, JsonNode to) {
    String title = to.has("title") ? to.path("title").asText() : to.path("fullStatement").asText();
    link.put("title", title.length() > 100 ? title.substring(0, 100) : title);
    link.put("identifier", to.path("identifier").asText());
    link.put("uri", to.path("uri").asText());
  }
}
