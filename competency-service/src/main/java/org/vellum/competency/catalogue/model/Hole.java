package org.vellum.competency.catalogue.model;

/** What keeps a required competency or course from being attained in a program. */
public enum Hole {
  /** No course of the program teaches it. */
  NOT_TAUGHT,
  /** No course and no line item of the program assesses it. */
  NOT_ASSESSED,
  /** It is assessed, but nothing says from which threshold on: nobody attains it. */
  NO_THRESHOLD,
  /** It can be attained at a lower threshold than the program requires. */
  THRESHOLD_TOO_LOW,
  /** Its framework is a draft: it cannot be attained yet. */
  DRAFT,
  /** It, or its framework, is retired. */
  RETIRED,
  /** No framework here has it; or the roster has no such course. */
  UNKNOWN,
  /** The catalogue does not say what completes the course. */
  NOT_COMPLETABLE
}
