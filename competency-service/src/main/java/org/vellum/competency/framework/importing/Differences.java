package org.vellum.competency.framework.importing;

import java.util.List;
import java.util.UUID;

/**
 * How a package differs from the framework that is here. The counts are whole; of what they count
 * the first so many are named.
 *
 * @param counts how many objects of each collection
 * @param added what is new
 * @param changed what says something else, member by member
 * @param gone what the package does not hold any more
 */
public record Differences(
    List<Count> counts, List<Named> added, List<Changed> changed, List<Named> gone) {

  public Differences {
    counts = List.copyOf(counts);
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    gone = List.copyOf(gone);
  }

  /** How many objects of a collection are new, say something else, are gone, or are the same. */
  public record Count(String collection, int added, int changed, int gone, int same) {}

  /**
   * An object.
   *
   * @param collection its collection, such as {@code CFItems}
   * @param identifier its identifier
   * @param name what a person calls it
   */
  public record Named(String collection, UUID identifier, String name) {}

  /** An object that says something else. */
  public record Changed(Named object, List<MemberChange> members) {
    public Changed {
      members = List.copyOf(members);
    }
  }

  /**
   * A member with another value; a text as it is, anything else as JSON, nothing as an empty text.
   */
  public record MemberChange(String member, String before, String after) {}

  /** How many objects of a collection are in the package and not here. */
  public int added(String collection) {
    return counts.stream()
        .filter(count -> count.collection().equals(collection))
        .mapToInt(Count::added)
        .sum();
  }
}
