package org.vellum.competency.roster.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.platform.problem.Finding;

/**
 * Rows that did not come in a CSV file but are told by their values, as another binding of the
 * standard has them. They are judged as those of a file are.
 */
public final class ToldRows {
  private ToldRows() {}

  /**
   * Reads rows.
   *
   * @param file the file in which they would stand
   * @param rows the values of each by the names of the file's columns
   * @param before how many of the same kind came before these
   * @param findings is told of each row that is refused why; its place names the file without
   *     {@code .csv} and the number of the row, from 1
   */
  public static List<Optional<Row>> read(
      RosterFile file, List<Map<String, String>> rows, int before, Findings findings) {
    List<String> names =
        Stream.concat(RosterFile.COMMON.stream(), file.columns().stream().map(Column::header))
            .toList();
    Findings own = new Findings();
    Header header = Header.read(file, new CsvRows.Line(0, names), own);
    RowReader reader = new RowReader(file, header, false, own);
    List<Optional<Row>> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> values = rows.get(i);
      List<String> line =
          names.stream().map(name -> values.getOrDefault(name, "").strip()).toList();
      read.add(reader.read(new CsvRows.Line(before + i + 1L, line)));
    }
    own.kept().forEach(finding -> findings.add(placed(finding)));
    return read;
  }

  /** The same with a place that names no CSV file. */
  public static Finding placed(Finding finding) {
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.place().replace(".csv:", ":"),
        finding.message());
  }
}
