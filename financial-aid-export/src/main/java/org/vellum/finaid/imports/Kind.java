package org.vellum.finaid.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of file.
 *
 * @param name in addresses
 * @param title for the aid office
 * @param about what it is for, in one sentence
 * @param table where its rows are kept
 * @param key the columns by which a row replaces an earlier one
 * @param columns in the order of the template
 * @param rules of a row beyond its cells
 * @param constants further columns of the table, with what they hold in SQL
 */
public record Kind(
    String name,
    String title,
    String about,
    String table,
    List<String> key,
    List<Column> columns,
    List<RowRule> rules,
    Map<String, String> constants) {

  public Kind {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
    constants = Map.copyOf(constants);
  }

  static Kind of(String name, String title, String about, String table, String key) {
    return new Kind(
        name, title, about, table, Arrays.asList(key.split(", ")), List.of(), List.of(), Map.of());
  }

  Kind with(Column... more) {
    return new Kind(name, title, about, table, key, List.of(more), rules, constants);
  }

  Kind ruledBy(RowRule... more) {
    return new Kind(name, title, about, table, key, columns, List.of(more), constants);
  }

  Kind keeping(Map<String, String> more) {
    return new Kind(name, title, about, table, key, columns, rules, more);
  }

  /** The column of its own whose cells name something of a type; empty if there is none. */
  Optional<Column> column(CellType type) {
    return columns.stream().filter(column -> column.type() == type).findFirst();
  }

  /** The statement that stores a row, and changes nothing where the same is there. */
  String upsert() {
    List<String> own = columns.stream().map(Column::sql).toList();
    List<String> all = Stream.concat(own.stream(), constants.keySet().stream().sorted()).toList();
    List<String> changing = own.stream().filter(column -> !key.contains(column)).toList();
    String values =
        String.join(
            ", ",
            all.stream().map(column -> constants.getOrDefault(column, ":" + column)).toList());
    String change =
        changing.isEmpty()
            ? " do nothing"
            : " do update set "
                + String.join(
                    ", ",
                    all.stream()
                        .filter(column -> !key.contains(column))
                        .map(column -> column + " = excluded." + column)
                        .toList())
                + " where ("
                + joined("t.", changing)
                + ") is distinct from ("
                + joined("excluded.", changing)
                + ")";
    return "insert into financial_aid.%s as t (%s) values (%s) on conflict (%s)"
            .formatted(table, String.join(", ", all), values, String.join(", ", key))
        + change;
  }

  private static String joined(String prefix, List<String> columns) {
    return String.join(", ", columns.stream().map(prefix::concat).toList());
  }
}
