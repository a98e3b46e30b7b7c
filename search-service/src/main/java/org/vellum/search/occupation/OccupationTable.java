package org.vellum.search.occupation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table row by row: CSV (RFC 4180), or separated by tabs and without quotes, as O*NET
 * publishes its own.
 */
final class OccupationTable {
  private static final int MOST_ROWS = 500_000;
  private static final int LONGEST_HEAD = 8_000;
  private static final Map<String, BigDecimal> SCALES =
      Map.of("IM", BigDecimal.ONE, "LV", BigDecimal.ZERO);
  private static final Map<String, BigDecimal> SCALE_ENDS =
      Map.of("IM", new BigDecimal(5), "LV", new BigDecimal(7));
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final String SOC = "o*net-soc code";
  private static final String TITLE = "title";

  private final Set<String> known;
  private final Gathered gathered = new Gathered();
  private List<String> columns = List.of();

  /**
   * For one table.
   *
   * @param known codes of the occupations that are there already
   */
  OccupationTable(Set<String> known) {
    this.known = known;
  }

  /**
   * Reads it to its end.
   *
   * @throws UnreadableFile if it is none of the tables, or cannot be read
   */
  Gathered read(BufferedReader text) throws IOException, UnreadableFile {
    try {
      CSVParser rows = CSVParser.parse(text, format(text));
      columns =
          rows.getHeaderNames().stream()
              .map(each -> each.strip().toLowerCase(Locale.ROOT))
              .toList();
      TableKind kind =
          TableKind.of(columns)
              .orElseThrow(() -> new UnreadableFile("Its columns are those of no known table."));
      for (CSVRecord row : rows) {
        if (++gathered.rows > MOST_ROWS) {
          throw new UnreadableFile("A table has at most " + MOST_ROWS + " rows.");
        }
        take(kind, row);
      }
      // Without its importance it is not known whether a skill is needed at all.
      gathered.needs.values().removeIf(each -> each.importance() == null && each.level() != null);
      return gathered;
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw new UnreadableFile(
          "It cannot be read as a table, after row " + gathered.rows + ": see to its quotes.");
    }
  }

  private static CSVFormat format(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEAD);
    StringBuilder head = new StringBuilder();
    for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {
      head.append((char) c);
      if (head.length() == LONGEST_HEAD - 1) {
        break;
      }
    }
    text.reset();
    CSVFormat.Builder format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true);
    return (head.indexOf("\t") >= 0 ? format.setDelimiter('\t').setQuote(null) : format).get();
  }

  private void take(TableKind kind, CSVRecord row) {
    switch (kind) {
      case OCCUPATIONS -> occupation(row, SOC, TITLE, "description");
      case CLASSIFICATION -> occupation(row, "soc code", "soc title", "soc definition");
      case TITLES -> title(row);
      case RATINGS -> rating(row);
      case SKILLS -> skill(row);
    }
  }

  private void occupation(CSVRecord row, String code, String title, String description) {
    String name = cell(row, title);
    if (!SocCode.isOne(cell(row, code))) {
      refuse(row, code, "code-form", "A code is given as 15-1252 or 15-1252.00.");
    } else if (name.isEmpty()) {
      refuse(row, title, "value-missing", "An occupation has a title.");
    } else {
      gathered.occupations.put(cell(row, code), new Gathered.Titled(name, cell(row, description)));
    }
  }

  private void title(CSVRecord row) {
    if (isKnown(row, SOC, cell(row, SOC))) {
      List<String> titles =
          Stream.of("alternate title", "short title")
              .map(column -> cell(row, column))
              .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("n/a"))
              .toList();
      if (titles.isEmpty()) {
        refuse(row, "alternate title", "value-missing", "The row has no title.");
      }
      titles.forEach(each -> gathered.titles.add(new Gathered.Called(cell(row, SOC), each)));
    }
  }

  private void rating(CSVRecord row) {
    String element = cell(row, "element id");
    Optional<Integer> percent = percent(row);
    if (!isKnown(row, SOC, cell(row, SOC)) || percent.isEmpty()) {
      return;
    }
    if (element.isEmpty() || cell(row, "element name").isEmpty()) {
      refuse(row, "element id", "value-missing", "An element has an ID and a name.");
      return;
    }
    boolean importance = cell(row, "scale id").equals("IM");
    // O*NET says of some ratings that they should not be used, and of a level that it says nothing.
    if (cell(row, "recommend suppress").equals("Y")
        || (!importance && cell(row, "not relevant").equals("Y"))) {
      return;
    }
    gathered.skills.putIfAbsent(
        element, new Gathered.Skill(null, cell(row, "element name"), "", List.of(), false));
    gathered.need(
        cell(row, SOC),
        element,
        importance
            ? new Gathered.Rating(percent.get(), null)
            : new Gathered.Rating(null, percent.get()));
  }

  /** Where on its scale a rating lies: IM goes from 1 to 5, LV from 0 to 7. */
  private Optional<Integer> percent(CSVRecord row) {
    BigDecimal begin = SCALES.get(cell(row, "scale id"));
    BigDecimal end = SCALE_ENDS.get(cell(row, "scale id"));
    if (begin == null || end == null) {
      refuse(row, "scale id", "scale-unknown", "The scales that are read are IM and LV.");
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(cell(row, "data value"));
      if (value.compareTo(begin) >= 0 && value.compareTo(end) <= 0) {
        return Optional.of(
            value
                .subtract(begin)
                .multiply(HUNDRED)
                .divide(end.subtract(begin), 0, RoundingMode.HALF_UP)
                .intValueExact());
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    refuse(
        row, "data value", "value-off-scale", "A value is a number from " + begin + " to " + end);
    return Optional.empty();
  }

  private void skill(CSVRecord row) {
    String name = cell(row, "skill name");
    if (name.isEmpty()) {
      refuse(row, "skill name", "value-missing", "A skill has a name.");
      return;
    }
    List<String> addresses = parts(cell(row, "alignment"));
    List<String> aligned = parts(cell(row, "alignment title"));
    String address = addresses.size() == 1 ? addresses.getFirst() : null;
    // Several skills may be aligned to one and the same: each is a skill of its own.
    String key = "skill:" + name;
    gathered.skills.put(
        key,
        new Gathered.Skill(
            address,
            name,
            cell(row, "contextualized skill statement"),
            address == null ? List.of() : aligned,
            true));
    List<String> codes = new ArrayList<>(parts(cell(row, "o*net job role")));
    codes.addAll(parts(cell(row, "bls detailed occupation")));
    for (String code : codes) {
      if (isKnown(code)) {
        gathered.need(code, key, new Gathered.Rating(null, null));
      } else {
        gathered.warn(
            "occupation-unknown",
            place(row, "bls detailed occupation"),
            "There is no occupation " + shortened(code) + ": load occupations first.");
      }
    }
  }

  private static List<String> parts(String cell) {
    return Stream.of(cell.split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .limit(100)
        .toList();
  }

  private boolean isKnown(CSVRecord row, String column, String code) {
    if (!isKnown(code)) {
      refuse(
          row,
          column,
          "occupation-unknown",
          "There is no occupation " + shortened(code) + ": load occupations first.");
      return false;
    }
    return true;
  }

  private boolean isKnown(String code) {
    return known.contains(code) || gathered.occupations.containsKey(code);
  }

  private static String shortened(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }

  private String cell(CSVRecord row, String column) {
    int place = columns.indexOf(column);
    String text = place >= 0 && place < row.size() ? row.get(place).replace('\0', ' ') : "";
    return text.length() > Gathered.LONGEST ? text.substring(0, Gathered.LONGEST) : text;
  }

  private void refuse(CSVRecord row, String column, String code, String message) {
    gathered.refuse(code, place(row, column), message);
  }

  private static String place(CSVRecord row, String column) {
    return "row " + (row.getRecordNumber() + 1) + ", " + column;
  }
}
