package org.vellum.search.index;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.vocabulary.Likeness;

/** The index of what consenting learners chose to show, by skill, in the database. */
@Repository
public class SkillIndex {
  private static final int FACETS = 12;

  private final Jdbi jdbi;

  @Inject
  public SkillIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes the index say of a learner what the learner's consent and record say now: nothing, where
   * there is no consent.
   */
  public void renew(UUID learner) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from search.entry where learner = :learner")
          .bind("learner", learner)
          .execute();
      handle
          .createUpdate(
              """
              insert into search.entry
                (skill, learner, credential, percent, achieved_on, evidence)
              select a.skill, a.learner, a.credential, coalesce(a.percent, 0), a.achieved_on,
                     least(cardinality(a.evidence), 100)
                from search.profile_achievement c
                join search.achievement a
                  on a.credential = c.credential and a.learner = c.learner
               where c.learner = :learner
              """)
          .bind("learner", learner)
          .execute();
    });
  }

  /** Somebody who was found, before it is said why. */
  record Row(
      UUID learner,
      UUID profile,
      @Nullable String name,
      Optional<String> region,
      Optional<Availability> availability,
      long score) {}

  /** A page of people: the highest score first, then by profile. */
  List<Row> page(Asked asked, Optional<PageCursor> after, int limit) {
    String sql =
        "with "
            + SearchSql.VISIBLE
            + ", "
            + SearchSql.HITS
            + """
             select v.learner, v.id, v.shown_name, v.region, v.availability, r.score
               from ranked r join visible v on v.learner = r.learner
              where cast(:score as bigint) is null
                 or r.score < cast(:score as bigint)
                 or (r.score = cast(:score as bigint) and v.id > cast(:profile as uuid))
              order by r.score desc, v.id
              limit :limit
            """;
    return jdbi.withHandle(handle ->
        SearchSql.all(handle.createQuery(sql), asked)
            .bind("score", after.map(PageCursor::score).orElse(null))
            .bind("profile", after.map(PageCursor::profile).orElse(null))
            .bind("limit", limit)
            .map((row, context) -> row(row))
            .list());
  }

  /** Why these learners were found, in the order of asking. */
  Map<UUID, List<Reason>> reasons(Asked asked, Collection<UUID> learners) {
    String sql =
        "with "
            + SearchSql.VISIBLE
            + ", "
            + SearchSql.HITS_OF_LEARNERS
            + """
             select h.*, s.name, s.framework, a.issuer, a.achieved_on, a.percent, a.evidence
               from hit h
               join visible v on v.learner = h.learner
               join ranked r on r.learner = h.learner
               join search.achievement a on a.credential = h.credential
               join search.skill s on s.id = h.skill
              order by h.learner, h.ord
            """;
    return jdbi.withHandle(handle ->
        SearchSql.all(handle.createQuery(sql), asked)
            .bindArray("learners", UUID.class, List.copyOf(learners))
            .map((row, context) ->
                Map.entry(row.getObject("learner", UUID.class), reason(row, asked.query())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /** How many whom the employer may find lie within the filters, at most five. */
  int population(Asked asked) {
    String sql =
        "with "
            + SearchSql.VISIBLE
            + " select count(*) from (select from visible limit "
            + SmallGroups.SMALLEST
            + ") few";
    return jdbi.withHandle(
        handle -> SearchSql.visible(handle.createQuery(sql), asked).mapTo(Integer.class).one());
  }

  /**
   * How many were found in all and by what the search can be narrowed, in steps of five. The first
   * is the whole, with an empty field. No more than 10,000 people are counted, and of no more than
   * 500 it is looked at to which programs and institutions what they show belongs, so that what a
   * broad search costs is bounded; a count is "at least so many" all the same.
   */
  List<Facet> facets(Asked asked) {
    String sql = "with " + SearchSql.VISIBLE + ", " + SearchSql.HITS + FACETS_OF_FOUND;
    return jdbi.withHandle(handle ->
        SearchSql.all(handle.createQuery(sql), asked)
            .bind("smallest", SmallGroups.SMALLEST)
            .bind("places", FACETS)
            .map((row, context) ->
                new Facet(
                    row.getString("field"),
                    row.getString("value"),
                    row.getString("label"),
                    SmallGroups.told(row.getInt("count"))))
            .list());
  }

  private static final String FACETS_OF_FOUND =
      """
      , found as materialized (
        select v.learner, v.region, v.availability
          from ranked r join visible v on v.learner = r.learner
         limit 10000
      ),
      shown as (
        select distinct f.learner, a.issuer, s.competency, s.course
          from (select learner from found limit 500) f
          join search.entry e on e.learner = f.learner
          join search.achievement a on a.credential = e.credential
          join search.skill s on s.id = e.skill
      ),
      counted as (
        select 'region' as field, min(region) as value, min(region) as label, count(*) as count
          from found where region is not null group by lower(region)
        union all
        select 'availability', availability, availability, count(*)
          from found where availability is not null group by availability
        union all
        select 'program', p.code, p.title, count(distinct h.learner)
          from shown h
          join search.program_unit u on u.competency = h.competency or u.course = h.course
          join search.program p on p.code = u.program
         group by p.code, p.title
        union all
        select 'issuer', issuer, issuer, count(distinct learner) from shown group by issuer
      )
      select '' as field, '' as value, '' as label, count(*) as count from found
      union all
      (select field, value, label, count from (
         select counted.*, row_number() over (partition by field order by count desc, value) as place
           from counted where count >= :smallest) placed
        where place <= :places)
      order by field, count desc, value
      """;

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("learner", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("shown_name"),
        Optional.ofNullable(row.getString("region")),
        Optional.ofNullable(row.getString("availability")).map(Availability::valueOf),
        row.getLong("score"));
  }

  private static Reason reason(ResultSet row, SkillQuery query) throws SQLException {
    int ord = row.getInt("ord");
    return new Reason(
        ord,
        query.all().get(ord - 1).text(),
        ord <= query.required().size(),
        row.getObject("credential", UUID.class),
        row.getString("name"),
        row.getString("framework"),
        row.getString("issuer"),
        row.getObject("achieved_on", LocalDate.class),
        row.getInt("percent"),
        Arrays.asList((String[]) row.getArray("evidence").getArray()),
        Likeness.valueOf(row.getString("likeness")),
        row.getInt("match"),
        row.getInt("level"),
        row.getInt("recency"),
        row.getInt("strength"));
  }
}
