package org.vellum.competency.roster.csv;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of a CSV file that we keep.
 *
 * @param header its name in the file's first line
 * @param sql its name in our table
 * @param kind what its values are
 * @param required whether every row must have a value
 * @param words the words that are allowed; empty if any are
 * @param extensible whether words beginning with {@code ext:} are allowed too
 * @param target the table whose {@code sourcedId}s its values are; empty if it is no reference
 * @param fallback the value of a row that has none
 * @param warns whether to warn where the fallback is taken
 */
public record Column(
    String header,
    String sql,
    Kind kind,
    boolean required,
    Set<String> words,
    boolean extensible,
    Optional<String> target,
    Optional<String> fallback,
    boolean warns) {

  /** How the standard lets a system add words of its own (OpenAPI, the enumerations' pattern). */
  private static final Pattern EXTENSION = Pattern.compile("ext:[A-Za-z0-9.\\-_]+");

  /** A column of the kind whose values may be absent. */
  static Column column(String header, String sql, Kind kind) {
    return new Column(
        header, sql, kind, false, Set.of(), false, Optional.empty(), Optional.empty(), false);
  }

  /** A column of references to a table's rows. */
  static Column reference(String header, String sql, String target) {
    return new Column(
        header, sql, Kind.ID, false, Set.of(), false, Optional.of(target), Optional.empty(), false);
  }

  Column must() {
    return new Column(header, sql, kind, true, words, extensible, target, fallback, warns);
  }

  Column oneOf(String... allowed) {
    return new Column(
        header, sql, kind, required, Set.of(allowed), extensible, target, fallback, warns);
  }

  Column orExtension() {
    return new Column(header, sql, kind, required, words, true, target, fallback, warns);
  }

  Column many() {
    return new Column(header, sql, Kind.IDS, required, words, extensible, target, fallback, warns);
  }

  Column otherwise(String value) {
    return new Column(
        header, sql, kind, required, words, extensible, target, Optional.of(value), false);
  }

  Column assuming(String value) {
    return new Column(
        header, sql, kind, required, words, extensible, target, Optional.of(value), true);
  }

  /** The value as it is kept; empty if it is not what the column takes. */
  Optional<String> read(String value) {
    return kind.read(value).filter(this::allows);
  }

  private boolean allows(String value) {
    return words.isEmpty()
        || words.contains(value)
        || (extensible && EXTENSION.matcher(value).matches());
  }

  /** What its values must be, in words. */
  String demand() {
    return words.isEmpty()
        ? kind.demand()
        : "must be one of " + String.join(", ", words.stream().sorted().toList());
  }
}
