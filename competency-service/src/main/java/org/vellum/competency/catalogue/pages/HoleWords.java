package org.vellum.competency.catalogue.pages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.vellum.competency.catalogue.model.Hole;

/** What is missing in a program, in words. */
final class HoleWords {
  private HoleWords() {}

  static List<String> of(Collection<Hole> holes) {
    return holes.stream().sorted().map(HoleWords::of).toList();
  }

  private static String of(Hole hole) {
    return switch (hole) {
      case NO_THRESHOLD -> "assessed, but at no threshold";
      case THRESHOLD_TOO_LOW -> "assessed below the required threshold";
      case DRAFT -> "of a draft framework";
      case UNKNOWN -> "not known here";
      case NOT_COMPLETABLE -> "nothing says what completes it";
      default -> hole.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
