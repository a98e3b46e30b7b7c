package org.vellum.finaid.imports;

/** What a cell can hold. */
public enum CellType {
  TEXT("text of at most 200 characters"),
  DAY("a day as 2026-09-01"),
  MOMENT("a moment as 2026-09-01T08:30:00Z"),
  NUMBER("a number, 0 or more, of at most three decimals"),
  COUNT("a whole number, 0 or more"),
  YES_OR_NO("true or false"),
  CODE("one of the codes"),
  CODES("codes with a semicolon between them"),
  LEARNER("a student id that the roster told of"),
  ENROLLMENT("an enrollment that was imported"),
  PROGRAM("the code of a program that the catalogue published");

  private final String words;

  CellType(String words) {
    this.words = words;
  }

  /** For the aid office. */
  public String words() {
    return words;
  }
}
