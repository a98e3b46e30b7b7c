package org.vellum.competency.evaluation.oneroster;

import static org.vellum.competency.oneroster.Member.date;
import static org.vellum.competency.oneroster.Member.json;
import static org.vellum.competency.oneroster.Member.number;
import static org.vellum.competency.oneroster.Member.reference;
import static org.vellum.competency.oneroster.Member.text;
import static org.vellum.competency.oneroster.Member.texts;
import static org.vellum.competency.oneroster.Member.time;

import java.util.List;
import org.vellum.competency.oneroster.Member;
import org.vellum.competency.oneroster.ObjectClass;

/** The classes of the gradebook service (OneRoster 1.2, gradebook OpenAPI). */
final class GradebookClasses {
  private static final String SCALES =
      """
      (select s.score_scale_sourced_id from competency.line_item_score_scale s
        where s.line_item_sourced_id = t.sourced_id and s.active order by s.sourced_id limit 1)\
      """;

  private static final String OBJECTIVES =
      """
      (select json_agg(json_build_object('source', o.source, 'learningObjectiveIds', o.ids)
              order by o.first)
         from (select source, json_agg(learning_objective_id order by sourced_id) as ids,
                      min(sourced_id) as first
                 from competency.line_item_objective
                where line_item_sourced_id = t.sourced_id and active group by source) o)\
      """;

  private static final String OBJECTIVE_IDS =
      """
      array(select o.learning_objective_id from competency.line_item_objective o
             where o.line_item_sourced_id = t.sourced_id and o.active)\
      """;

  static final ObjectClass CATEGORIES =
      ObjectClass.of(
          "categories",
          "category",
          "from competency.category t where true",
          false,
          json("metadata", "t.metadata"),
          text("title", "t.title"),
          number("weight", "t.weight"));

  static final ObjectClass SCORE_SCALES =
      ObjectClass.of(
          "scoreScales",
          "scoreScale",
          "from competency.score_scale t where true",
          false,
          json("metadata", "t.metadata"),
          text("title", "t.title"),
          text("type", "t.type"),
          reference("course", "course", "t.course_sourced_id"),
          reference("class", "class", "t.class_sourced_id"),
          json(
              "scoreScaleValue",
              """
              (select json_agg(json_build_object('itemValueLHS', v.pair[1],
                        'itemValueRHS', v.pair[2]) order by v.position)
                 from regexp_matches(t.scale_values, '\\{([^{}:]*):([^{}]*)\\}', 'g')
                   with ordinality as v (pair, position))\
              """));

  static final ObjectClass LINE_ITEMS =
      ObjectClass.of(
          "lineItems",
          "lineItem",
          """
          from competency.line_item t join competency.class k on k.sourced_id = t.class_sourced_id
           where not t.assessment\
          """,
          false,
          json("metadata", "t.metadata"),
          text("title", "t.title"),
          text("description", "t.description"),
          time("assignDate", "t.assign_date"),
          time("dueDate", "t.due_date"),
          reference("class", "class", "t.class_sourced_id"),
          reference("school", "org", "coalesce(t.school_sourced_id, k.school_sourced_id)"),
          reference("category", "category", "t.category_sourced_id"),
          reference("academicSession", "academicSession", "t.academic_session_sourced_id"),
          reference("scoreScale", "scoreScale", SCALES),
          number("resultValueMin", "t.result_value_min"),
          number("resultValueMax", "t.result_value_max"),
          json("learningObjectiveSet", OBJECTIVES),
          texts("learningObjectiveSet.learningObjectiveIds", OBJECTIVE_IDS).unsent());

  static final ObjectClass ASSESSMENT_LINE_ITEMS =
      ObjectClass.of(
          "assessmentLineItems",
          "assessmentLineItem",
          "from competency.line_item t where t.assessment",
          false,
          json("metadata", "t.metadata"),
          text("title", "t.title"),
          text("description", "t.description"),
          reference("class", "class", "t.class_sourced_id"),
          reference("parentAssessmentLineItem", "assessmentLineItem", "t.parent_sourced_id"),
          reference("scoreScale", "scoreScale", SCALES),
          number("resultValueMin", "t.result_value_min"),
          number("resultValueMax", "t.result_value_max"),
          json("learningObjectiveSet", OBJECTIVES),
          texts("learningObjectiveSet.learningObjectiveIds", OBJECTIVE_IDS).unsent());

  /** The client's own, in their newest state, without those that were taken back. */
  static ObjectClass results(ResultKind kind) {
    return new ObjectClass(
        kind.plural(),
        kind.singular(),
        """
        from competency.evaluation_result t
         where t.source_system = :source and not t.cleared
           and jsonb_exists(t.payload, '%s')
           and not exists (select from competency.evaluation_result n where n.supersedes = t.id)\
        """
            .formatted(kind.lineItem()),
        true,
        List.of(
            Member.json(ObjectClass.WHOLE, "t.payload"),
            text("sourcedId", "t.sourced_id").unsent(),
            text("status", "'active'").unsent(),
            time("dateLastModified", "t.source_modified_at").unsent(),
            reference(kind.lineItem(), kind.lineItem(), payload("{%s,sourcedId}", kind)).unsent(),
            reference("student", "user", payload("{student,sourcedId}", kind)).unsent(),
            reference("class", "class", payload("{class,sourcedId}", kind)).unsent(),
            reference("scoreScale", "scoreScale", payload("{scoreScale,sourcedId}", kind)).unsent(),
            text("scoreStatus", "t.score_status").unsent(),
            number("score", "t.score").unsent(),
            text("textScore", "t.text_score").unsent(),
            date("scoreDate", "t.score_date").unsent(),
            text("comment", "t.comment").unsent(),
            json("metadata", "t.payload -> 'metadata'").unsent(),
            json("learningObjectiveSet", "t.payload -> 'learningObjectiveSet'").unsent(),
            text("inProgress", payload("{inProgress}", kind)).unsent(),
            text("incomplete", payload("{incomplete}", kind)).unsent(),
            text("late", payload("{late}", kind)).unsent(),
            text("missing", payload("{missing}", kind)).unsent()));
  }

  private static String payload(String path, ResultKind kind) {
    return "(t.payload #>> '" + path.formatted(kind.lineItem()) + "')";
  }

  private GradebookClasses() {}
}
