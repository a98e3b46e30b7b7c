package org.vellum.finaid.profile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param name as the other system calls it
 * @param entity whose value it is
 * @param from the column of the entity; nothing for a text that is always the same
 * @param value the text that is always the same, or stands where there is no value
 * @param codes other texts for codes; a code that is not among them is a finding
 * @param date how dates are written; as ISO 8601 writes them if nothing is said
 * @param without characters that are left out, such as the point of a CIP code
 * @param width where it stands in a record of fixed widths
 */
public record ProfileColumn(
    String name,
    String entity,
    Optional<String> from,
    String value,
    Map<String, String> codes,
    Optional<DateTimeFormatter> date,
    String without,
    Optional<FixedWidth> width) {

  public ProfileColumn {
    codes = Map.copyOf(codes);
  }

  /**
   * The text for a value.
   *
   * @return nothing if it is a code that the profile does not know
   */
  Optional<String> text(@Nullable String found) {
    if (found == null || found.isEmpty()) {
      return Optional.of(value);
    }
    if (!codes.isEmpty()) {
      return Optional.ofNullable(codes.get(found));
    }
    String text = date.map(format -> format.format(LocalDate.parse(found))).orElse(found);
    return Optional.of(without.isEmpty() ? text : left(text));
  }

  private String left(String text) {
    StringBuilder left = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (without.indexOf(text.charAt(i)) < 0) {
        left.append(text.charAt(i));
      }
    }
    return left.toString();
  }
}
