package org.vellum.finaid.progress.model;

/** How a school knows that the first half is done. */
public enum HalfDeterminedBy {
  /** By the units completed. */
  UNITS,
  /**
   * By the academic coursework, where a school cannot tell when half of the units are completed (34
   * CFR 668.4(c)(3)). The totals then hold the part of the coursework that is done, in units.
   */
  COURSEWORK
}
