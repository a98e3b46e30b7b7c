package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/**
 * CSV by RFC 4180 in UTF-8: CRLF, a header, an empty cell where there is no value. A cell is quoted
 * if it has a comma or a quote, or a space where a reader might drop it.
 *
 * <p>For spreadsheets a text that one would take for a formula gets an apostrophe before it. Other
 * readers get the text as it is, since the apostrophe would be a part of the name.
 */
final class CsvForm implements RecordForm {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final String BOM = "\uFEFF";

  private final Entity entity;
  private final CsvProfile profile;
  private final boolean[] guarded;

  CsvForm(Entity entity, CsvProfile profile) {
    this.entity = entity;
    this.profile = profile;
    this.guarded = new boolean[entity.columns().size()];
    for (int place = 0; place < guarded.length; place++) {
      guarded[place] = profile.isForSpreadsheets() && entity.columns().get(place).type().isFree();
    }
  }

  @Override
  public byte[] head() {
    String names = entity.columns().stream().map(Column::name).collect(Collectors.joining(","));
    return ((profile.isMarked() ? BOM : "") + names + "\r\n").getBytes(UTF_8);
  }

  @Override
  public void write(ExportRecord exported, ByteBlock to) {
    RecordValues values = exported.values();
    for (int place = 0; place < guarded.length; place++) {
      if (place > 0) {
        to.add(',');
      }
      switch (place) {
        case Entity.HASH_PLACE -> to.add(exported.hexHash());
        case Entity.VERSION_PLACE -> to.add(exported.text(place));
        default -> cell(values, place, to);
      }
    }
    to.add('\r');
    to.add('\n');
  }

  private void cell(RecordValues values, int place, ByteBlock to) {
    int start = values.start(place);
    int end = values.end(place);
    if (start == end) {
      return;
    }
    boolean formula = guarded[place] && FORMULA_STARTS.indexOf(values.at(start)) >= 0;
    if (values.isSpecial(place) && isQuoted(values, start, end)) {
      to.add('"');
      guard(formula, to);
      for (int i = start; i < end; i++) {
        char c = (char) (values.at(i) & 0xFF);
        if (c == '"') {
          to.add('"');
        }
        to.add(c);
      }
      to.add('"');
    } else {
      guard(formula, to);
      values.copy(place, to);
    }
  }

  private static void guard(boolean formula, ByteBlock to) {
    if (formula) {
      to.add('\'');
    }
  }

  private static boolean isQuoted(RecordValues values, int start, int end) {
    // Bytes beyond ASCII are negative.
    boolean quoted =
        (values.at(start) >= 0 && values.at(start) <= '#')
            || (values.at(end - 1) >= 0 && values.at(end - 1) <= ' ');
    for (int i = start; i < end && !quoted; i++) {
      quoted = values.at(i) == ',' || values.at(i) == '"';
    }
    return quoted;
  }

  @Override
  public byte[] foot() {
    return new byte[0];
  }

  /** With an apostrophe before what a spreadsheet would take for a formula. */
  static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
