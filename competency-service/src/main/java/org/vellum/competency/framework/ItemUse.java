package org.vellum.competency.framework;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Something that rests on items of frameworks, asked before one of them is taken away. */
public interface ItemUse {

  /**
   * What rests on these items.
   *
   * @return for each item and kind of use at most one
   */
  List<Use> listUses(Collection<UUID> items);

  /**
   * A use of an item.
   *
   * @param item identifier of the CFItem
   * @param what what rests on it, a few words for a person that name no learner
   */
  record Use(UUID item, String what) {}
}
