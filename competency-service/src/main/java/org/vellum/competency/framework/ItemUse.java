package org.vellum.competency.framework;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Something that rests on items of frameworks, asked before one of them is taken away. Whoever
 * keeps such a thing says by a query what it is.
 */
public abstract class ItemUse {
  private final Jdbi jdbi;
  private final String query;

  /**
   * A use.
   *
   * @param query finds, for the array of UUIDs {@code :items}, an item and in a few words what
   *     rests on it; no learner is named
   */
  protected ItemUse(Jdbi jdbi, String query) {
    this.jdbi = jdbi;
    this.query = query;
  }

  /**
   * What rests on these items.
   *
   * @return for each item and kind of use at most one
   */
  public List<Use> listUses(Collection<UUID> items) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(query)
            .bind("items", items.toArray(UUID[]::new))
            .map((row, context) -> new Use(row.getObject(1, UUID.class), row.getString(2)))
            .list());
  }

  /**
   * A use of an item.
   *
   * @param item identifier of the CFItem
   * @param what what rests on it
   */
  public record Use(UUID item, String what) {}
}
