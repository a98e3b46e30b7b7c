package org.vellum.competency.roster.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Finding;

/** Turns the lines of one file into rows, and says of those that it refuses why. */
final class RowReader {
  private static final Set<String> STATUSES = Set.of("active", "tobedeleted");

  private final RosterFile file;
  private final Header header;
  private final boolean delta;
  private final Findings findings;

  RowReader(RosterFile file, Header header, boolean delta, Findings findings) {
    this.file = file;
    this.header = header;
    this.delta = delta;
    this.findings = findings;
  }

  /** The row; empty if it is refused, and then there is at least one finding of an error. */
  Optional<Row> read(CsvRows.Line line) {
    List<Finding> faults = new ArrayList<>();
    if (!hasHeadersWidth(line, faults)) {
      faults.forEach(findings::add);
      return Optional.empty();
    }
    Optional<String> sourcedId = common(line, "sourcedId", true, Kind.ID, faults);
    Optional<String> status = common(line, "status", delta, Kind.TOKEN, faults);
    Optional<String> modified = common(line, "dateLastModified", delta, Kind.DATE_TIME, faults);
    status
        .filter(word -> !STATUSES.contains(word))
        .ifPresent(
            word -> faults.add(fault(line, "status", "must be active or tobedeleted", word)));
    List<@Nullable String> values = new ArrayList<>();
    file.columns().forEach(column -> values.add(value(line, column, faults)));
    Row row =
        new Row(
            line.line(),
            sourcedId.orElse(""),
            !status.filter("tobedeleted"::equals).isPresent(),
            modified.orElse(null),
            Collections.unmodifiableList(values));
    if (faults.isEmpty()) {
      file.rules().forEach(rule -> rule.fault(file, row).ifPresent(faults::add));
    }
    faults.forEach(findings::add);
    return faults.isEmpty() ? Optional.of(row) : Optional.empty();
  }

  /** Empty values after the last column are borne: spreadsheets write them. */
  private boolean hasHeadersWidth(CsvRows.Line line, List<Finding> faults) {
    List<String> values = line.values();
    int width = header.width();
    if (values.size() < width) {
      faults.add(
          Finding.error(
              "row-too-short",
              place(line, header.name(values.size())),
              "the row has " + values.size() + " values, the header " + width));
    } else if (values.stream().skip(width).anyMatch(value -> !value.isEmpty())) {
      faults.add(
          Finding.error(
              "row-too-long",
              place(line, header.name(width - 1)),
              "the row has " + values.size() + " values, the header " + width));
    }
    return faults.isEmpty();
  }

  private Optional<String> common(
      CsvRows.Line line, String name, boolean required, Kind kind, List<Finding> faults) {
    String raw = header.value(line.values(), name);
    if (raw == null) {
      if (required) {
        faults.add(missing(line, name));
      }
      return Optional.empty();
    }
    Optional<String> value = kind.read(raw);
    if (value.isEmpty()) {
      faults.add(fault(line, name, kind.demand(), raw));
    }
    return value;
  }

  private @Nullable String value(CsvRows.Line line, Column column, List<Finding> faults) {
    String raw = header.value(line.values(), column.header());
    if (raw == null) {
      return absent(line, column, faults);
    }
    Optional<String> value = column.read(raw);
    if (value.isEmpty()) {
      faults.add(fault(line, column.header(), column.demand(), raw));
    }
    return value.orElse(null);
  }

  private @Nullable String absent(CsvRows.Line line, Column column, List<Finding> faults) {
    if (column.required()) {
      faults.add(missing(line, column.header()));
    } else if (column.warns()) {
      findings.add(
          Finding.warning(
              "value-assumed",
              place(line, column.header()),
              "no value is given: " + column.fallback().orElse("none") + " is assumed"));
    }
    return column.fallback().orElse(null);
  }

  private Finding missing(CsvRows.Line line, String name) {
    return Finding.error("value-missing", place(line, name), name + " is required and missing");
  }

  private Finding fault(CsvRows.Line line, String name, String demand, String raw) {
    return Finding.error(
        "value-invalid", place(line, name), name + " " + demand + ": " + Quoted.value(raw));
  }

  private String place(CsvRows.Line line, String name) {
    return file.fileName() + ":" + line.line() + ":" + name;
  }
}
