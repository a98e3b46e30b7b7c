package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** The turns to store results of one source, of many taken at once. */
@Repository
public class BatchTurns {
  private final Jdbi jdbi;
  private final Plans plans;

  @Inject
  public BatchTurns(Jdbi jdbi, Plans plans) {
    this.jdbi = jdbi;
    this.plans = plans;
  }

  /**
   * The turn of one result, and what is known of it.
   *
   * @param turn who and what is meant
   * @param newest the newest state that is stored, if one is
   * @param same whether that is of the same learner and line item
   * @param known whether the very same was sent before
   * @param isNewest whether the very same is the newest state
   */
  record BatchTurn(
      Turn turn, Optional<Newest> newest, boolean same, boolean known, boolean isNewest) {}

  /**
   * The newest state known of a result.
   *
   * @param id the fact
   * @param state the how manieth state it is
   * @param modifiedAt when its source last changed it
   * @param cleared whether it takes the result back
   */
  record Newest(UUID id, int state, Instant modifiedAt, boolean cleared) {}

  /**
   * Waits until nobody else stores results of this source by a batch, or of one of these learners.
   * Learners come in one order always, and before anything else, so that no two wait for each
   * other. What a batch asks for is looked up until the transaction ends.
   *
   * @param batch results of one source, each {@code sourcedId} once
   * @return a turn for each, in their order
   */
  List<BatchTurn> take(List<SentResult> batch) {
    String source = batch.getFirst().source();
    plans.lookUp();
    return jdbi.withHandle(handle -> {
      lock(handle, source, batch);
      return bind(batch, handle.createQuery(LOOK_UP_MANY)).map((row, context) -> turn(row)).list();
    });
  }

  /**
   * Waits until nobody else stores a result of this learner or of this {@code sourcedId}, and keeps
   * others waiting until the transaction ends. The learner comes first always, so that no two wait
   * for each other. What is known is looked up in the same way to the database, but by a statement
   * of its own: it sees what those for whom this one waited have committed.
   *
   * <p>From then on PostgreSQL keeps to plans that hold for all values until the transaction ends.
   * It would plan what is asked with arrays anew each time, because those of a single result are
   * shorter than it expects, and planning takes longer than the answer.
   */
  BatchTurn take(SentResult sent) {
    List<BatchTurn> taken = new ArrayList<>();
    Together together = new Together(jdbi);
    together.ask(
        LOCK_OF_ONE,
        query -> query.bind("result", EvaluationResults.key(sent.source(), sent.sourcedId())),
        row -> {});
    together.ask(LOOK_UP_ONE, query -> bind(sent, query), row -> taken.add(turn(row)));
    together.send();
    return taken.getFirst();
  }

  /**
   * The same for few that came one by one: as {@link #take(SentResult)} does, so that those who
   * come beside them wait for no others than of the same learners and results.
   *
   * @param few results of one source, each {@code sourcedId} once
   * @return a turn for each, in their order
   */
  List<BatchTurn> takeFew(List<SentResult> few) {
    List<BatchTurn> taken = new ArrayList<>();
    Together together = plans.keeping();
    together.ask(
        LOCK_OF_FEW,
        query ->
            query.bind(
                "results",
                texts(few, sent -> EvaluationResults.key(sent.source(), sent.sourcedId()))),
        row -> {});
    together.ask(LOOK_UP_MANY, query -> bind(few, query), row -> taken.add(turn(row)));
    together.send();
    return taken;
  }

  private static Query bind(List<SentResult> batch, Query query) {
    return query
        .bind("source", batch.getFirst().source())
        .bind("ids", texts(batch, SentResult::sourcedId))
        .bind("students", texts(batch, SentResult::student))
        .bind("items", texts(batch, SentResult::lineItem))
        .bind("digests", texts(batch, sent -> sent.content().digest()));
  }

  private static void bind(SentResult sent, Query query) {
    query
        .bind("source", sent.source())
        .bind("id", sent.sourcedId())
        .bind("student", sent.student())
        .bind("item", sent.lineItem())
        .bind("digest", sent.content().digest());
  }

  private static void lock(Handle handle, String source, List<SentResult> batch) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:source, 2))::text as turn")
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
                new Newest(
                    newest,
                    row.getInt("state"),
                    row.getObject("source_modified_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("cleared"))),
        row.getBoolean("same"),
        row.getBoolean("known"),
        row.getBoolean("is_newest"));
  }

  private static final String LOCK_OF_ONE =
      """
      select pg_advisory_xact_lock(hashtextextended(u.id::text, 0))::text
               || pg_advisory_xact_lock(hashtextextended(:result, 1))::text as turn,
             %s as plans
        from (values (1)) as one
        left join competency.identifier_mapping who
          on who.source_system = :source and who.kind = 'learner'
         and who.identifier = :student and who.ended_at is null
        left join competency.roster_user u
          on u.sourced_id = coalesce(who.meant, :student) and u.active
      """
          .formatted(Plans.KEEP);

  /** Learners before results, and either in one order always. */
  private static final String LOCK_OF_FEW =
      """
      select pg_advisory_xact_lock(l.key)::text from (
        select hashtextextended(u.id::text, 0) as key, 0 as kind
          from unnest(:students) as s (student)
          left join competency.identifier_mapping who
            on who.source_system = :source and who.kind = 'learner'
           and who.identifier = s.student and who.ended_at is null
          join competency.roster_user u on u.sourced_id = coalesce(who.meant, s.student)
           and u.active
        union
        select hashtextextended(r.name, 1), 1 from unnest(:results) as r (name)
         order by kind, key) l
      """;

  /**
   * An assessment that is part of no class is a course by itself, which no course is named as. With
   * an offset, what is known of each is looked up by its name; without, PostgreSQL may rather read
   * all that was ever stored of the source.
   */
  private static final String LOOKED_UP =
      """
      select u.id as learner, li.sourced_id, li.title,
             coalesce(li.class_sourced_id, '') as class_sourced_id,
             coalesce(c.course_sourced_id, 'assessment:' || li.sourced_id) as course_sourced_id,
             coalesce(co.title, li.title) as course_title, co.course_code,
             li.category_sourced_id, li.result_value_min, li.result_value_max,
             exists (select from competency.rejected_result j
               where j.source_system = :source and j.sourced_id = s.id
                 and j.state <> 'settled' offset 0) as was_rejected,
             newest.id as newest, newest.state, newest.source_modified_at, newest.cleared,
             coalesce(newest.learner = u.id and newest.line_item = li.sourced_id, false) as same,
             newest.id is not null and exists (select from competency.evaluation_result k
               where k.source_system = :source and k.sourced_id = s.id
                 and k.digest = decode(s.digest, 'hex') offset 0) as known,
             coalesce(newest.digest = decode(s.digest, 'hex'), false) as is_newest
        from %s as s (id, student, item, digest, position)
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
          select r.id, r.state, r.source_modified_at, r.cleared, r.learner, r.line_item,
                 r.digest
            from competency.evaluation_result r
           where r.source_system = :source and r.sourced_id = s.id
           order by r.state desc limit 1) newest on true
       order by s.position
      """;

  private static final String LOOK_UP_ONE =
      LOOKED_UP.formatted("(values (:id, :student, :item, :digest, 1))");

  private static final String LOOK_UP_MANY =
      LOOKED_UP.formatted("unnest(:ids, :students, :items, :digests) with ordinality");
}
