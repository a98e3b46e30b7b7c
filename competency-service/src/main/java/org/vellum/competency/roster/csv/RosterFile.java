package org.vellum.competency.roster.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file of the binding, and the table in which its rows are kept. Every file also has the
 * columns {@code sourcedId}, {@code status} and {@code dateLastModified}.
 *
 * @param name its name without {@code .csv}, as the manifest spells it
 * @param table our table
 * @param columns the columns that we keep, without the three that all have
 * @param rules what a row must be as a whole
 * @param notKept columns of the standard that we do not keep
 * @param described the table of what its rows describe further, under the same {@code sourcedId};
 *     empty if they stand by themselves
 */
public record RosterFile(
    String name,
    String table,
    List<Column> columns,
    List<RowRule> rules,
    Set<String> notKept,
    Optional<String> described) {

  RosterFile(
      String name, String table, List<Column> columns, List<RowRule> rules, Set<String> notKept) {
    this(name, table, columns, rules, notKept, Optional.empty());
  }

  RosterFile describing(String other) {
    return new RosterFile(name, table, columns, rules, notKept, Optional.of(other));
  }

  /** The columns that every file has. */
  static final List<String> COMMON = List.of("sourcedId", "status", "dateLastModified");

  /** The names of the columns that we keep. */
  public List<String> headers() {
    return columns.stream().map(Column::header).toList();
  }

  /** Its name in the archive. */
  public String fileName() {
    return name + ".csv";
  }

  /** Place of a column in {@link Row#values()}. */
  int index(String header) {
    // Asked for every value of every row, hence no stream.
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).header().equals(header)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column of " + name + ": " + header);
  }

  /** Whether the column refers to rows of this same file. */
  public boolean refersToItself(Column column) {
    return column.target().filter(table::equals).isPresent();
  }
}
