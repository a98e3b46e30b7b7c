package org.vellum.competency.roster.csv;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A CSV file of the binding, and the table in which its rows are kept. Every file also has the
 * columns {@code sourcedId}, {@code status} and {@code dateLastModified}.
 *
 * @param name its name without {@code .csv}, as the manifest spells it
 * @param table our table
 * @param columns the columns that we keep, without the three that all have
 * @param rules what a row must be as a whole
 * @param notKept columns of the standard that we do not keep
 */
public record RosterFile(
    String name, String table, List<Column> columns, List<RowRule> rules, Set<String> notKept) {

  /** The columns that every file has. */
  static final List<String> COMMON = List.of("sourcedId", "status", "dateLastModified");

  /** Its name in the archive. */
  public String fileName() {
    return name + ".csv";
  }

  /** Place of a column in {@link Row#values()}. */
  int index(String header) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the column refers to rows of this same file. */
  public boolean refersToItself(Column column) {
    return column.target().filter(table::equals).isPresent();
  }
}
