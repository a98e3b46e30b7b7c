package org.vellum.competency.roster.csv;

/** Values of a stranger's file, fit to be shown in a finding. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** The value without control characters, cut to what a line of a report bears. */
  static String value(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", " ");
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
