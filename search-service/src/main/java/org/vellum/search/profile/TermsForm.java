package org.vellum.search.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.search.index.Availability;

/**
 * Terms as a form sends them.
 *
 * @param achievements identifiers of credentials
 * @param name {@code name}, or {@code pseudonym}
 * @param region in the learner's words
 * @param availability name of an {@link Availability}; empty for not telling
 * @param audience the word named, for the employers of the list alone; else everyone
 * @param employers sign-in names
 * @param lastDay a day of ISO 8601
 */
public record TermsForm(
    List<String> achievements,
    String name,
    String region,
    String availability,
    String audience,
    List<String> employers,
    String lastDay) {

  public TermsForm {
    achievements = List.copyOf(achievements);
    employers = List.copyOf(employers);
  }

  /** The terms; what cannot be read becomes something that is refused with a reason. */
  Terms terms() {
    return new Terms(
        achievements.stream().map(TermsForm::uuid).collect(Collectors.toUnmodifiableSet()),
        name.equals("name"),
        region,
        Optional.of(availability)
            .filter(word ->
                Set.of(Availability.values()).stream().anyMatch(each -> each.name().equals(word)))
            .map(Availability::valueOf),
        audience.equals("named") ? Optional.of(Set.copyOf(employers)) : Optional.empty(),
        day(lastDay));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }
}
