package org.vellum.search.elasticsearch;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Feed;

/**
 * The documents of the index, as the database has them. A document and its revision are read in one
 * statement, so that they are of one moment. It holds nothing by which a learner is known.
 */
@Repository
class Documents {
  /**
   * Of each skill the programs are looked up once, whoever shows it; and entries by learner, since
   * it is planned without knowing how few the profiles are ("offset 0" keeps it from being a join).
   */
  private static final String DOCUMENTS =
      """
      with page as materialized (
        select * from search.profile p where PAGE
      ),
      shown as materialized (
        select e.* from page
         cross join lateral (
           select * from search.entry e where e.learner = page.learner offset 0) e
      ),
      belonging as materialized (
        select s.id, coalesce(jsonb_agg(distinct g.code) filter (where g.code is not null), '[]')
                 as programs,
               coalesce(jsonb_agg(distinct g.level) filter (where g.level is not null), '[]')
                 as levels
          from (select distinct skill from shown) d
          join search.skill s on s.id = d.skill
          left join lateral (
            select program from search.program_unit u where u.competency = s.competency
            union all
            select program from search.program_unit u where u.course = s.course) u on true
          left join search.program g on g.code = u.program
         group by s.id
      ),
      told as (
        select e.learner, jsonb_agg(jsonb_build_object(
                 'skill', e.skill::text,
                 'percent', e.percent,
                 'points', e.points,
                 'achieved', e.achieved_on,
                 'until', coalesce(e.valid_until, timestamptz '9999-12-31 00:00Z'),
                 'issuer', e.issuer,
                 'programs', b.programs,
                 'levels', b.levels)) as achievements
          from shown e join belonging b on b.id = e.skill
         group by e.learner
      )
      select p.id, p.revision, jsonb_build_object(
          'profile', p.id,
          'everyone', p.audience = 'EVERYONE',
          'employers', (select coalesce(jsonb_agg(n.employer), '[]')
                          from search.profile_employer n where n.learner = p.learner),
          'expires', p.expires_at,
          'region', lower(p.region),
          'place', p.region,
          'availability', p.availability,
          'achievements', coalesce(t.achievements, '[]'))::text as json
        from page p left join told t on t.learner = p.learner
       order by p.id
      """;

  private static final String NAMED = DOCUMENTS.replace("PAGE", "p.id = any(:profiles)");

  private static final String NEXT =
      DOCUMENTS.replace("PAGE", "p.id > cast(:last as uuid) order by p.id limit :limit");

  /** Before all others: what is random is never this. */
  private static final UUID NONE = new UUID(0, 0);

  private final Jdbi jdbi;

  @Inject
  Documents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Those that are marked: where there is no profile any more, its absence. */
  List<Document> list(Collection<Feed.Marked> marked) {
    Map<UUID, Document> present =
        jdbi.withHandle(handle ->
            read(
                    handle
                        .createQuery(NAMED)
                        .bindArray(
                            "profiles",
                            UUID.class,
                            marked.stream().map(Feed.Marked::profile).toList()))
                .stream()
                .collect(Collectors.toMap(Document::profile, Function.identity())));
    List<Document> all = new ArrayList<>();
    for (Feed.Marked each : marked) {
      Document document = present.get(each.profile());
      all.add(document == null ? new Document(each.profile(), each.revision(), null) : document);
    }
    return all;
  }

  /** The next ones of all, in the order of their profiles. */
  List<Document> after(Optional<UUID> last, int limit) {
    return jdbi.withHandle(handle ->
        read(handle.createQuery(NEXT).bind("last", last.orElse(NONE)).bind("limit", limit)));
  }

  long count() {
    return jdbi.withHandle(handle ->
        handle.createQuery("select count(*) from search.profile").mapTo(Long.class).one());
  }

  private static List<Document> read(Query query) {
    return query
        .map((row, context) ->
            new Document(
                row.getObject("id", UUID.class), row.getLong("revision"), row.getString("json")))
        .list();
  }

  /** The titles of programs, by their codes. */
  Map<String, String> titles(Collection<String> programs) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select code, title from search.program where code = any(:programs)")
            .bindArray("programs", String.class, List.copyOf(programs))
            .map((row, context) -> Map.entry(row.getString("code"), row.getString("title")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
