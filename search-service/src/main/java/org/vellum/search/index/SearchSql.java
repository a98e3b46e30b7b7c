package org.vellum.search.index;

import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** The query by which those whom an index names are looked at, and what is bound in it. */
final class SearchSql {
  /**
   * Those of the profiles that are bound who may be found now by this employer, within the filters.
   */
  static final String VISIBLE =
      """
      visible as materialized (
        select p.* from search.profile p
         where p.id = any(:profiles) and %2$s
           and (cast(:region as text) is null or lower(p.region) = lower(:region))
           and (cast(:availability as text) is null or p.availability = :availability)
           and (cast(:program as text) is null or exists (
             select from search.entry e
               join search.achievement a on a.credential = e.credential
               join search.skill s on s.id = e.skill
               join search.program_unit u on u.competency = s.competency or u.course = s.course
              where e.learner = p.learner and u.program = :program and %1$s))
           and (cast(:level as text) is null or exists (
             select from search.entry e
               join search.achievement a on a.credential = e.credential
               join search.skill s on s.id = e.skill
               join search.program_unit u on u.competency = s.competency or u.course = s.course
               join search.program g on g.code = u.program
              where e.learner = p.learner and g.level = :level and %1$s))
           and (cast(:issuer as text) is null or exists (
             select from search.entry e
               join search.achievement a on a.credential = e.credential
              where e.learner = p.learner and a.issuer = :issuer and %1$s))
           and (cast(:since as date) is null or exists (
             select from search.entry e
               join search.achievement a on a.credential = e.credential
              where e.learner = p.learner and e.achieved_on >= cast(:since as date) and %1$s))
      )
      """
          .formatted(Standing.HOLDS, Standing.SHOWN);

  /**
   * For each skill asked for and each of them, the achievement that answers best, and of those who
   * answer to enough. What is told of them is carried along: to join it again is planned without
   * knowing that they are few, and took longer than all the rest.
   */
  static final String HITS =
      """
      hit as (
        select distinct on (scored.ord, scored.learner) scored.*,
               match + level + recency + strength as points
          from (
            select v.id, v.shown_name, v.region, v.availability, a.issuer, a.achieved_on, a.percent,
                   a.evidence, m.ord, m.likeness, e.learner, e.credential, e.skill, m.match,
                   e.percent / 5 as level,
                   least(20, greatest(0,
                     20 - 4 * ((cast(:asOf as date) - e.achieved_on) / 365))) as recency,
                   least(20, 5 * cardinality(a.evidence)) as strength
              from visible v
              join search.entry e on e.learner = v.learner
              join unnest(cast(:ords as integer[]), cast(:skills as bigint[]),
                          cast(:matches as integer[]), cast(:likenesses as text[]),
                          cast(:levels as integer[]))
                   as m (ord, skill, match, likeness, least_percent)
                on m.skill = e.skill and e.percent >= m.least_percent
              join search.achievement a
                on a.credential = e.credential and a.learner = e.learner
             where (cast(:since as date) is null or a.achieved_on >= cast(:since as date))
               and %s
          ) scored
         order by ord, learner, points desc, credential
      ),
      counted as (
        select hit.*, count(*) filter (where ord <= :required) over of_one as required,
               count(*) filter (where ord > :required) over of_one as others
          from hit
        window of_one as (partition by learner)
      ),
      answering as (
        select * from counted where required = :required and others >= :atLeast
      )
      """
          .formatted(Standing.HOLDS.indent(4));

  private SearchSql() {}

  /** Binds what {@link #VISIBLE} asks for. */
  static Query visible(Query query, Asked asked) {
    Filters filters = asked.query().filters();
    return query
        .bind("now", asked.now())
        .bind("employer", asked.employer())
        .bind("region", filters.region().orElse(null))
        .bind("availability", filters.availability().map(Enum::name).orElse(null))
        .bind("program", filters.program().orElse(null))
        .bind("level", filters.level().orElse(null))
        .bind("issuer", filters.issuer().orElse(null))
        .bind("since", filters.since().orElse(null));
  }

  /** Binds what {@link #VISIBLE} and {@link #HITS} ask for. */
  static Query all(Query query, Asked asked) {
    List<Asked.Answering> all = asked.answering();
    return visible(query, asked)
        .bindArray("ords", Integer.class, all.stream().map(Asked.Answering::place).toList())
        .bindArray("skills", Long.class, all.stream().map(each -> each.match().skill()).toList())
        .bindArray("matches", Integer.class, all.stream().map(Asked.Answering::points).toList())
        .bindArray(
            "likenesses",
            String.class,
            all.stream().map(each -> each.match().likeness().name()).toList())
        .bindArray(
            "levels", Integer.class, all.stream().map(Asked.Answering::leastPercent).toList())
        .bind("required", asked.query().required().size())
        .bind("atLeast", asked.query().atLeast())
        .bind("asOf", asked.asOf());
  }
}
