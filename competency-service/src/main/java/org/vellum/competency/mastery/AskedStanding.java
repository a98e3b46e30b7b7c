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
       cross join lateral (
         select 'course' as kind, s.course as subject
         union all
         select 'competency', e.competency::text from competency.evidence_rule e
          where e.effective_to is null and e.line_item_sourced_id = s.item
         union all
         select 'competency', e.competency::text from competency.evidence_rule e
          where e.effective_to is null and e.course_sourced_id = s.course) t
        join competency.achievement a on a.learner = s.learner and a.kind = t.kind
         and a.subject = t.subject and a.standing
      """;

  /** A result may have had thousands of states, but what a learner has achieved are some dozens. */
  private static final String CORRECTED =
      """
      union
      select a.id
        from unnest(:correctedOf, :sources, :sourcedIds) as s (learner, source, id)
        join competency.achievement a on a.learner = s.learner and a.standing
        join competency.achievement_basis g on g.achievement = a.id and g.through is null
        join competency.evaluation_result n on n.id = g.result
         and n.source_system = s.source and n.sourced_id = s.id
      """;

  private static final String STANDING =
      """
      with asked (id) as (
        %s%s)
      select a.id, a.learner, a.kind, a.subject, a.stated, a.achieved_at, a.policy,\
      """
          + " "
          + StoredBasis.COLUMNS
          + " from (select distinct id from asked) asked"
          + " join competency.achievement a on a.id = asked.id and a.standing"
          + " left join ("
          + StoredBasis.TABLES
          + ") on b.achievement = a.id and b.through is null order by a.id, b.position";

  /** Where nothing is corrected, nothing rests on what was before. */
  record Asked(String ofNew, String ofCorrected) {
    private Asked(String what) {
      this(STANDING.formatted(what, ""), STANDING.formatted(what, CORRECTED));
    }
  }

  static final Asked OF_SUBJECTS = new Asked(SUBJECTS);
  static final Asked OF_LINE_ITEMS = new Asked(LINE_ITEMS);

  private AskedStanding() {}
}
