package org.vellum.competency.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.competency.mastery.model.Status;

/**
 * A part of a framework's tree as rows of cells: a row for each item below the document, with what
 * stands below it.
 *
 * @param rows the rows
 * @param counts how many items of the whole framework have each status
 * @param from which item comes first, from 0
 * @param next which item would come first after these; 0 if none would
 * @param total how many items there are
 */
public record HeatMap(List<Row> rows, List<Count> counts, int from, int next, int total) {
  /** So many items on a page. */
  public static final int PAGE = 500;

  /**
   * A row.
   *
   * @param head what stands right below the document, or first on the page
   * @param below what stands below it
   */
  public record Row(Cell head, List<Cell> below) {

    /** The head and what stands below it. */
    public List<Cell> all() {
      return Stream.concat(Stream.of(head), below.stream()).toList();
    }
  }

  /** A status with how often it is there. */
  public record Count(Status status, String style, String shape, long items) {}

  /** An item in JSON. */
  public record Item(
      UUID identifier,
      Optional<String> code,
      String statement,
      int depth,
      String status,
      Optional<String> level,
      String explanation) {

    static Item of(Cell cell) {
      return new Item(
          cell.identifier(),
          cell.code(),
          cell.statement(),
          cell.level(),
          cell.status().word(),
          cell.reached(),
          cell.explanation());
    }
  }

  /** Which item comes first on the page before. */
  public int previous() {
    return Math.max(0, from - PAGE);
  }

  /** At most {@value #PAGE} of the cells. */
  public static HeatMap of(List<Cell> cells, int from) {
    int begin = Math.clamp(from, 0, cells.size());
    int end = Math.min(begin + PAGE, cells.size());
    List<Row> rows = new ArrayList<>();
    for (Cell cell : cells.subList(begin, end)) {
      if (rows.isEmpty() || cell.level() == 1) {
        rows.add(new Row(cell, new ArrayList<>()));
      } else {
        rows.getLast().below().add(cell);
      }
    }
    return new HeatMap(rows, counts(cells), begin, end < cells.size() ? end : 0, cells.size());
  }

  private static List<Count> counts(List<Cell> cells) {
    return Arrays.stream(Status.values())
        .map(status ->
            new Count(
                status,
                Cell.styleOf(status),
                Cell.shapeOf(status),
                cells.stream().filter(cell -> cell.status() == status).count()))
        .toList();
  }
}
