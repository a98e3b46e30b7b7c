package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/**
 * All results that were ever stored. A result is seen by the source that sent it, or by learner.
 */
@Repository
public class EvaluationResults {
  private static final UUID FIRST = new UUID(0, 0);
  static final String NEWEST =
      " not exists (select from competency.evaluation_result n where n.supersedes = r.id) ";

  private final Jdbi jdbi;

  @Inject
  public EvaluationResults(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Waits until nobody else stores a result of this learner or of this {@code sourcedId}, and keeps
   * others waiting until the transaction ends. The learner comes first always, so that no two wait
   * for each other. What the roster knows is asked in the same breath, since each question costs a
   * way to the database; what was stored of the result must be asked after it. An assessment that
   * is part of no class is a course by itself, whose name no course of the roster has.
   */
  Turn takeTurn(SentResult sent) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select u.id as learner, li.sourced_id, li.title,
                       coalesce(li.class_sourced_id, '') as class_sourced_id,
                       coalesce(c.course_sourced_id, 'assessment:' || li.sourced_id)
                         as course_sourced_id,
                       coalesce(co.title, li.title) as course_title, co.course_code,
                       li.category_sourced_id, li.result_value_min, li.result_value_max,
                       exists (select from competency.rejected_result r
                         where r.source_system = :source and r.sourced_id = :sourcedId
                           and r.state <> 'settled') as was_rejected,
                       pg_advisory_xact_lock(hashtextextended(u.id::text, 0))::text
                         || pg_advisory_xact_lock(hashtextextended(:result, 1))::text as turn
                  from (values (1)) as one
                  left join competency.identifier_mapping who
                    on who.source_system = :source and who.kind = 'learner'
                   and who.identifier = :student and who.ended_at is null
                  left join competency.identifier_mapping what
                    on what.source_system = :source and what.kind = 'line item'
                   and what.identifier = :lineItem and what.ended_at is null
                  left join competency.roster_user u
                    on u.sourced_id = coalesce(who.meant, :student) and u.active
                  left join (competency.line_item li
                    left join competency.class c on c.sourced_id = li.class_sourced_id
                    left join competency.course co on co.sourced_id = c.course_sourced_id)
                    on li.sourced_id = coalesce(what.meant, :lineItem) and li.active
                """)
            .bind("source", sent.source())
            .bind("sourcedId", sent.sourcedId())
            .bind("student", sent.student())
            .bind("lineItem", sent.lineItem())
            .bind("result", key(sent.source(), sent.sourcedId()))
            .map((row, context) -> Turn.of(row))
            .one());
  }

  /** As the other, for a result of which only the learner is known. */
  void takeTurn(UUID learner, String source, String sourcedId) {
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select pg_advisory_xact_lock(hashtextextended(:learner, 0))::text
                    || pg_advisory_xact_lock(hashtextextended(:result, 1))::text as turn
                """)
            .bind("learner", learner.toString())
            .bind("result", key(source, sourcedId))
            .mapTo(String.class)
            .one());
  }

  /** As the others, for all that is known of a learner. */
  void takeTurn(UUID learner) {
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                "select pg_advisory_xact_lock(hashtextextended(:learner, 0))::text as turn")
            .bind("learner", learner.toString())
            .mapTo(String.class)
            .one());
  }

  /** Who has results in force that new rules cover: at most so many, by their identifier. */
  public List<UUID> learnersWith(RulesBegun begun, int most) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select distinct r.learner from competency.evaluation_result r where"
                    + NEWEST
                    + "and not r.cleared and r.learner > :after"
                    + " and (r.line_item = any(:lineItems) or r.course = any(:courses))"
                    + " order by r.learner limit :most")
            .bind("after", begun.after().orElse(FIRST))
            .bindArray("lineItems", String.class, begun.lineItems())
            .bindArray("courses", String.class, begun.courses())
            .bind("most", most)
            .mapTo(UUID.class)
            .list());
  }

  private static String key(String source, String sourcedId) {
    return source + "\n" + sourcedId;
  }

  /** The newest state of a result, also if it was taken back. */
  Optional<StoredResult> find(String source, String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                FactsInForce.FACTS + "and r.source_system = :source and r.sourced_id = :sourcedId")
            .bind("source", source)
            .bind("sourcedId", sourcedId)
            .map((row, context) -> StoredResult.of(row))
            .findOne());
  }

  /** The learner's results in their newest state, without those that were taken back. */
  public List<Fact> inForce(UUID learner) {
    return jdbi.withHandle(handle -> FactsInForce.all(handle, learner));
  }

  /** Those of them that any of these rules may cover. */
  List<Fact> inForce(UUID learner, Collection<Rule> rules) {
    return inForce(List.of(learner), rules).getOrDefault(learner, List.of());
  }

  /** The same of many, by learner. */
  Map<UUID, List<Fact>> inForce(Collection<UUID> learners, Collection<Rule> rules) {
    return jdbi.withHandle(handle -> FactsInForce.under(handle, learners, rules));
  }

  /** Whether the very same was sent before. */
  boolean knows(SentResult sent) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.evaluation_result
                  where source_system = :source and sourced_id = :sourcedId
                    and digest = :digest)
                """)
            .bind("source", sent.source())
            .bind("sourcedId", sent.sourcedId())
            .bind("digest", sent.content().digestBytes())
            .mapTo(Boolean.class)
            .one());
  }

  private static final String ADD =
      """
      with added as (
        insert into competency.evaluation_result (id, source_system, sourced_id, digest,
          supersedes, cleared, learner, line_item, line_item_title, course, course_title,
          category, scale_minimum, scale_maximum, score_status, score, text_score, rescaled,
          score_date, comment, source_modified_at, received_at, payload)
        values (:id, :source, :sourcedId, :digest, :supersedes, :cleared, :learner, :lineItem,
          :lineItemTitle, :course, :courseTitle, :category, :minimum, :maximum, :scoreStatus,
          :score, :textScore, :rescaled, :scoreDate, :comment, :modifiedAt, :receivedAt,
          :payload)
        returning id)
      insert into competency.result_objective (result, competency, score, text_score)
      select added.id, o.competency, o.score::numeric, o.text_score
        from added, unnest(:competencies, :scores, :textScores)
          as o (competency, score, text_score)
      """;

  /** Adds a fact with what it says of single competencies. */
  Fact add(AddedResult added) {
    jdbi.useHandle(handle -> added.bindTo(handle.createUpdate(ADD)).execute());
    return added.fact();
  }

  /** Adds facts, in one way to the database. */
  void addAll(List<AddedResult> added) {
    jdbi.useHandle(handle -> AddedColumns.add(handle, added));
  }

  /** Adds the fact that a result was taken back. */
  Fact clear(UUID id, StoredResult taken, Instant at, Instant now) {
    Content content = Content.of(new Jsonb("{}"), "cleared " + taken.fact().id());
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                insert into competency.evaluation_result (id, source_system, sourced_id,
                  digest, supersedes, cleared, learner, line_item, line_item_title, course,
                  course_title, category, scale_minimum, scale_maximum, score_status,
                  score_date, source_modified_at, received_at, payload)
                select :id, source_system, sourced_id, :digest, id, true, learner, line_item,
                  line_item_title, course, course_title, category, scale_minimum,
                  scale_maximum, score_status, score_date, :at, :now, :payload
                  from competency.evaluation_result where id = :taken
                returning *, null::uuid[] as competencies, null::numeric[] as scores
                """)
            .bind("id", id)
            .bind("digest", content.digestBytes())
            .bind("taken", taken.fact().id())
            .bind("at", at)
            .bind("now", now)
            .bind("payload", content.json())
            .map((row, context) -> StoredResult.of(row).fact())
            .one());
  }

  /** All that was ever stored of the learner, the last to come first. */
  public List<HistoryEntry> history(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.id, r.source_system, r.sourced_id, r.line_item_title as line_item,
                       r.course_title as course, r.score, r.text_score, r.scale_minimum,
                       r.scale_maximum, r.score_status, r.score_date, r.comment,
                       r.source_modified_at as modified_at, r.received_at,
                       case when r.cleared then 'taking back'
                            when n.cleared then 'taken back'
                            when n.id is not null then 'corrected'
                            else 'in force' end as state
                  from competency.evaluation_result r
                  left join competency.evaluation_result n on n.supersedes = r.id
                 where r.learner = :learner
                 order by r.id desc
                """)
            .bind("learner", learner)
            .map(ConstructorMapper.of(HistoryEntry.class))
            .list());
  }
}
