package org.vellum.search.index;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who was found, as they chose to be shown.
 *
 * @param profile by what the employer knows them
 * @param name the name, or the pseudonym
 * @param named whether it is the name
 * @param region where they are, if they say so
 * @param availability when they could begin, if they say so
 * @param score the sum of the reasons' points
 * @param reasons why, one for each skill asked for that they show, in the order of asking
 */
public record FoundPerson(
    UUID profile,
    String name,
    boolean named,
    Optional<String> region,
    Optional<Availability> availability,
    long score,
    List<Reason> reasons) {

  public FoundPerson {
    reasons = List.copyOf(reasons);
  }
}
