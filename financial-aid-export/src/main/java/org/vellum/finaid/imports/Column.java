package org.vellum.finaid.imports;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a file.
 *
 * @param name in the header
 * @param sql where it is kept
 * @param type what its cells hold
 * @param codes what they may say, if they are codes
 * @param required whether none may be empty
 * @param meaning for the aid office
 * @param example of a cell
 */
public record Column(
    String name,
    String sql,
    CellType type,
    List<String> codes,
    boolean required,
    String meaning,
    String example) {

  public Column {
    codes = List.copyOf(codes);
  }

  static Column must(String name, CellType type, String meaning, String example) {
    return new Column(name, name, type, List.of(), true, meaning, example);
  }

  static Column may(String name, CellType type, String meaning, String example) {
    return new Column(name, name, type, List.of(), false, meaning, example);
  }

  /** The same with the codes of an enumeration. */
  Column of(Class<? extends Enum<?>> codes) {
    List<String> names = Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
    return new Column(name, sql, type, names, required, meaning, example);
  }

  /** The same, kept in a column of another name. */
  Column as(String column) {
    return new Column(name, column, type, codes, required, meaning, example);
  }
}
