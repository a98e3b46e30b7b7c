package org.vellum.competency.framework.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.vellum.competency.framework.AdoptionStatus;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseIdentifier;

/**
 * A draft copy of a CASE package. The document, items, associations and rubrics get identifiers and
 * addresses of their own, and links among them lead to the copies; identifiers never change after
 * publication (CASE 1.1, implementation guide, section 4.3), so the copies are new objects.
 * Definitions (types, subjects, concepts, licenses, groupings) are shared by many packages and keep
 * theirs. What CASE does not know is copied untouched.
 *
 * @param casePackage the copy, a CFPackage
 * @param identifier identifier of the copy's CFDocument
 * @param successors what became of each item, by its former identifier
 */
public record PackageCopy(ObjectNode casePackage, UUID identifier, Map<UUID, UUID> successors) {

  /** Members that lead to an object of the package by its identifier alone. */
  private static final Set<String> BARE = Set.of("rubricId", "rubricCriterionId");

  /** What CASE 1.1 forbids inside a package, where it follows from the package itself. */
  private static final Set<String> OF_THE_PACKAGE = Set.of("CFPackageURI", "CFDocumentURI");

  private static final String CHANGED = "lastChangeDateTime";

  public PackageCopy {
    successors = Map.copyOf(successors);
  }

  /**
   * An item of the predecessor.
   *
   * @param uri its canonical address
   * @param title its statement, as a link names it
   */
  public record Former(String uri, String title) {}

  /**
   * On what terms a package is copied.
   *
   * @param identifiers gives new identifiers, UUIDs of version 4
   * @param addresses where this server serves objects
   * @param now when the copies came to be
   * @param predecessor the items of the version that the copy replaces, by identifier: those that
   *     the package holds are linked to their copies by {@code replacedBy}
   */
  public record Terms(
      Supplier<UUID> identifiers,
      Addresses addresses,
      Instant now,
      Map<UUID, Former> predecessor) {}

  /** Copies a package, which is not changed. */
  public static PackageCopy of(ObjectNode original, Terms terms) {
    ObjectNode copy = original.deepCopy();
    Copying copying = new Copying(terms);
    copying.name(copy);
    copying.dropEarlierReplacements(copy);
    copying.follow(copy);
    copying.makeDraft(copy);
    copying.replace(copy);
    return new PackageCopy(copy, copying.document, copying.successors);
  }

  private record Renamed(CaseClass type, UUID identifier) {}

  private static final class Copying {
    private final Terms terms;
    private final Map<UUID, Renamed> renamed = new HashMap<>();
    private final Map<UUID, UUID> successors = new LinkedHashMap<>();
    private UUID document = new UUID(0, 0);

    Copying(Terms terms) {
      this.terms = terms;
    }

    /** Gives each object that is not shared a new identifier. */
    void name(ObjectNode whole) {
      name(CaseClass.DOCUMENT, whole.path("CFDocument"));
      document =
          renamed.values().stream()
              .findFirst()
              .map(Renamed::identifier)
              .orElseThrow(() -> new IllegalArgumentException("the package has no document"));
      whole.path("CFItems").forEach(item -> name(CaseClass.ITEM, item));
      whole.path("CFAssociations").forEach(each -> name(CaseClass.ASSOCIATION, each));
      for (JsonNode rubric : whole.path("CFRubrics")) {
        name(CaseClass.RUBRIC, rubric);
        for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
          name(CaseClass.CRITERION, criterion);
          criterion.path("CFRubricCriterionLevels").forEach(level -> name(CaseClass.LEVEL, level));
        }
      }
    }

    private void name(CaseClass type, JsonNode object) {
      Optional<UUID> former = CaseIdentifier.parse(object.path("identifier").asText());
      if (former.isPresent() && !renamed.containsKey(former.get())) {
        UUID fresh = terms.identifiers().get();
        renamed.put(former.get(), new Renamed(type, fresh));
        if (type == CaseClass.ITEM) {
          successors.put(former.get(), fresh);
        }
      }
    }

    /** What an earlier version's items were replaced by is part of that earlier story. */
    void dropEarlierReplacements(ObjectNode whole) {
      if (whole.path("CFAssociations") instanceof ArrayNode associations) {
        for (int i = associations.size() - 1; i >= 0; i--) {
          JsonNode each = associations.path(i);
          if (each.path("associationType").asText().equals("replacedBy")
              && found(each.path("originNodeURI")).isEmpty()) {
            associations.remove(i);
          }
        }
      }
    }

    /** Lets every link to a copied object lead to its copy. */
    void follow(JsonNode node) {
      if (node instanceof ObjectNode object) {
        object.remove(OF_THE_PACKAGE);
        found(object).ifPresent(copy -> lead(object, copy));
        for (Map.Entry<String, JsonNode> member : object.properties()) {
          if (BARE.contains(member.getKey())) {
            CaseIdentifier.parse(member.getValue().asText())
                .map(renamed::get)
                .ifPresent(copy -> object.put(member.getKey(), copy.identifier().toString()));
          } else if (!member.getKey().equals("extensions")) {
            follow(member.getValue());
          }
        }
      } else if (node.isArray()) {
        node.forEach(this::follow);
      }
    }

    private void lead(ObjectNode object, Renamed copy) {
      object.put("identifier", copy.identifier().toString());
      object.put("uri", terms.addresses().of(copy.type(), copy.identifier()));
      if (object.has(CHANGED)) {
        object.put(CHANGED, terms.now().toString());
      }
    }

    private Optional<Renamed> found(JsonNode link) {
      return CaseIdentifier.parse(link.path("identifier").asText())
          .or(() ->
              link.has("identifier")
                  ? Optional.empty()
                  : CaseIdentifier.inAddress(link.path("uri").asText()))
          .map(renamed::get);
    }

    void makeDraft(ObjectNode whole) {
      ObjectNode made = (ObjectNode) whole.path("CFDocument");
      made.put("version", VersionLabel.after(made.path("version").asText()));
      made.put("adoptionStatus", AdoptionStatus.DRAFT);
      made.put(CHANGED, terms.now().toString());
      made.remove(Set.of("statusStartDate", "statusEndDate"));
    }

    /** Links each item that was in force to its copy. */
    void replace(ObjectNode whole) {
      Map<UUID, String> titles = new HashMap<>();
      whole
          .path("CFItems")
          .forEach(item ->
              CaseIdentifier.parse(item.path("identifier").asText())
                  .ifPresent(id -> titles.putIfAbsent(id, item.path("fullStatement").asText())));
      ArrayNode associations = whole.withArray("CFAssociations");
      successors.forEach((former, fresh) -> {
        Former item = terms.predecessor().get(former);
        if (item != null) {
          associations.add(replacement(whole, former, item, fresh, titles.getOrDefault(fresh, "")));
        }
      });
    }

    private ObjectNode replacement(
        ObjectNode whole, UUID former, Former item, UUID fresh, String title) {
      UUID identifier = terms.identifiers().get();
      ObjectNode made = whole.objectNode();
      made.put("identifier", identifier.toString());
      made.put("associationType", "replacedBy");
      made.put("uri", terms.addresses().of(CaseClass.ASSOCIATION, identifier));
      node(made.putObject("originNodeURI"), item.title(), former, item.uri());
      String uri = terms.addresses().of(CaseClass.ITEM, fresh);
      node(made.putObject("destinationNodeURI"), title, fresh, uri);
      return made.put(CHANGED, terms.now().toString());
    }

    private static void node(ObjectNode node, String title, UUID identifier, String uri) {
      node.put("title", title.length() > 100 ? title.substring(0, 100) : title);
      node.put("identifier", identifier.toString()).put("uri", uri);
    }
  }
}
