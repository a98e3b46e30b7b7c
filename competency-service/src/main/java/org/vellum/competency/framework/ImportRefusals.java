package org.vellum.competency.framework;

import java.util.List;
import java.util.UUID;
import org.vellum.platform.problem.Finding;

/** Why a package is refused whatever way it comes. */
public final class ImportRefusals {
  private static final int NAMED = 25;

  private ImportRefusals() {}

  /** A package is larger than is read. */
  public static Finding tooLarge(int maximum) {
    return Finding.error("beyond-bounds", "", "The package is larger than " + maximum + " bytes.");
  }

  /** Items of a package are part of another framework; the first few are named. */
  public static List<Finding> taken(List<UUID> items) {
    return items.stream()
        .limit(NAMED)
        .map(item ->
            Finding.error(
                "identifier-taken",
                "/CFItems",
                "The item " + item + " belongs to another framework that is here."))
        .toList();
  }
}
