package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.model.Coverage.Below;
import org.vellum.competency.catalogue.model.Coverage.Program;

/**
 * Where competencies are taught and assessed, as a program sees it.
 *
 * @param within in the program, by competency
 * @param outside elsewhere, by competency
 * @param children of each competency those directly below it
 */
record Offers(
    Map<UUID, List<Offer>> within, Map<UUID, List<Offer>> outside, Map<UUID, List<UUID>> children) {

  private static final Comparator<Offer> BY_PLACE =
      Comparator.comparing((Offer offer) -> offer.place().kind())
          .thenComparing(offer -> offer.place().id())
          .thenComparing(offer -> offer.place().course().orElse(""))
          .thenComparing(offer -> offer.threshold().orElse(BigDecimal.ZERO))
          .thenComparing(offer -> offer.weight().orElse(BigDecimal.ZERO));

  /**
   * Parts the offers of a program from those elsewhere.
   *
   * @param courses the program's courses, and those that it requires
   */
  static Offers of(Program program, Set<String> courses) {
    Map<UUID, List<Offer>> within = new HashMap<>();
    Map<UUID, List<Offer>> outside = new HashMap<>();
    program.offers().stream()
        .distinct()
        .sorted(BY_PLACE)
        .forEach(offer ->
            (isWithin(offer.place(), program, courses) ? within : outside)
                .computeIfAbsent(offer.competency(), unseen -> new ArrayList<>())
                .add(offer));
    return new Offers(within, outside, program.below());
  }

  List<Offer> taught(UUID competency) {
    return offers(competency).stream().filter(offer -> !offer.assessed()).toList();
  }

  List<Offer> assessed(UUID competency) {
    return offers(competency).stream().filter(Offer::assessed).toList();
  }

  List<Offer> elsewhere(UUID competency) {
    return outside.getOrDefault(competency, List.of());
  }

  /** Whether an assessment says from which threshold on the competency is attained. */
  boolean isAttainable(UUID competency) {
    return assessed(competency).stream().anyMatch(offer -> offer.threshold().isPresent());
  }

  /** Whether it can be attained below the threshold that is needed. */
  boolean isTooLow(UUID competency, Optional<BigDecimal> needed) {
    return needed.isPresent()
        && assessed(competency).stream()
            .flatMap(offer -> offer.threshold().stream())
            .anyMatch(threshold -> threshold.compareTo(needed.get()) < 0);
  }

  /** How far the competencies below cover one; empty if there are none. */
  Optional<Below> below(UUID competency, Optional<BigDecimal> needed) {
    Set<UUID> all = new LinkedHashSet<>();
    collect(competency, all);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    RollUp taught = new RollUp(children, child -> !taught(child).isEmpty());
    RollUp assessed =
        new RollUp(children, child -> isAttainable(child) && !isTooLow(child, needed));
    return Optional.of(
        new Below(
            taught.covers(competency),
            assessed.covers(competency),
            all.stream().flatMap(child -> offers(child).stream()).sorted(BY_PLACE).toList()));
  }

  private void collect(UUID competency, Set<UUID> all) {
    for (UUID child : children.getOrDefault(competency, List.of())) {
      if (all.add(child)) {
        collect(child, all);
      }
    }
  }

  private List<Offer> offers(UUID competency) {
    return within.getOrDefault(competency, List.of());
  }

  private static boolean isWithin(Place place, Program program, Set<String> courses) {
    return switch (place.kind()) {
      case PROGRAM -> place.id().equals(program.code());
      case COURSE -> courses.contains(place.id());
      case LINE_ITEM -> place.course().filter(courses::contains).isPresent();
    };
  }
}
