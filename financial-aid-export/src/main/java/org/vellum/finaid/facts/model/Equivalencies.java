package org.vellum.finaid.facts.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What courses and competencies are worth on a day. */
public final class Equivalencies {
  private final Map<Key, NavigableMap<LocalDate, Equivalency>> byUnit = new HashMap<>();

  private record Key(String programVersionId, String unitId) {}

  /** Of any order; of several from the same day the last stands. */
  public Equivalencies(Collection<Equivalency> all) {
    for (Equivalency each : all) {
      byUnit
          .computeIfAbsent(new Key(each.programVersionId(), each.unitId()), key -> new TreeMap<>())
          .put(each.effectiveFrom(), each);
    }
  }

  /** The one that is in force on a day. */
  public Optional<Equivalency> on(LocalDate day, String programVersionId, String unitId) {
    NavigableMap<LocalDate, Equivalency> versions = byUnit.get(new Key(programVersionId, unitId));
    return Optional.ofNullable(versions).map(each -> each.floorEntry(day)).map(Map.Entry::getValue);
  }
}
