package org.vellum.search.occupation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.vocabulary.Beginnings;
import org.vellum.search.vocabulary.Likeness;
import org.vellum.search.vocabulary.Match;

/** The occupations that were loaded, as searches ask for them. */
@Repository
public class Occupations {
  /** As how many skills an occupation is asked for at most. */
  public static final int SKILLS = 10;

  private static final int MATCHES = 50;
  private static final int SUGGESTIONS = 8;

  private final Jdbi jdbi;

  @Inject
  public Occupations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The occupation that a text names best: by its code, its title, another title, the words of one
   * of them, or their spelling.
   */
  public Optional<Occupation> find(String text) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(FIND)
            .bind("text", text.strip())
            .map((row, context) ->
                new Occupation(
                    row.getString("code"), row.getString("title"), row.getString("called")))
            .findOne());
  }

  // plainto_tsquery knows no operators. A title that is shorter says less that was not asked for.
  static final String FIND =
      """
      with called as (
        select code as occupation, code as called, 0 as step from search.occupation
         where code in (:text, :text || '.00')
        union all
        select occupation, title, case when main then 1 else 2 end from search.occupation_title
         where lower(title) = lower(:text)
        union all
        (select occupation, title, case when main then 3 else 4 end
           from search.occupation_title, plainto_tsquery('english', :text) asked
          where words @@ asked order by main desc, length(title), title limit 50)
      ), spelt as (
        select occupation, title, 5 from search.occupation_title
         where not exists (select from called)
           and search.spelt_nearly(lower(title), :text) and search.nearness(:text, title) >= 0.6
         order by search.nearness(:text, title) desc, main desc, length(title) limit 1
      )
      select o.code, o.title, f.called
        from (select * from called union all select * from spelt) f (occupation, called, step)
        join search.occupation o on o.code = f.occupation
       order by f.step, length(f.called),
                not exists (select from search.occupation_need n where n.occupation = o.code),
                length(o.code) desc, o.code
       limit 1
      """;

  /**
   * The skills that an occupation needs most and that something in the vocabulary answers to, the
   * most important first. What is rated below the middle of the scale is not counted as needed.
   */
  public List<NeededSkill> needs(Occupation occupation) {
    Map<String, NeededSkill> needs = new LinkedHashMap<>();
    Map<String, List<Match>> matches = new LinkedHashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(NEEDS)
            .bind("code", occupation.code())
            .bind("refined", SocCode.refined(occupation.code()))
            .bind("below", SocCode.below(occupation.code()).replace("_", "\\_") + "%")
            .map((row, context) -> {
              String key = row.getString("need");
              needs.putIfAbsent(
                  key, new NeededSkill(row.getString("name"), row.getInt("importance"), List.of()));
              return matches.computeIfAbsent(key, any -> new ArrayList<>()).add(match(row));
            })
            .list());
    return needs.entrySet().stream()
        .limit(SKILLS)
        .map(each ->
            new NeededSkill(
                each.getValue().name(),
                each.getValue().importance(),
                matches.getOrDefault(each.getKey(), List.of()).stream().limit(MATCHES).toList()))
        .toList();
  }

  private static Match match(ResultSet row) throws SQLException {
    return new Match(
        row.getLong("id"),
        Math.max(1, row.getInt("nearness") * row.getInt("importance") / 100),
        Likeness.valueOf(row.getString("likeness")));
  }

  // A group needs what the occupations below it need on the average. What a skill is called is
  // compared as a whole: words of it would find half of the vocabulary.
  static final String NEEDS =
      """
      with recursive need as (
        select s.key as need, s.name, s.address, round(avg(n.importance)) as importance,
               array_remove(array[lower(s.name), lower(s.statement)]
                 || (select array_agg(lower(label)) from unnest(s.labels) label), '') as names
          from search.occupation_need n join search.occupation_skill s on s.key = n.skill
         where n.occupation in (
           select code from search.occupation where code like :below or code in (:code, :refined))
         group by s.key
        having avg(n.importance) >= 50
      ), near as (
        select need, address as key, 100 as nearness, 'SAME' as likeness, 0 as steps
          from need where address is not null
        union
        select need, k.key, 90, 'LABEL', 0
          from need cross join unnest(names) as called
          join search.skill k on lower(k.name) = called
        union
        select need, k.key, 80, 'LABEL', 0
          from need cross join unnest(names) as called
          join search.skill k on string_to_array(lower(k.labels), E'\\n') @> array[called]
        union
        select near.need, c.found, near.nearness * c.nearness / 100, 'CROSSWALK', steps + 1
          from near join search.crosswalk c on c.asked = near.key
         where steps < 3 and near.nearness * c.nearness / 100 >= 20
      ), best as (
        select distinct on (near.need, k.id) near.need, k.id, near.nearness, near.likeness
          from near join search.skill k on k.key = near.key
         order by near.need, k.id, near.nearness desc, near.likeness desc
      )
      select need, name, importance, best.id, best.nearness, best.likeness
        from need join best using (need)
       order by importance desc, need, best.nearness desc, best.id
       limit 3000
      """;

  /**
   * Titles of occupations for somebody who is typing.
   *
   * @param typed the beginning of a word, or several words of which the last has begun
   */
  public List<String> suggest(String typed) {
    String beginnings = Beginnings.of(typed);
    if (beginnings.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select title from (
                  select title, main from search.occupation_title
                   where beginnings @@ to_tsquery('simple', :beginnings)
                   order by main desc, length(title), title limit 200) begun
                 group by title order by bool_or(main) desc, length(title), title limit :most
                """)
            .bind("beginnings", beginnings)
            .bind("most", SUGGESTIONS)
            .mapTo(String.class)
            .list());
  }
}
