package org.vellum.competency.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.FrameworkOutline.Line;

/**
 * A part of a framework's tree with how many learners master each item.
 *
 * @param rows the rows: each item right below the document with what stands below it
 * @param learners how many learners are looked at
 * @param from which item comes first, from 0
 * @param next which item would come first after these; 0 if none would
 * @param total how many items there are
 */
public record GroupMap(List<Row> rows, int learners, int from, int next, int total) {
  private static final List<String> SHAPES = List.of("·", "○", "◔", "◑", "●");
  private static final List<String> STYLES =
      List.of("not-attempted", "attempted", "in-progress", "demonstrated", "mastered");

  /**
   * An item with how many master it.
   *
   * @param identifier identifier of the CFItem (CASE 1.1)
   * @param code its code, where it has one
   * @param statement its statement
   * @param level how far below the document it stands, from 1
   * @param mastered how many learners master it
   * @param quarters how many full quarters of all that is; 1 at least, if anybody does
   */
  public record Share(
      UUID identifier,
      Optional<String> code,
      String statement,
      int level,
      int mastered,
      int quarters) {

    /** What it is called in little room. */
    public String label() {
      return Cell.shortened(code, statement);
    }

    /** The share as the class of a style. */
    public String style() {
      return STYLES.get(quarters);
    }

    /** A shape for whoever does not see the colour: the fuller, the more. */
    public String shape() {
      return SHAPES.get(quarters);
    }
  }

  /** A row: what stands right below the document, or first on the page, and all below it. */
  public record Row(List<Share> all) {}

  /** At most {@value HeatMap#PAGE} of the items. */
  static GroupMap of(List<Line> lines, Map<UUID, Integer> mastered, int learners, int from) {
    int begin = Math.clamp(from, 0, lines.size());
    int end = Math.min(begin + HeatMap.PAGE, lines.size());
    List<Row> rows = new ArrayList<>();
    for (Line line : lines.subList(begin, end)) {
      if (rows.isEmpty() || line.level() == 1) {
        rows.add(new Row(new ArrayList<>()));
      }
      rows.getLast().all().add(share(line, mastered.getOrDefault(line.identifier(), 0), learners));
    }
    return new GroupMap(rows, learners, begin, end < lines.size() ? end : 0, lines.size());
  }

  private static Share share(Line line, int mastered, int learners) {
    int quarters = mastered == 0 ? 0 : Math.clamp(4L * mastered / Math.max(1, learners), 1, 4);
    return new Share(
        line.identifier(), line.code(), line.statement(), line.level(), mastered, quarters);
  }

  /** Which item comes first on the page before. */
  public int previous() {
    return Math.max(0, from - HeatMap.PAGE);
  }
}
