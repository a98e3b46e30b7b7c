package org.vellum.competency.roster.csv;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row whose every value is what its column takes.
 *
 * @param line the line of the file in which it begins, counted from 1
 * @param sourcedId its identifier
 * @param active false where its status is {@code tobedeleted}
 * @param modified when its source changed it ({@code dateLastModified}); null where it does not say
 * @param values as they are kept, in the order of the file's columns; null where there is none
 */
public record Row(
    long line,
    String sourcedId,
    boolean active,
    @Nullable String modified,
    List<@Nullable String> values) {

  /** The identifiers that a column of references holds. */
  public Stream<String> references(RosterFile file, Column column) {
    String value = values.get(file.columns().indexOf(column));
    if (value == null) {
      return Stream.empty();
    }
    return column.kind() == Kind.IDS ? Stream.of(value.split(",")) : Stream.of(value);
  }

  /** The value of a column, by its header. */
  public @Nullable String value(RosterFile file, String header) {
    return values.get(file.index(header));
  }

  /** How many characters its values have, which is what it takes to hold it. */
  public int length() {
    return values.stream().mapToInt(value -> value == null ? 0 : value.length()).sum();
  }

  /** Where the row stands in its file. */
  public String place(RosterFile file, String header) {
    return file.fileName() + ":" + line + ":" + header;
  }
}
