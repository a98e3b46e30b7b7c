package org.vellum.finaid.measure.model;

/** What a program counts in. */
public enum UnitMeasure {
  SEMESTER,
  TRIMESTER,
  QUARTER,
  CLOCK;

  /** Whether it counts clock hours and not credits. */
  public boolean isClock() {
    return this == CLOCK;
  }
}
