package org.vellum.search.occupation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.vellum.platform.usecase.Repository;

/** The occupations, as they are loaded. */
@Repository
public class OccupationCatalogue {
  private static final int AT_ONCE = 2_000;

  /** Of a need that no scale rates, all that is known is that it is one. */
  private static final int UNRATED = 100;

  private final Jdbi jdbi;

  @Inject
  public OccupationCatalogue(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How much is there.
   *
   * @param occupations how many occupations
   * @param titles how many titles, their main ones among them
   * @param skills how many skills
   * @param needs how often an occupation needs one of them
   */
  public record Size(long occupations, long titles, long skills, long needs) {}

  public Size size() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select (select count(*) from search.occupation) as occupations,
                       (select count(*) from search.occupation_title) as titles,
                       (select count(*) from search.occupation_skill) as skills,
                       (select count(*) from search.occupation_need) as needs
                """)
            .map((row, context) ->
                new Size(
                    row.getLong("occupations"),
                    row.getLong("titles"),
                    row.getLong("skills"),
                    row.getLong("needs")))
            .one());
  }

  Set<String> codes() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select code from search.occupation")
            .mapTo(String.class)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Keeps what a file says; what is there of the same is replaced. */
  void keep(Gathered all) {
    jdbi.useHandle(handle -> {
      keepOccupations(handle, all);
      inParts(all.titles, part -> keepTitles(handle, part));
      inParts(all.skills.entrySet(), part -> keepSkills(handle, part));
      inParts(all.needs.entrySet(), part -> keepNeeds(handle, part));
    });
  }

  private static void keepOccupations(Handle handle, Gathered all) {
    inParts(
        all.occupations.entrySet(),
        part -> {
          Update insert =
              handle.createUpdate(
                  """
                  with told as (
                    select * from unnest(:codes, :titles, :descriptions)
                      as t (code, title, description)
                  ), kept as (
                    insert into search.occupation (code, title, description) select * from told
                    on conflict (code) do update
                       set title = excluded.title, description = excluded.description
                    returning code, title
                  ), renamed as (
                    delete from search.occupation_title t using told
                     where t.occupation = told.code and t.main and t.title <> told.title
                  )
                  insert into search.occupation_title (occupation, title, main)
                  select code, title, true from kept
                  on conflict (occupation, title) do update set main = true
                  """);
          bind(insert, "codes", part, Map.Entry::getKey);
          bind(insert, "titles", part, each -> each.getValue().title());
          bind(insert, "descriptions", part, each -> each.getValue().description());
          return insert;
        });
  }

  private static Update keepTitles(Handle handle, List<Gathered.Called> part) {
    Update insert =
        handle.createUpdate(
            """
            insert into search.occupation_title (occupation, title, main)
            select occupation, title, false
              from unnest(:occupations, :titles) as t (occupation, title)
            on conflict (occupation, title) do nothing
            """);
    bind(insert, "occupations", part, Gathered.Called::occupation);
    bind(insert, "titles", part, Gathered.Called::title);
    return insert;
  }

  private static Update keepSkills(Handle handle, List<Map.Entry<String, Gathered.Skill>> part) {
    Update insert =
        handle.createUpdate(
            """
            insert into search.occupation_skill (key, address, name, statement, labels)
            select key, address, name, statement,
                   case when labels = '' then '{}' else string_to_array(labels, E'\\n') end
              from unnest(:keys, :addresses, :names, :statements, :labels)
                as t (key, address, name, statement, labels)
            on conflict (key) do update
               set address = excluded.address, name = excluded.name,
                   statement = excluded.statement, labels = excluded.labels
             where :told
            """);
    bind(insert, "keys", part, Map.Entry::getKey);
    insert.bindArray(
        "addresses", String.class, part.stream().map(each -> each.getValue().address()).toArray());
    bind(insert, "names", part, each -> each.getValue().name());
    bind(insert, "statements", part, each -> each.getValue().statement());
    bind(
        insert,
        "labels",
        part,
        each ->
            each.getValue().labels().stream()
                .map(label -> label.replace('\n', ' '))
                .collect(Collectors.joining("\n")));
    return insert.bind("told", part.getFirst().getValue().told());
  }

  private static Update keepNeeds(
      Handle handle, List<Map.Entry<Gathered.Need, Gathered.Rating>> part) {
    Update insert =
        handle.createUpdate(
            """
            insert into search.occupation_need (occupation, skill, importance, level)
            select occupation, skill, coalesce(importance, :unrated), level
              from unnest(:occupations, :skills, :importances, :levels)
                as t (occupation, skill, importance, level)
            on conflict (occupation, skill) do update
               set importance = excluded.importance, level = excluded.level
            """);
    bind(insert, "occupations", part, each -> each.getKey().occupation());
    bind(insert, "skills", part, each -> each.getKey().skill());
    return insert
        .bindArray(
            "importances",
            Integer.class,
            part.stream().map(each -> each.getValue().importance()).toArray())
        .bindArray(
            "levels", Integer.class, part.stream().map(each -> each.getValue().level()).toArray())
        .bind("unrated", UNRATED);
  }

  private static <T> void bind(Update update, String name, List<T> part, Function<T, String> text) {
    update.bindArray(name, String.class, part.stream().map(text).toList());
  }

  private static <T> void inParts(Iterable<T> all, Function<List<T>, Update> statement) {
    List<T> part = new ArrayList<>();
    for (T each : all) {
      part.add(each);
      if (part.size() == AT_ONCE) {
        statement.apply(part).execute();
        part.clear();
      }
    }
    if (!part.isEmpty()) {
      statement.apply(part).execute();
    }
  }

  /** Forgets all of them. */
  void clear() {
    jdbi.useHandle(handle -> {
      handle.execute("delete from search.occupation");
      handle.execute("delete from search.occupation_skill");
    });
  }
}
