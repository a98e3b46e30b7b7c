package org.vellum.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program of study is in force in this version. The newest fact replaces the earlier ones.
 *
 * @param code the program's code, unique in the catalogue
 * @param title its title
 * @param credentialLevel the level of the credential, in the institution's words
 * @param courses its courses, in order
 * @param competencies identifiers of the CFItems (CASE 1.1) that its requirements name, on whatever
 *     day
 */
public record ProgramPublished(
    String code,
    String title,
    Optional<String> credentialLevel,
    List<ProgramCourse> courses,
    List<UUID> competencies)
    implements Event {

  public ProgramPublished {
    courses = List.copyOf(courses);
    competencies = List.copyOf(competencies);
  }

  /**
   * A course of a program.
   *
   * @param sourcedId {@code sourcedId} of the course (OneRoster 1.2, courses)
   * @param title its title
   * @param credits credits that completing it earns, where the catalogue states any
   */
  public record ProgramCourse(String sourcedId, String title, Optional<BigDecimal> credits) {}

  @Override
  public String subject() {
    return "program:" + code;
  }
}
