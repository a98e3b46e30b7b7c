package org.vellum.competency.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A program of study.
 *
 * @param code its code, unique in the catalogue, at most 100 characters
 * @param title its title
 * @param description what it is, where that is said
 * @param credentialLevel the level of the credential to which it leads, in the institution's words
 * @param courses {@code sourcedId}s of its courses (OneRoster 1.2), in order, none twice
 * @param effectiveFrom from which day it is offered, where that is said
 */
public record Program(
    String code,
    String title,
    Optional<String> description,
    Optional<String> credentialLevel,
    List<String> courses,
    Optional<LocalDate> effectiveFrom) {

  public Program {
    courses = List.copyOf(courses);
  }
}
