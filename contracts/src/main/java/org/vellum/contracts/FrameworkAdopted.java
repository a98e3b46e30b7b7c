package org.vellum.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a framework that is in force from now on and is not changed any more. A large framework
 * is told in several parts; each names items or associations of it once.
 *
 * @param framework identifier of the CFDocument (CASE 1.1)
 * @param title its title
 * @param items some of its items
 * @param associations some of its associations
 */
public record FrameworkAdopted(
    UUID framework, String title, List<Item> items, List<Association> associations)
    implements Event {

  public FrameworkAdopted {
    items = List.copyOf(items);
    associations = List.copyOf(associations);
  }

  /**
   * An item (CASE 1.1, CFItem).
   *
   * @param identifier its identifier
   * @param uri its canonical address
   * @param statement the full statement
   * @param humanCode the humanCodingScheme, where it has one
   * @param labels alternativeLabel and abbreviatedStatement, those that it has
   */
  public record Item(
      UUID identifier,
      String uri,
      String statement,
      Optional<String> humanCode,
      List<String> labels) {

    public Item {
      labels = List.copyOf(labels);
    }
  }

  /**
   * An association between two items, here or elsewhere (CASE 1.1, CFAssociation).
   *
   * @param type associationType, such as {@code isChildOf}
   * @param originUri address of the origin node
   * @param destinationUri address of the destination node
   */
  public record Association(String type, String originUri, String destinationUri) {}

  @Override
  public String subject() {
    return "framework:" + framework;
  }
}
