package org.vellum.competency.catalogue.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days on which something holds.
 *
 * @param from the first of them; empty if it has held ever since
 * @param to the first day after them; empty if it holds for good
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** All days. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  public boolean holdsOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(day::isBefore).orElse(true);
  }

  /** Whether it has no day. */
  public boolean isEmpty() {
    return from.isPresent() && to.isPresent() && !from.get().isBefore(to.get());
  }

  /** Whether both have a day in common. */
  public boolean overlaps(Period other) {
    return !common(other).isEmpty();
  }

  /** Its days that are not the other's: none, one or two periods. */
  public List<Period> without(Period other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    List<Period> rest = new ArrayList<>();
    other.from.map(first -> new Period(from, Optional.of(first))).ifPresent(rest::add);
    other.to.map(next -> new Period(Optional.of(next), to)).ifPresent(rest::add);
    rest.removeIf(Period::isEmpty);
    return rest;
  }

  private Period common(Period other) {
    return new Period(
        from.isEmpty() || other.from.filter(from.get()::isBefore).isPresent() ? other.from : from,
        to.isEmpty() || other.to.filter(to.get()::isAfter).isPresent() ? other.to : to);
  }
}
