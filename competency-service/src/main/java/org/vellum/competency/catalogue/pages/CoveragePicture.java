package org.vellum.competency.catalogue.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.model.Offer;
import org.vellum.competency.catalogue.pages.ProgramViews.ProgramView;

/**
 * The coverage of a program as a picture: a row for each competency, a column for each course, and
 * where they meet a ring for taught and a dot for assessed. All lengths are in the picture's own
 * units, about a pixel each.
 *
 * @param width of the whole
 * @param height of the whole
 * @param columns the courses
 * @param rows the competencies
 */
public record CoveragePicture(int width, int height, List<Column> columns, List<Row> rows) {
  private static final int LABEL = 190;
  private static final int COLUMN = 44;
  private static final int HEAD_OF_A_LETTER = 6;
  private static final int LEAST_HEAD = 36;
  private static final int ROW = 26;
  private static final int MARGIN = 90;
  private static final int LONGEST_LABEL = 24;
  private static final int LONGEST_HEAD = 16;

  /**
   * A course.
   *
   * @param x its middle
   * @param y where its name begins
   * @param name its code
   */
  public record Column(int x, int y, String name) {}

  /**
   * A mark where a competency meets a course.
   *
   * @param x its middle
   * @param taught whether it, or something below it, is taught there
   * @param assessed whether it, or something below it, is assessed there
   * @param taughtBelow whether only something below it is taught there
   * @param assessedBelow whether only something below it is assessed there
   * @param words what it says
   */
  public record Mark(
      int x,
      boolean taught,
      boolean assessed,
      boolean taughtBelow,
      boolean assessedBelow,
      String words) {}

  /**
   * A competency.
   *
   * @param y its middle
   * @param top its upper edge
   * @param name its code, shortened
   * @param hole whether something is missing
   * @param marks where it is taught and assessed
   */
  public record Row(int y, int top, String name, boolean hole, List<Mark> marks) {}

  static CoveragePicture of(
      ProgramView view,
      List<Coverage.Competency> competencies,
      List<ProgramPage.Line> lines,
      UnaryOperator<String> code) {
    List<Optional<String>> places = places(view, competencies);
    List<String> heads =
        places.stream()
            .map(place -> shortened(place.map(code).orElse("program"), LONGEST_HEAD))
            .toList();
    // Names of columns lean to the right, and take most of their length in height.
    int head =
        LEAST_HEAD + HEAD_OF_A_LETTER * heads.stream().mapToInt(String::length).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      columns.add(new Column(x(i), head - 10, heads.get(i)));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < competencies.size(); i++) {
      Coverage.Competency one = competencies.get(i);
      List<Mark> marks = new ArrayList<>();
      for (int j = 0; j < places.size(); j++) {
        mark(one, places.get(j), x(j), lines.get(i).code() + " in " + columns.get(j).name())
            .ifPresent(marks::add);
      }
      int top = head + i * ROW;
      rows.add(
          new Row(
              top + ROW / 2,
              top,
              shortened(lines.get(i).code(), LONGEST_LABEL),
              !one.holes().isEmpty(),
              marks));
    }
    return new CoveragePicture(
        LABEL + places.size() * COLUMN + MARGIN,
        head + competencies.size() * ROW + ROW / 2,
        columns,
        rows);
  }

  /** The courses in their order; the program itself, if it teaches or assesses, as an empty one. */
  private static List<Optional<String>> places(
      ProgramView view, List<Coverage.Competency> competencies) {
    Set<Optional<String>> places = new LinkedHashSet<>();
    view.program().courses().forEach(course -> places.add(Optional.of(course)));
    view.coverage().courses().forEach(course -> places.add(Optional.of(course.course())));
    competencies.forEach(one -> {
      one.taught().forEach(offer -> places.add(place(offer)));
      one.assessed().forEach(offer -> places.add(place(offer)));
      one.below().ifPresent(below -> below.offers().forEach(offer -> places.add(place(offer))));
    });
    return List.copyOf(places);
  }

  private static Optional<String> place(Offer offer) {
    return switch (offer.place().kind()) {
      case PROGRAM -> Optional.empty();
      case COURSE -> Optional.of(offer.place().id());
      case LINE_ITEM -> offer.place().course();
    };
  }

  private static Optional<Mark> mark(
      Coverage.Competency one, Optional<String> place, int x, String where) {
    List<Offer> below =
        one.below().stream()
            .flatMap(all -> all.offers().stream())
            .filter(offer -> place(offer).equals(place))
            .toList();
    boolean taught = one.taught().stream().anyMatch(offer -> place(offer).equals(place));
    boolean assessed = one.assessed().stream().anyMatch(offer -> place(offer).equals(place));
    boolean taughtBelow = !taught && !below.stream().allMatch(Offer::assessed);
    boolean assessedBelow = !assessed && below.stream().anyMatch(Offer::assessed);
    List<String> does = new ArrayList<>();
    if (taught || taughtBelow) {
      does.add(taught ? "taught" : "taught below it");
    }
    if (assessed || assessedBelow) {
      does.add(assessed ? "assessed" : "assessed below it");
    }
    return does.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mark(
                x,
                taught || taughtBelow,
                assessed || assessedBelow,
                taughtBelow,
                assessedBelow,
                where + ": " + String.join(" and ", does)));
  }

  private static int x(int column) {
    return LABEL + column * COLUMN + COLUMN / 2;
  }

  private static String shortened(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
