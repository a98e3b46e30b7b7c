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
 * @param requirements what it requires, by periods without a day in common, in their order
 */
public record Program(
    String code,
    String title,
    Optional<String> description,
    Optional<String> credentialLevel,
    List<String> courses,
    Optional<LocalDate> effectiveFrom,
    List<Requirements> requirements) {

  public Program {
    courses = List.copyOf(courses);
    requirements = List.copyOf(requirements);
  }

  /** What it requires on a day. */
  public Optional<Requirements> requirementsOn(LocalDate day) {
    return requirements.stream().filter(one -> one.period().holdsOn(day)).findFirst();
  }

  /** The same program with other requirements. */
  public Program requiring(List<Requirements> others) {
    return new Program(code, title, description, credentialLevel, courses, effectiveFrom, others);
  }
}
