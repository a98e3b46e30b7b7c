package org.vellum.finaid.export;

import java.util.List;
import java.util.Optional;

/**
 * A column of an entity.
 *
 * @param name in camel case
 * @param element as elements of XML are named
 * @param type of its values
 * @param required whether every record has a value
 * @param codes the values allowed in a column of codes; else empty
 * @param meaning what it says, for an aid officer
 * @param citation the section it rests on, where it is derived
 */
record Column(
    String name,
    String element,
    ColumnType type,
    boolean required,
    List<String> codes,
    String meaning,
    Optional<String> citation) {

  static Column required(String name, ColumnType type, String meaning) {
    return new Column(name, capital(name), type, true, List.of(), meaning, Optional.empty());
  }

  static Column optional(String name, ColumnType type, String meaning) {
    return new Column(name, capital(name), type, false, List.of(), meaning, Optional.empty());
  }

  /** One of the constants of an enum. */
  static Column code(String name, Class<? extends Enum<?>> codes, String meaning) {
    return code(name, meaning, names(codes));
  }

  static Column code(String name, String meaning, String... codes) {
    return new Column(
        name, capital(name), ColumnType.CODE, true, List.of(codes), meaning, Optional.empty());
  }

  Column citing(String section) {
    return new Column(name, element, type, required, codes, meaning, Optional.of(section));
  }

  Column ifAny() {
    return new Column(name, element, type, false, codes, meaning, citation);
  }

  /** With an element's name that readers of COD's documents know. */
  Column as(String otherElement) {
    return new Column(name, otherElement, type, required, codes, meaning, citation);
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** What it says, with its section. */
  String description() {
    return citation.map(section -> meaning + " (" + section + ")").orElse(meaning);
  }

  private static String[] names(Class<? extends Enum<?>> codes) {
    Enum<?>[] constants = codes.getEnumConstants();
    String[] names = new String[constants.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = constants[i].name();
    }
    return names;
  }
}
