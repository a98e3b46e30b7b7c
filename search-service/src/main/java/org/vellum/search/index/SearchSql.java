package org.vellum.search.index;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.vellum.search.vocabulary.Match;

/** The parts that the queries of a search are made of, and what is bound in them. */
final class SearchSql {
  /** Who may be found now by this employer, within the filters. */
  static final String VISIBLE =
      """
      visible as not materialized (
        select p.* from search.profile p
         where %2$s
           and (cast(:region as text) is null or lower(p.region) = lower(:region))
           and (cast(:availability as text) is null or p.availability = :availability)
           and (cast(:program as text) is null or exists (
             select from search.entry e
               join search.achievement a on a.credential = e.credential
               join search.skill s on s.id = e.skill
               join search.program_unit u on u.competency = s.competency or u.course = s.course
              where e.learner = p.learner and u.program = :program and %1$s))
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

  /** For each skill asked for and each learner, the achievement that answers best. */
  static final String HITS = hits("");

  /** The same of the learners that are bound alone. */
  static final String HITS_OF_LEARNERS = hits("and e.learner = any(:learners)");

  private static String hits(String condition) {
    return """
    hit as (
      select distinct on (scored.ord, scored.learner) scored.*,
             match + level + recency + strength as points
        from (
          select m.ord, m.nearness, m.likeness, e.learner, e.credential, e.skill,
                 m.nearness * case when m.ord <= :required then 2 else 1 end as match,
                 e.percent / 5 as level,
                 least(20, greatest(0,
                   20 - 4 * ((cast(:asOf as date) - e.achieved_on) / 365))) as recency,
                 least(20, 5 * e.evidence) as strength
            from unnest(cast(:ords as integer[]), cast(:skills as bigint[]),
                        cast(:nearnesses as integer[]), cast(:likenesses as text[]),
                        cast(:levels as integer[]))
                 as m (ord, skill, nearness, likeness, least_percent)
            join search.entry e on e.skill = m.skill and e.percent >= m.least_percent
            join search.achievement a
              on a.credential = e.credential and a.learner = e.learner
           where (cast(:since as date) is null or a.achieved_on >= cast(:since as date))
             and %s
             %s
        ) scored
       order by ord, learner, points desc, credential
    ),
    ranked as (
      select learner, cast(sum(points) as bigint) as score from hit
       group by learner
      having count(*) filter (where ord <= :required) = :required
         and count(*) filter (where ord > :required) >= :atLeast
    )
    """
        .formatted(Standing.HOLDS.indent(4), condition);
  }

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
        .bind("issuer", filters.issuer().orElse(null))
        .bind("since", filters.since().orElse(null));
  }

  /** Binds what {@link #VISIBLE} and {@link #HITS} ask for. */
  static Query all(Query query, Asked asked) {
    List<Integer> ords = new ArrayList<>();
    List<Long> skills = new ArrayList<>();
    List<Integer> nearnesses = new ArrayList<>();
    List<String> likenesses = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    List<Wanted> wanted = asked.query().all();
    for (int i = 0; i < wanted.size(); i++) {
      for (Match match : asked.matches().get(i)) {
        ords.add(i + 1);
        skills.add(match.skill());
        nearnesses.add(match.nearness());
        likenesses.add(match.likeness().name());
        levels.add(wanted.get(i).percent());
      }
    }
    return visible(query, asked)
        .bindArray("ords", Integer.class, ords)
        .bindArray("skills", Long.class, skills)
        .bindArray("nearnesses", Integer.class, nearnesses)
        .bindArray("likenesses", String.class, likenesses)
        .bindArray("levels", Integer.class, levels)
        .bind("required", asked.query().required().size())
        .bind("atLeast", asked.query().atLeast())
        .bind("asOf", asked.asOf());
  }
}
