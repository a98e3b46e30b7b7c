package org.vellum.competency.framework.versions.model;

import java.util.List;
import java.util.Map;

/**
 * A version, as far as versions are compared.
 *
 * @param document what its CFDocument says, text by member
 * @param items its CFItems by identifier, siblings in their order
 * @param links its CFAssociations, but for those that make the tree and lead from version to
 *     version
 */
public record Outline(Map<String, String> document, Map<String, Item> items, List<Link> links) {

  public Outline {
    links = List.copyOf(links);
  }

  /**
   * An item.
   *
   * @param identifier identifier of the CFItem
   * @param name its code and statement, as a person knows it
   * @param parent identifier of the item above it; empty if there is none
   * @param fields what it says, text by member
   */
  public record Item(String identifier, String name, String parent, Map<String, String> fields) {}

  /**
   * An association.
   *
   * @param origin identifier of its origin node
   * @param type its associationType
   * @param destination identifier of its destination node
   * @param title both ends and the type, as a person knows them
   */
  public record Link(String origin, String type, String destination, String title) {}
}
