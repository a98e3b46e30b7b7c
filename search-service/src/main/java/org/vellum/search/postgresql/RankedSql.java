package org.vellum.search.postgresql;

import org.vellum.search.index.SkillIndex;

/** Who is found and with which score, each way: the common table {@code found} of a search. */
final class RankedSql {
  private static final String ASKED =
      """
      unnest(cast(:ords as integer[]), cast(:skills as bigint[]),
             cast(:matches as integer[]), cast(:levels as integer[]))
          as m (ord, skill, match, least_percent)
      """;

  private static final String ALL_OF_EACH =
      """
      %1$s
          join search.entry e on e.skill = m.skill and e.percent >= m.least_percent
         where (e.valid_until is null or e.valid_until > :now) SINCE
      """
          .formatted(ASKED);

  /** Subqueries that are not merged, since the statement is planned without its values. */
  private static final String OF_THE_FEWEST =
      """
      (select distinct e.learner
             from %1$s
             join search.entry e on e.skill = m.skill and e.percent >= m.least_percent
            where m.ord = :fewest and (e.valid_until is null or e.valid_until > :now) SINCE
           offset 0) few
         cross join lateral (
           select e.learner, e.skill, e.percent, e.points, e.achieved_on
             from search.entry e
            where e.learner = few.learner and (e.valid_until is null or e.valid_until > :now) SINCE
           offset 0) e
          join %1$s on m.skill = e.skill and e.percent >= m.least_percent
      """
          .formatted(ASKED);

  /**
   * For each skill asked for and each learner the points of the best achievement, and their sum.
   * Which achievement it is does not matter here.
   */
  private static final String SUMMED =
      """
      with hit as (
        select m.ord, e.learner,
               max(m.match + e.points
                   + least(20, greatest(0, 20 - 4 * ((cast(:asOf as date) - e.achieved_on) / 365))))
                 as points
          from HITS
         group by m.ord, e.learner
      ),
      ranked as (
        select learner, cast(sum(points) as bigint) as score from hit
         group by learner
        having count(*) filter (where ord <= :required) = :required
           and count(*) filter (where ord > :required) >= :atLeast
      ),
      found as materialized (
        select p.learner, p.id, p.region, p.availability, r.score
          from ranked r join search.profile p on p.learner = r.learner
         where WITHIN
      )
      """;

  /**
   * A step holds the entries of a skill that have the same points and the same number of years, and
   * so the same score; there are 246 of each skill. They are taken in the order of the score, the
   * people of one score in that of their profiles, and no step is read for which nobody waits.
   */
  private static final String STEPPED =
      """
      with step as materialized (
        select m.skill, m.least_percent, points, earlier, latest,
               m.match + points + recency as score
          from %1$s
         cross join generate_series(0, 40) as points
         cross join (
           select 20 - 4 * years as recency,
                  case when years = 5 then date '-infinity'
                       else cast(:asOf as date) - 365 * (years + 1) end as earlier,
                  case when years = 0 then date 'infinity'
                       else cast(:asOf as date) - 365 * years end as latest
             from generate_series(0, 5) as years) aged
         order by score desc
      ),
      met as materialized (
        select p.learner, p.id, p.region, p.availability, cast(s.score as bigint) as score
          from step s
         cross join lateral (
           select e.learner from search.entry e
            where e.skill = s.skill and e.points = s.points
              and e.achieved_on > s.earlier and e.achieved_on <= s.latest
              and e.percent >= s.least_percent
              and (e.valid_until is null or e.valid_until > :now) SINCE
           offset 0) e
         cross join lateral (
           select * from search.profile p where p.learner = e.learner and WITHIN
           offset 0) p
         order by s.score desc, p.id
         limit %2$d
      ),
      found as materialized (
        select learner, id, region, availability, max(score) as score from met
         group by learner, id, region, availability
      )
      """
          .formatted(ASKED, SkillIndex.COUNTED);

  /**
   * How many entries answer to each skill asked for, counted to a bound. A subquery that is not
   * merged, since a join would read all entries.
   */
  static final String BREADTH =
      """
      select ord, (
          select count(*) from (
            select from unnest(skills) as asked (skill)
             cross join lateral (
               select from search.entry e where e.skill = asked.skill offset 0) e
             limit cast(:most as integer)) counted) as entries
        from (
          select ord, array_agg(skill) as skills
            from unnest(cast(:ords as integer[]), cast(:skills as bigint[])) as m (ord, skill)
           group by ord) of_each
      """;

  private RankedSql() {}

  /**
   * The common tables.
   *
   * @param since a further condition on {@code search.entry e}, or nothing
   * @param within a condition on {@code search.profile p}
   */
  static String found(Way way, String since, String within) {
    String sql =
        switch (way) {
          case ALL -> SUMMED.replace("HITS", ALL_OF_EACH);
          case FEWEST_FIRST -> SUMMED.replace("HITS", OF_THE_FEWEST);
          case BEST_FIRST -> STEPPED;
        };
    return sql.replace("SINCE", since).replace("WITHIN", within);
  }
}
