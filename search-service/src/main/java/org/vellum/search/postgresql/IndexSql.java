package org.vellum.search.postgresql;

import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Filters;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.index.Standing;

/**
 * The query of the index. What is not asked for is not in it, so that the planner sees what is; all
 * that comes from outside is bound.
 */
final class IndexSql {
  private static final String PEOPLE =
      """
      select * from (
        select 'person' as field, id, '' as value, '' as label, score as amount from found
         where cast(:score as bigint) is null
            or score < cast(:score as bigint)
            or (score = cast(:score as bigint) and id > cast(:profile as uuid))
         order by score desc, id
         limit :limit) people
      """;

  /**
   * Of no more than 500 people it is looked at to which programs and institutions what they show
   * belongs, so that what a broad search costs is bounded. Of each skill the programs are looked up
   * once, whoever shows it.
   */
  private static final String FACETS =
      """
      union all
      select '', null, '', '', least(count(*), %2$d) from found
      union all
      (select field, null, value, label, count from (
         select counted.*, row_number() over (partition by field order by count desc, value) as place
           from (
             select 'region' as field, min(region) as value, min(region) as label, count(*) as count
               from found where region is not null group by lower(region)
             union all
             select 'availability', availability, availability, count(*)
               from found where availability is not null group by availability
             union all
             select 'program', code, title, count(*) from belonging group by code, title
             union all
             select 'level', level, level, count(distinct learner)
               from belonging where level is not null group by level
             union all
             select 'issuer', issuer, issuer, count(distinct learner) from shown group by issuer
           ) counted) placed
        where place <= %1$d
        order by field, count desc, value)
      """
          .formatted(SkillIndex.FACETS, SkillIndex.COUNTED);

  private static final String SHOWN =
      """
      , shown as materialized (
        select distinct e.learner, e.issuer, e.skill
          from (select learner from found limit 500) f
          join search.entry e on e.learner = f.learner
         where e.valid_until is null or e.valid_until > :now
      ),
      belonging as materialized (
        select distinct h.learner, g.code, g.title, g.level
          from (select skill, array_agg(learner) as learners from shown group by skill) d
         cross join lateral (
           select u.program from search.skill s
             join search.program_unit u on u.competency = s.competency where s.id = d.skill
           union all
           select u.program from search.skill s
             join search.program_unit u on u.course = s.course where s.id = d.skill) u
          join search.program g on g.code = u.program
         cross join unnest(d.learners) as h (learner)
      )
      """;

  /** How many were met before the search ended. */
  private static final String MET =
      """
      union all select 'met', null, '', '', count(*) from met
      """;

  private IndexSql() {}

  static String search(Asked asked, boolean withFacets, Way way) {
    boolean since = asked.query().filters().since().isPresent();
    String found =
        RankedSql.found(
            way, since ? "and e.achieved_on >= cast(:since as date)" : "", within(asked));
    return (withFacets ? found + SHOWN + PEOPLE + FACETS : found + PEOPLE)
        + (way == Way.BEST_FIRST ? MET : "");
  }

  /** Who may be found by the employer, within the filters: a condition on {@code profile p}. */
  static String within(Asked asked) {
    Filters filters = asked.query().filters();
    StringBuilder condition = new StringBuilder(Standing.SHOWN);
    filters.region().ifPresent(any -> condition.append(" and lower(p.region) = lower(:region)"));
    filters
        .availability()
        .ifPresent(any -> condition.append(" and p.availability = :availability"));
    filters.program().ifPresent(any -> condition.append(shows(OF_PROGRAM)));
    filters.level().ifPresent(any -> condition.append(shows(OF_LEVEL)));
    filters.issuer().ifPresent(any -> condition.append(shows("e.issuer = :issuer")));
    filters
        .since()
        .ifPresent(any -> condition.append(shows("e.achieved_on >= cast(:since as date)")));
    return condition.toString();
  }

  private static final String OF_PROGRAM =
      """
      e.skill in (
        select s.id from search.program_unit u
          join search.skill s on s.competency = u.competency or s.course = u.course
         where u.program = :program)
      """;

  private static final String OF_LEVEL =
      """
      e.skill in (
        select s.id from search.program g
          join search.program_unit u on u.program = g.code
          join search.skill s on s.competency = u.competency or s.course = u.course
         where g.level = :level)
      """;

  private static String shows(String condition) {
    return """
     and exists (
       select from search.entry e
        where e.learner = p.learner and (e.valid_until is null or e.valid_until > :now) and %s)
    """
        .formatted(condition);
  }

  /**
   * Binds what a search asks for.
   *
   * @param fewest the place of the skill that the fewest show, where the way goes by it
   */
  static Query bind(Query query, Asked asked, Way way, int fewest) {
    List<Asked.Answering> all = asked.answering();
    bindFilters(query, asked)
        .bindArray("ords", Integer.class, all.stream().map(Asked.Answering::place).toList())
        .bindArray("skills", Long.class, all.stream().map(each -> each.match().skill()).toList())
        .bindArray("matches", Integer.class, all.stream().map(Asked.Answering::points).toList())
        .bindArray(
            "levels", Integer.class, all.stream().map(Asked.Answering::leastPercent).toList())
        .bind("asOf", asked.asOf());
    if (way == Way.BEST_FIRST) {
      return query;
    }
    query
        .bind("required", asked.query().required().size())
        .bind("atLeast", asked.query().atLeast());
    return way == Way.FEWEST_FIRST ? query.bind("fewest", fewest) : query;
  }

  static Query bindFilters(Query query, Asked asked) {
    Filters filters = asked.query().filters();
    query.bind("now", asked.now()).bind("employer", asked.employer());
    filters.region().ifPresent(region -> query.bind("region", region));
    filters.availability().ifPresent(begin -> query.bind("availability", begin.name()));
    filters.program().ifPresent(program -> query.bind("program", program));
    filters.level().ifPresent(level -> query.bind("level", level));
    filters.issuer().ifPresent(issuer -> query.bind("issuer", issuer));
    filters.since().ifPresent(since -> query.bind("since", since));
    return query;
  }
}
