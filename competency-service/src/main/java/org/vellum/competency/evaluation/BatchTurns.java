package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The turns to store many results of one source, taken at once. */
@Repository
public class BatchTurns {
  private final Jdbi jdbi;

  @Inject
  public BatchTurns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The turn of one result of a batch.
   *
   * @param turn as for a result by itself
   * @param newest the newest state that is stored, if one is
   * @param same whether that is of the same learner and line item
   * @param known whether the very same was sent before
   */
  record BatchTurn(Turn turn, Optional<RecordResult.Newest> newest, boolean same, boolean known) {}

  /**
   * Waits until nobody else stores results of this source by a batch, or of one of these learners.
   * Learners come in one order always, and before anything else, so that no two wait for each
   * other.
   *
   * @param batch results of one source, each {@code sourcedId} once
   * @return a turn for each, in their order
   */
  List<BatchTurn> take(List<SentResult> batch) {
    String source = batch.getFirst().source();
    return jdbi.withHandle(handle -> {
      lock(handle, source, batch);
      return handle
          .createQuery(LOOKED_UP)
          .bind("source", source)
          .bind("ids", texts(batch, SentResult::sourcedId))
          .bind("students", texts(batch, SentResult::student))
          .bind("items", texts(batch, SentResult::lineItem))
          .bind("digests", texts(batch, sent -> sent.content().digest()))
          .map((row, context) -> turn(row))
          .list();
    });
  }

  private static void lock(Handle handle, String source, List<SentResult> batch) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:source, 2))::text")
        .bind("source", source)
        .mapTo(String.class)
        .one();
    handle
        .createQuery(
            """
            select pg_advisory_xact_lock(l.key)::text from (
              select distinct hashtextextended(u.id::text, 0) as key
                from unnest(:students) as s (student)
                left join competency.identifier_mapping who
                  on who.source_system = :source and who.kind = 'learner'
                 and who.identifier = s.student and who.ended_at is null
                join competency.roster_user u on u.sourced_id = coalesce(who.meant, s.student)
               order by 1) l
            """)
        .bind("source", source)
        .bind("students", texts(batch, SentResult::student))
        .mapTo(String.class)
        .list();
  }

  private static String[] texts(List<SentResult> batch, Function<SentResult, String> text) {
    return batch.stream().map(text).toArray(String[]::new);
  }

  private static BatchTurn turn(ResultSet row) throws SQLException {
    UUID newest = row.getObject("newest", UUID.class);
    return new BatchTurn(
        Turn.of(row),
        newest == null
            ? Optional.empty()
            : Optional.of(
                new RecordResult.Newest(
                    newest,
                    row.getObject("source_modified_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("cleared"))),
        row.getBoolean("same"),
        row.getBoolean("known"));
  }

  private static final String LOOKED_UP =
      """
      select u.id as learner, li.sourced_id, li.title,
             coalesce(li.class_sourced_id, '') as class_sourced_id,
             coalesce(c.course_sourced_id, 'assessment:' || li.sourced_id) as course_sourced_id,
             coalesce(co.title, li.title) as course_title, co.course_code,
             li.category_sourced_id, li.result_value_min, li.result_value_max,
             exists (select from competency.rejected_result j
               where j.source_system = :source and j.sourced_id = s.id
                 and j.state <> 'settled') as was_rejected,
             newest.id as newest, newest.source_modified_at, newest.cleared,
             coalesce(newest.learner = u.id and newest.line_item = li.sourced_id, false) as same,
             newest.id is not null and exists (select from competency.evaluation_result k
               where k.source_system = :source and k.sourced_id = s.id
                 and k.digest = decode(s.digest, 'hex')) as known
        from unnest(:ids, :students, :items, :digests)
          with ordinality as s (id, student, item, digest, position)
        left join competency.identifier_mapping who
          on who.source_system = :source and who.kind = 'learner'
         and who.identifier = s.student and who.ended_at is null
        left join competency.identifier_mapping what
          on what.source_system = :source and what.kind = 'line item'
         and what.identifier = s.item and what.ended_at is null
        left join competency.roster_user u
          on u.sourced_id = coalesce(who.meant, s.student) and u.active
        left join (competency.line_item li
          left join competency.class c on c.sourced_id = li.class_sourced_id
          left join competency.course co on co.sourced_id = c.course_sourced_id)
          on li.sourced_id = coalesce(what.meant, s.item) and li.active
        left join lateral (
          select r.id, r.source_modified_at, r.cleared, r.learner, r.line_item
            from competency.evaluation_result r
           where r.source_system = :source and r.sourced_id = s.id
             and not exists (select from competency.evaluation_result n
                              where n.supersedes = r.id)) newest on true
       order by s.position
      """;
}
