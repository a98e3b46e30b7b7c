package org.vellum.finaid.export;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param personal whether its values are about a person and masked in errors
 */
record Column(
    String name,
    String element,
    ColumnType type,
    boolean required,
    List<String> codes,
    String meaning,
    Optional<String> citation,
    boolean personal) {

  static Column required(String name, ColumnType type, String meaning) {
    return new Column(name, capital(name), type, true, List.of(), meaning, Optional.empty(), false);
  }

  static Column optional(String name, ColumnType type, String meaning) {
    return new Column(
        name, capital(name), type, false, List.of(), meaning, Optional.empty(), false);
  }

  /** One of the constants of an enum. */
  static Column code(String name, Class<? extends Enum<?>> codes, String meaning) {
    return code(name, meaning, names(codes));
  }

  static Column code(String name, String meaning, String... codes) {
    return new Column(
        name,
        capital(name),
        ColumnType.CODE,
        true,
        List.of(codes),
        meaning,
        Optional.empty(),
        false);
  }

  Column citing(String section) {
    return new Column(
        name, element, type, required, codes, meaning, Optional.of(section), personal);
  }

  Column ifAny() {
    return new Column(name, element, type, false, codes, meaning, citation, personal);
  }

  /** About a person: never in an error. */
  Column ofPerson() {
    return new Column(name, element, type, required, codes, meaning, citation, true);
  }

  /** With an element's name that readers of COD's documents know. */
  Column as(String otherElement) {
    return new Column(name, otherElement, type, required, codes, meaning, citation, personal);
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** What it says, with its section. */
  String description() {
    return citation.map(section -> meaning + " (" + section + ")").orElse(meaning);
  }

  /** Whether a text that fits the type is one of the codes; any is where there are none. */
  boolean allows(String text) {
    if (codes.isEmpty()) {
      return true;
    }
    return type == ColumnType.CODES
        ? codes.containsAll(List.of(text.split(" ", -1)))
        : codes.contains(text);
  }

  /**
   * A value as an error may show it: numbers, dates and codes as they are, of all else and of what
   * is about a person the shape alone.
   */
  String masked(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean telling =
        switch (type) {
          case CODE, CODES -> !codes.isEmpty() && allows(text);
          case DATE, TIMESTAMP, DECIMAL, INTEGER, BOOLEAN -> type.fits(text);
          case KEY, ID, TEXT, HASH -> false;
        };
    return telling && !personal ? text : Texts.shape(text);
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
