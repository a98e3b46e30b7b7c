package org.vellum.competency.mastery;

/** The questions for what stands of learners, and what it rests on. */
final class AskedStanding {
  private static final String SUBJECTS =
      """
      select a.id from unnest(:learners, :kinds, :subjects) as s (learner, kind, subject)
        join competency.achievement a on a.learner = s.learner and a.kind = s.kind
         and a.subject = s.subject and a.standing
      """;

  /** Of all that a line item may be about, whether a rule covers it in the end or not. */
  private static final String LINE_ITEMS =
      """
      select a.id from unnest(:ofLearners, :ofItems, :ofCourses) as s (learner, item, course)
        join competency.achievement a on a.learner = s.learner and a.kind = 'course'
         and a.subject = s.course and a.standing
      union
      select a.id from unnest(:ofLearners, :ofItems, :ofCourses) as s (learner, item, course)
        join competency.evidence_rule e on e.line_item_sourced_id = s.item
         and e.effective_to is null
        join competency.achievement a on a.learner = s.learner and a.kind = 'competency'
         and a.subject = e.competency::text and a.standing
      union
      select a.id from unnest(:ofLearners, :ofItems, :ofCourses) as s (learner, item, course)
        join competency.evidence_rule e on e.course_sourced_id = s.course
         and e.effective_to is null
        join competency.achievement a on a.learner = s.learner and a.kind = 'competency'
         and a.subject = e.competency::text and a.standing
      """;

  private static final String STANDING =
      """
      with asked (id) as (
        %s
        union
        select g.achievement from unnest(:sources, :sourcedIds) as s (source, id)
          join competency.evaluation_result n
            on n.source_system = s.source and n.sourced_id = s.id
          join competency.achievement_basis g on g.result = n.id and g.through is null)
      select a.id, a.learner, a.kind, a.subject, a.stated, a.achieved_at, a.policy,\
      """
          + " "
          + StoredBasis.COLUMNS
          + " from asked join competency.achievement a on a.id = asked.id and a.standing"
          + " left join ("
          + StoredBasis.TABLES
          + ") on b.achievement = a.id and b.through is null order by a.id, b.position";

  static final String OF_SUBJECTS = STANDING.formatted(SUBJECTS);
  static final String OF_LINE_ITEMS = STANDING.formatted(LINE_ITEMS);

  private AskedStanding() {}
}
