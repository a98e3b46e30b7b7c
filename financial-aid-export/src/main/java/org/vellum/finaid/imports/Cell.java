package org.vellum.finaid.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the cells of a file can hold, and how they are read. */
final class Cell {
  private static final int LONGEST = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
  private static final Map<String, Boolean> WORDS =
      Map.of("true", true, "yes", true, "1", true, "false", false, "no", false, "0", false);

  private Cell() {}

  /** A cell that cannot be read, with what it should have been. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** The value of a cell that is not empty. */
  static Object read(Column column, String cell) throws Unreadable {
    if (cell.length() > LONGEST) {
      throw new Unreadable("is longer than 200 characters");
    }
    if (cell.chars().anyMatch(each -> Character.isISOControl(each) || isHalf(cell, each))) {
      throw new Unreadable("holds a character that is none for a text");
    }
    try {
      return value(column, cell);
    } catch (DateTimeException e) {
      throw wanted(column);
    }
  }

  private static boolean isHalf(String cell, int each) {
    return Character.isSurrogate((char) each) && cell.codePoints().anyMatch(Cell::isSurrogate);
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static Object value(Column column, String cell) throws Unreadable {
    return switch (column.type()) {
      case TEXT, LEARNER, ENROLLMENT, PROGRAM -> cell;
      case DAY -> day(cell);
      case MOMENT -> OffsetDateTime.parse(cell);
      case NUMBER -> new BigDecimal(matching(NUMBER, column, cell));
      case COUNT -> Integer.valueOf(matching(COUNT, column, cell));
      case YES_OR_NO -> yesOrNo(column, cell);
      case CODE -> code(column, cell);
      case CODES -> codes(column, cell);
    };
  }

  private static LocalDate day(String cell) throws Unreadable {
    LocalDate day = LocalDate.parse(cell);
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new Unreadable("lies outside of the years 1900 to 2199");
    }
    return day;
  }

  private static String matching(Pattern pattern, Column column, String cell) throws Unreadable {
    if (!pattern.matcher(cell).matches()) {
      throw wanted(column);
    }
    return cell;
  }

  private static Boolean yesOrNo(Column column, String cell) throws Unreadable {
    Boolean value = WORDS.get(cell.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw wanted(column);
    }
    return value;
  }

  private static String code(Column column, String cell) throws Unreadable {
    String code = cell.toUpperCase(Locale.ROOT);
    if (!column.codes().contains(code)) {
      throw new Unreadable("must be one of " + String.join(", ", column.codes()));
    }
    return code;
  }

  private static String[] codes(Column column, String cell) throws Unreadable {
    String[] codes =
        Arrays.stream(cell.split(";", -1))
            .map(String::strip)
            .distinct()
            .sorted()
            .toArray(String[]::new);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = code(column, codes[i]);
    }
    return codes;
  }

  private static Unreadable wanted(Column column) {
    return new Unreadable("must be " + column.type().words());
  }
}
