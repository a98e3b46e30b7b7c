package org.vellum.competency.roster.csv;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Finding;

/** The first line of a file: which column stands where. */
final class Header {
  private static final int MOST_NAMED = 50;

  private final Map<String, Integer> positions;
  private final List<String> names;

  private Header(List<String> names) {
    this.names = names;
    this.positions = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      positions.putIfAbsent(names.get(i), i);
    }
  }

  /**
   * Reads the header of a file and finds what is wrong with it: a column that is required and
   * missing, one that is there twice, one that is nearly but not quite spelt like one of the
   * standard. Other columns may be added freely; that they are passed over is noted.
   */
  static Header read(RosterFile file, CsvRows.Line line, Findings findings) {
    Header header = new Header(line.values());
    String place = file.fileName() + ":" + line.line() + ":";
    header.findDuplicates(place, findings);
    header.findMissing(file, place, findings);
    header.findStrangers(file, place, findings);
    return header;
  }

  /** How many values a row has. */
  int width() {
    return names.size();
  }

  /** Name of the column at a place, counted from 0. */
  String name(int position) {
    return names.get(position);
  }

  /** The row's value in a column; null if it has none. */
  @Nullable String value(List<String> values, String column) {
    Integer position = positions.get(column);
    if (position == null || position >= values.size()) {
      return null;
    }
    String value = values.get(position);
    return value.isEmpty() ? null : value;
  }

  private void findDuplicates(String place, Findings findings) {
    names.stream()
        .filter(name -> !name.isEmpty())
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .forEach((name, times) -> {
          if (times > 1) {
            findings.add(Finding.error("column-twice", place + name, "the column is there twice"));
          }
        });
  }

  private void findMissing(RosterFile file, String place, Findings findings) {
    Stream.concat(
            Stream.of("sourcedId"),
            file.columns().stream().filter(Column::required).map(Column::header))
        .filter(name -> !positions.containsKey(name))
        .forEach(name ->
            findings.add(
                Finding.error(
                    "column-missing", place + name, "the column is required and missing")));
  }

  private void findStrangers(RosterFile file, String place, Findings findings) {
    Set<String> known =
        Stream.of(
                RosterFile.COMMON.stream(),
                file.columns().stream().map(Column::header),
                file.notKept().stream())
            .flatMap(name -> name)
            .collect(Collectors.toSet());
    Set<String> passedOver = new TreeSet<>();
    for (String name : new LinkedHashSet<>(names)) {
      Optional<String> meant = known.contains(name) ? Optional.empty() : meant(name, known);
      if (meant.isPresent()) {
        findings.add(
            Finding.error(
                "column-misspelt",
                place + Quoted.value(name),
                "the column is spelt " + meant.get() + " in the standard"));
      } else if (!known.contains(name) || file.notKept().contains(name)) {
        passedOver.add(name.isEmpty() ? "(without a name)" : Quoted.value(name));
      }
    }
    notePassedOver(place.substring(0, place.length() - 1), passedOver, findings);
  }

  private static void notePassedOver(String place, Set<String> names, Findings findings) {
    if (names.isEmpty()) {
      return;
    }
    String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    findings.add(
        Finding.note(
            "columns-passed-over",
            place,
            "not kept: " + shown + (names.size() > MOST_NAMED ? " and others" : "")));
  }

  /** The column of the standard that is absent and was likely meant. */
  private Optional<String> meant(String name, Set<String> known) {
    String plain = plain(name);
    return known.stream()
        .filter(candidate -> !positions.containsKey(candidate))
        .filter(candidate -> near(plain, plain(candidate)))
        .min(String::compareTo);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }

  /** Whether one text becomes the other by leaving out, putting in or changing one letter. */
  static boolean near(String one, String other) {
    int same = 0;
    int shorter = Math.min(one.length(), other.length());
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String rest = one.substring(same);
    String otherRest = other.substring(same);
    return rest.equals(otherRest)
        || tail(rest).equals(tail(otherRest))
        || tail(rest).equals(otherRest)
        || rest.equals(tail(otherRest));
  }

  private static String tail(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }
}
