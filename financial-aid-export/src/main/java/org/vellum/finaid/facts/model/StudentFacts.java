package org.vellum.finaid.facts.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who a learner is.
 *
 * @param institutionStudentId by which the school knows the learner
 * @param givenName the first name, where there is one
 * @param middleName the middle name, where there is one
 * @param familyName the last name
 * @param birthDate the day of birth, if the school has told it
 * @param externalIds by which other systems know the learner
 */
public record StudentFacts(
    String institutionStudentId,
    Optional<String> givenName,
    Optional<String> middleName,
    String familyName,
    Optional<LocalDate> birthDate,
    List<ExternalId> externalIds) {

  public StudentFacts {
    externalIds = List.copyOf(externalIds);
  }

  /**
   * An identifier of another system.
   *
   * @param system whose it is, such as {@code regent}
   * @param id what it says
   */
  public record ExternalId(String system, String id) {}
}
