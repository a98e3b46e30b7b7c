package org.vellum.competency.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.model.Period;
import org.vellum.competency.catalogue.model.Requirement;

/**
 * What a program requires during a period, of those who begin in it.
 *
 * @param from first day on which it holds
 * @param to first day on which it holds no more
 * @param requirement what is required
 */
public record Requirements(
    Optional<LocalDate> from, Optional<LocalDate> to, Requirement requirement) {

  /** When it holds. */
  public Period period() {
    return new Period(from, to);
  }

  /** The same without these competencies; empty if nothing is left. */
  public Optional<Requirements> without(Set<UUID> competencies) {
    return requirement.without(competencies).map(rest -> new Requirements(from, to, rest));
  }
}
