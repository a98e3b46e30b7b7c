package org.vellum.competency.roster.csv;

import static org.vellum.competency.roster.csv.Column.column;
import static org.vellum.competency.roster.csv.Kind.BOOLEAN;
import static org.vellum.competency.roster.csv.Kind.DATE;
import static org.vellum.competency.roster.csv.Kind.ID;
import static org.vellum.competency.roster.csv.Kind.LONG_TEXT;
import static org.vellum.competency.roster.csv.Kind.NUMBER;
import static org.vellum.competency.roster.csv.Kind.TEXT;
import static org.vellum.competency.roster.csv.Kind.TOKEN;

import java.util.List;
import java.util.Set;

/**
 * The files of OneRoster 1.2's CSV binding that hold results. They are read by whoever stores
 * facts, not by the import of a roster.
 */
public final class ResultFiles {
  private static final Column STATUS =
      column("scoreStatus", "score_status", TOKEN)
          .oneOf("exempt", "fully graded", "not submitted", "partially graded", "submitted")
          .orExtension();

  /** Results, as another system exports them. */
  public static final RosterFile RESULTS = results("results", STATUS.must());

  /** Results, as a person fills in the template: a row without score and status says nothing. */
  public static final RosterFile FILLED_IN = results("filled-in", STATUS);

  /** What results say of single learning objectives. */
  public static final RosterFile OBJECTIVES =
      new RosterFile(
          "resultLearningObjectiveIds",
          "result_objective",
          List.of(
              column("resultSourcedId", "result", ID).must(),
              column("source", "source", TEXT).must(),
              column("learningObjectiveId", "competency", ID).must(),
              column("score", "score", NUMBER),
              column("textScore", "text_score", TEXT)),
          List.of(),
          Set.of());

  /** The score scale that a result is on. */
  public static final RosterFile SCALES =
      new RosterFile(
          "resultScoreScales",
          "result_score_scale",
          List.of(
              column("resultSourcedId", "result", ID).must(),
              column("scoreScaleSourcedId", "score_scale", ID).must()),
          List.of(),
          Set.of());

  /** All that an archive may hold. */
  static final List<RosterFile> IN_ARCHIVES = List.of(RESULTS, OBJECTIVES, SCALES);

  private ResultFiles() {}

  private static RosterFile results(String name, Column status) {
    return new RosterFile(
        name,
        "evaluation_result",
        List.of(
            column("lineItemSourcedId", "line_item", ID).must(),
            column("studentSourcedId", "student", ID).must(),
            status,
            column("score", "score", NUMBER),
            column("scoreDate", "score_date", DATE).must(),
            column("comment", "comment", LONG_TEXT),
            column("textScore", "text_score", TEXT),
            column("classSourcedId", "class", ID),
            column("inProgress", "in_progress", BOOLEAN),
            column("incomplete", "incomplete", BOOLEAN),
            column("late", "late", BOOLEAN),
            column("missing", "missing", BOOLEAN)),
        List.of(),
        Set.of());
  }
}
