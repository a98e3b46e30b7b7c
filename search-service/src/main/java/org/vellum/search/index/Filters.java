package org.vellum.search.index;

import java.time.LocalDate;
import java.util.Optional;

/**
 * To whom a search is narrowed, by what they chose to show.
 *
 * @param program code of a program to which something that they show belongs
 * @param issuer name of an institution that issued something that they show
 * @param region where they are, as they say it, in any case
 * @param availability when they could begin
 * @param since the earliest day on which a matching achievement was earned
 * @param level level of the credential of a program to which something that they show belongs
 */
public record Filters(
    Optional<String> program,
    Optional<String> issuer,
    Optional<String> region,
    Optional<Availability> availability,
    Optional<LocalDate> since,
    Optional<String> level) {

  /** Narrowed to nobody. */
  public static final Filters NONE =
      new Filters(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whatever the level of a credential is. */
  public Filters(
      Optional<String> program,
      Optional<String> issuer,
      Optional<String> region,
      Optional<Availability> availability,
      Optional<LocalDate> since) {
    this(program, issuer, region, availability, since, Optional.empty());
  }

  /** Whether anything is narrowed. */
  boolean narrow() {
    return !equals(NONE);
  }
}
