package org.vellum.credentials.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose record it is.
 *
 * @param id an identifier that is a URI, such as a DID; null if the learner has none
 * @param fullName the name as it is written on the record; null if the record is pseudonymous
 * @param givenName the given name, if known apart
 * @param familyName the family name, if known apart
 * @param dateOfBirth the date of birth, if it is to be told
 * @param email the e-mail address, if it is to be told
 * @param identifiers numbers that institutions gave
 */
public record Learner(
    @Nullable String id,
    @Nullable String fullName,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    @Nullable String email,
    List<Identifier> identifiers) {

  /** Copies the list. */
  public Learner {
    identifiers = List.copyOf(identifiers);
  }
}
