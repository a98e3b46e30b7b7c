package org.vellum.competency.catalogue.model;

import java.util.Optional;

/**
 * Where a competency is taught or assessed.
 *
 * @param kind of what kind it is
 * @param id code of a program, or {@code sourcedId} of a course or line item (OneRoster 1.2)
 * @param course {@code sourcedId} of the course to which a line item belongs, where it is known
 */
public record Place(Kind kind, String id, Optional<String> course) {
  /** The kinds of places. */
  public enum Kind {
    PROGRAM,
    COURSE,
    LINE_ITEM
  }
}
