package org.vellum.finaid.period.model;

/** What a scheduled payment period is a part of. */
public enum PeriodKind {
  HALF_OF_PROGRAM,
  HALF_OF_AY,
  HALF_OF_REMAINDER,
  REMAINDER
}
