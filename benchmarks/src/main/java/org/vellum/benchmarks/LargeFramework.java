package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Makes a CASE package of any size: a tree in which every tenth item has children. */
final class LargeFramework {
  private static final String CHANGED = "2026-05-01T12:00:00Z";
  private static final int BRANCHING = 10;

  private LargeFramework() {}

  /** A package with so many items, and an {@code isChildOf} association for each. */
  static ObjectNode of(int items) {
    return of("", items);
  }

  /**
   * The same with identifiers that packages of other names do not have.
   *
   * @param name what the identifiers are made from
   */
  static ObjectNode of(String name, int items) {
    ObjectNode framework = new ObjectMapper().createObjectNode();
    String document = identifier(name + "document");
    framework
        .putObject("CFDocument")
        .put("identifier", document)
        .put("uri", uri("CFDocuments", document))
        .put("creator", "Benchmark")
        .put("title", "A large framework")
        .put("lastChangeDateTime", CHANGED)
        .put("adoptionStatus", "Implemented");
    framework.putArray("CFItems");
    framework.putArray("CFAssociations");
    for (int number = 0; number < items; number++) {
      String parent =
          number < BRANCHING ? document : identifier(name + "item-" + number / BRANCHING);
      add(framework, name, number, parent);
    }
    return framework;
  }

  private static void add(ObjectNode framework, String name, int number, String parent) {
    String item = identifier(name + "item-" + number);
    framework
        .withArray("CFItems")
        .addObject()
        .put("identifier", item)
        .put("uri", uri("CFItems", item))
        .put("humanCodingScheme", "B." + number)
        .put(
            "fullStatement",
            "Explains decision number "
                + number
                + " with data, and says what the data cannot tell.")
        .put("lastChangeDateTime", CHANGED);
    String association = identifier(name + "association-" + number);
    ObjectNode child =
        framework
            .withArray("CFAssociations")
            .addObject()
            .put("identifier", association)
            .put("uri", uri("CFAssociations", association))
            .put("associationType", "isChildOf")
            .put("sequenceNumber", number)
            .put("lastChangeDateTime", CHANGED);
    node(child.putObject("originNodeURI"), item);
    node(child.putObject("destinationNodeURI"), parent);
  }

  private static void node(ObjectNode link, String identifier) {
    link.put("title", identifier)
        .put("identifier", identifier)
        .put("uri", uri("CFItems", identifier));
  }

  private static String uri(String collection, String identifier) {
    return "https://benchmark.example/ims/case/v1p1/" + collection + "/" + identifier;
  }

  private static String identifier(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }
}
