package org.vellum.finaid.measure.model;

/** Which of the two measures gave the lesser fraction. */
public enum LimitingMeasure {
  UNITS,
  WEEKS,
  /** Both gave the same. */
  EQUAL
}
