package org.vellum.competency.roster.csv;

import static org.vellum.competency.roster.csv.Column.column;
import static org.vellum.competency.roster.csv.Column.reference;
import static org.vellum.competency.roster.csv.Kind.DATE_TIME;
import static org.vellum.competency.roster.csv.Kind.ID;
import static org.vellum.competency.roster.csv.Kind.LONG_TEXT;
import static org.vellum.competency.roster.csv.Kind.NUMBER;
import static org.vellum.competency.roster.csv.Kind.TEXT;

import java.util.List;
import java.util.Set;

/** The files of OneRoster 1.2's CSV binding for what is evaluated, in the order of references. */
final class GradebookFiles {
  static final RosterFile CATEGORIES =
      new RosterFile(
          "categories",
          "category",
          List.of(column("title", "title", TEXT).must(), column("weight", "weight", NUMBER)),
          List.of(),
          Set.of());

  static final RosterFile SCORE_SCALES =
      new RosterFile(
          "scoreScales",
          "score_scale",
          List.of(
              column("title", "title", TEXT).must(),
              column("type", "type", TEXT).must(),
              reference("courseSourcedId", "course_sourced_id", "course"),
              reference("classSourcedId", "class_sourced_id", "class").must(),
              column("scoreScaleValue", "scale_values", LONG_TEXT).must()),
          List.of(RowRule.pairs("scoreScaleValue")),
          Set.of());

  static final RosterFile LINE_ITEMS =
      new RosterFile(
          "lineItems",
          "line_item",
          List.of(
              column("title", "title", TEXT).must(),
              column("description", "description", LONG_TEXT),
              column("assignDate", "assign_date", DATE_TIME).must(),
              column("dueDate", "due_date", DATE_TIME).must(),
              reference("classSourcedId", "class_sourced_id", "class").must(),
              reference("categorySourcedId", "category_sourced_id", "category").must(),
              reference(
                  "academicSessionSourcedId", "academic_session_sourced_id", "academic_session"),
              column("resultValueMin", "result_value_min", NUMBER).assuming("0"),
              column("resultValueMax", "result_value_max", NUMBER).assuming("100"),
              reference("schoolSourcedId", "school_sourced_id", "org")),
          List.of(
              RowRule.inOrder("assignDate", "dueDate"),
              RowRule.less("resultValueMin", "resultValueMax")),
          Set.of());

  static final RosterFile ITEM_SCALES =
      new RosterFile(
          "lineItemScoreScales",
          "line_item_score_scale",
          List.of(
              reference("lineItemSourcedId", "line_item_sourced_id", "line_item").must(),
              reference("scoreScaleSourcedId", "score_scale_sourced_id", "score_scale").must()),
          List.of(),
          Set.of());

  static final RosterFile OBJECTIVES =
      new RosterFile(
          "lineItemLearningObjectiveIds",
          "line_item_objective",
          List.of(
              reference("lineItemSourcedId", "line_item_sourced_id", "line_item").must(),
              column("source", "source", TEXT).must(),
              column("learningObjectiveId", "learning_objective_id", ID).must()),
          List.of(),
          Set.of());

  private GradebookFiles() {}
}
