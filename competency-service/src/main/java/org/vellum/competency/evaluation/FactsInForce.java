package org.vellum.competency.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Rule;

/** Reads results in their newest state as decisions see them. */
final class FactsInForce {
  /** Not what was sent, which is far more than a decision looks at. */
  private static final String COLUMNS =
      """
      select r.id, r.source_system, r.sourced_id, r.learner, r.line_item, r.line_item_title,
             r.course, r.course_title, r.category, r.scale_minimum, r.scale_maximum,
             r.score_status, r.score, r.score_date, r.source_modified_at, r.comment, r.cleared,
             (select array_agg(o.competency order by o.competency)
                from competency.result_objective o
               where o.result = r.id and o.score is not null) as competencies,
             (select array_agg(o.score order by o.competency)
                from competency.result_objective o
               where o.result = r.id and o.score is not null) as scores
      """;

  static final String STATES = COLUMNS + "from competency.evaluation_result r\n";

  /**
   * Each result once, by its first state, of the same learner and line item as all that came after
   * it; and of these only the newest.
   */
  static final String NEWEST_OF_EACH =
      """
      from competency.evaluation_result f
      cross join lateral (
        select * from competency.evaluation_result n
         where n.source_system = f.source_system and n.sourced_id = f.sourced_id
         order by n.state desc limit 1) r
      where f.state = 1 and not r.cleared
      """;

  private static final String FACTS = COLUMNS + NEWEST_OF_EACH;

  private static final String OF_LEARNER = FACTS + "and f.learner = :learner";

  private static final String UNDER =
      FACTS
          + """
          and f.learner = any(:learners)
          and (r.line_item = any(:lineItems) or r.course = any(:courses))
          """;

  private FactsInForce() {}

  /** All of a learner. */
  static List<Fact> all(Handle handle, UUID learner) {
    return handle
        .createQuery(OF_LEARNER)
        .bind("learner", learner)
        .map((row, context) -> StoredResult.of(row).fact())
        .list();
  }

  /** Those of learners that any of these rules may cover, of what may be thousands; by learner. */
  static Map<UUID, List<Fact>> under(
      Handle handle, Collection<UUID> learners, Collection<Rule> rules) {
    return handle
        .createQuery(UNDER)
        .bind("learners", learners.toArray(UUID[]::new))
        .bindArray(
            "lineItems",
            String.class,
            rules.stream().flatMap(rule -> rule.lineItem().stream()).toList())
        .bindArray(
            "courses",
            String.class,
            rules.stream()
                .filter(rule -> rule.lineItem().isEmpty())
                .flatMap(rule -> rule.course().stream())
                .toList())
        .map((row, context) -> StoredResult.of(row))
        .collect(
            Collectors.groupingBy(
                StoredResult::learner,
                Collectors.mapping(StoredResult::fact, Collectors.toList())));
  }
}
