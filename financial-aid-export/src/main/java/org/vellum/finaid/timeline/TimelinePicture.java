package org.vellum.finaid.timeline;

import java.util.List;

/**
 * A learner's time in a program: years, periods as scheduled and as they went, units and weeks,
 * engagement and leaves, one below the other over one axis of days. All lengths are in the
 * picture's own units, about a pixel each.
 *
 * @param width of the whole
 * @param height of the whole
 * @param summary what it shows, in a few sentences
 * @param today where the day of the facts lies
 * @param ticks of the axis
 * @param bands the rows with their names
 * @param boxes bars in the rows
 * @param lines of thresholds
 * @param curves of what was completed
 */
public record TimelinePicture(
    int width,
    int height,
    String summary,
    int today,
    List<Tick> ticks,
    List<Band> bands,
    List<Box> boxes,
    List<Line> lines,
    List<Curve> curves) {

  public TimelinePicture {
    ticks = List.copyOf(ticks);
    bands = List.copyOf(bands);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    curves = List.copyOf(curves);
  }

  /** The first of a month. */
  public record Tick(int x, String name) {}

  /** A row. */
  public record Band(int y, int height, String name) {}

  /**
   * A bar.
   *
   * @param css its class
   * @param name written inside, where there is room
   * @param words what it says, with its citation
   */
  public record Box(int x, int y, int width, int height, String css, String name, String words) {}

  /** A threshold. */
  public record Line(int x, int y, int right, String words) {}

  /**
   * What was completed until each day.
   *
   * @param points of the line
   * @param words what it says
   */
  public record Curve(String css, String points, String words) {}
}
