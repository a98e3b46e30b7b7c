package org.vellum.search.vocabulary;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** The vocabulary. */
@Repository
public class Skills {
  /** How many skills answer to one text at most. */
  static final int MOST = 300;

  private static final int SUGGESTIONS = 8;
  private static final int SMALLEST_GROUP = 5;

  /** Of how many entries of a skill it is looked at whether five people show them. */
  private static final int LOOKED_AT = 5 * SMALLEST_GROUP;

  private final Jdbi jdbi;

  @Inject
  public Skills(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps a skill. What an adopted framework says of it is not replaced by what a record says, and
   * what is said again is not written again: every record tells of skills that are there.
   *
   * @return its number
   */
  public long keep(SkillDraft draft) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with told as (
                  insert into search.skill
                    (key, name, code, labels, framework, competency, course, adopted)
                  values (:key, :name, :code, :labels, :framework, :competency, :course, :adopted)
                  on conflict (key) do update
                     set name = excluded.name, code = excluded.code, labels = excluded.labels,
                         framework = excluded.framework, adopted = excluded.adopted
                   where (excluded.adopted or not skill.adopted)
                     and (skill.name, skill.code, skill.labels, skill.framework, skill.adopted)
                         is distinct from (excluded.name, excluded.code, excluded.labels,
                           excluded.framework, excluded.adopted)
                  returning id)
                select id from told
                union all
                select id from search.skill where key = :key
                limit 1
                """)
            .bind("key", draft.key())
            .bind("name", draft.name())
            .bind("code", draft.code())
            .bind("labels", String.join("\n", draft.labels()))
            .bind("framework", draft.framework())
            .bind("competency", draft.competency())
            .bind("course", draft.course())
            .bind("adopted", draft.adopted())
            .mapTo(Long.class)
            .one());
  }

  /**
   * The skills that answer to a text: those that are called so or hold its words, else those spelt
   * nearly so; and what frameworks associate with them, up to three steps away.
   *
   * @param text words, or the address of a CFItem
   */
  public List<Match> resolve(String text) {
    return resolve(List.of(text), new Together(jdbi)).getFirst();
  }

  /**
   * The same for several texts, in their order.
   *
   * @param waiting statements that are sent before, on the same way
   */
  public List<List<Match>> resolve(List<String> texts, Together waiting) {
    List<List<Match>> all = new ArrayList<>();
    for (String text : texts) {
      List<Match> matches = new ArrayList<>();
      String name = "text" + all.size();
      waiting.ask(
          RESOLVE.replace(":text", ":" + name),
          query -> query.bind(name, text).bind("most", MOST),
          row ->
              matches.add(
                  new Match(
                      row.getLong("id"),
                      row.getInt("nearness"),
                      Likeness.valueOf(row.getString("likeness")))));
      all.add(matches);
    }
    waiting.send();
    return all;
  }

  // plainto_tsquery knows no operators, so nothing that is typed can ask for all but something.
  // What is spelt nearly so is found by trigrams of name and labels, and judged by its nearness;
  // one or two letters are like too many words. How near it is takes the longest, and is reckoned
  // once of each ("offset 0" keeps it from being reckoned for the condition and the order too).
  static final String RESOLVE =
      """
      with recursive named as (
        select id, key, 100 as nearness, 'SAME' as likeness from search.skill
         where key = :text or lower(name) = lower(:text) or lower(code) = lower(:text)
      ), worded as (
        select id, key, 80 as nearness, 'WORDS' as likeness
          from search.skill, plainto_tsquery('english', :text) asked
         where words @@ asked
         order by ts_rank(words, asked) desc, id
         limit :most
      ), spelt as (
        select id, key, 60 as nearness, 'SPELLING' as likeness from (
          select id, key, search.nearness(:text, name || ' ' || labels) as nearness
            from search.skill
           where not exists (select from named) and not exists (select from worded)
             and :text ~ '[[:alnum:]]{3}'
             and search.spelt_nearly(lower(name || ' ' || labels), :text) offset 0) judged
         where judged.nearness >= 0.6
         order by judged.nearness desc, id
         limit 20
      ), direct as (
        select * from named union all select * from worded union all select * from spelt
      ), near as (
        select id, key, nearness, likeness, 0 as steps from direct
        union
        select s.id, s.key, near.nearness * c.nearness / 100, 'CROSSWALK', steps + 1
          from near
          join search.crosswalk c on c.asked = near.key
          join search.skill s on s.key = c.found
         where steps < 3 and near.nearness * c.nearness / 100 >= 20
      )
      select * from (
        select distinct on (id) id, nearness, likeness from near order by id, nearness desc, likeness
      ) best
      order by nearness desc, id
      limit :most
      """;

  /**
   * Names of skills for somebody who is typing: of adopted frameworks, and of others only such as
   * at least five people show to everyone, so that a suggestion tells of nobody.
   *
   * @param typed the beginning of a word, or several words of which the last has begun
   * @param now the instant at which consents and credentials must last
   */
  public List<String> suggest(String typed, Instant now) {
    String beginnings = Beginnings.of(typed);
    if (beginnings.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SUGGEST)
            .bind("typed", typed)
            .bind("beginnings", beginnings)
            .bind("smallest", SMALLEST_GROUP)
            .bind("lookedAt", LOOKED_AT)
            .bind("now", now)
            .bind("most", SUGGESTIONS)
            .mapTo(String.class)
            .list());
  }

  // Who shows a skill is looked at in the order of the answer, until it is full. Some people show
  // it by several credentials and count once, so that more entries are looked at than people asked
  // for; who has more than that hides others, and the suggestion is not made.
  static final String SUGGEST =
      """
      with begun as (
        select id, name, adopted, 1::real as nearness from search.skill
         where beginnings @@ to_tsquery('simple', :beginnings)
         order by length(name), id limit 100
      ), spelt as (
        select * from (
          select id, name, adopted, search.nearness(:typed, name) as nearness from search.skill
           where not exists (select from begun) and :typed ~ '[[:alnum:]]{3}'
             and search.spelt_nearly(lower(name || ' ' || labels), :typed) offset 0) judged
         where nearness >= 0.6
         order by nearness desc, id limit 100
      ), found as (
        select name, length(name) as length, max(nearness) as nearness, bool_or(adopted) as adopted,
               array_agg(id) as skills
          from (select * from begun union all select * from spelt) each
         group by name
         order by nearness desc, length, name
        offset 0
      )
      select name from found
       where adopted or exists (
         select from unnest(skills) as of_name (skill)
          where :smallest <= (
            select count(distinct learner) from (
              select e.learner from search.entry e join search.profile p on p.learner = e.learner
               where e.skill = of_name.skill and p.audience = 'EVERYONE' and p.expires_at > :now
                 and (e.valid_until is null or e.valid_until > :now)
               limit :lookedAt) few))
       order by nearness desc, length, name
       limit :most
      """;
}
