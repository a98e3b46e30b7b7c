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
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/**
 * All results that were ever stored. A result is seen by the source that sent it, or by learner.
 */
@Repository
public class EvaluationResults {
  /** So few that to plan the checks of their references for each would not matter. */
  private static final int FEW = 50;

  private static final UUID FIRST = new UUID(0, 0);

  /** Of the states of one result. */
  static final String LAST = " order by r.state desc limit 1";

  private final Jdbi jdbi;
  private final Plans plans;

  @Inject
  public EvaluationResults(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.plans = new Plans(jdbi);
  }

  /** As {@link BatchTurns#take(SentResult)}, for a result of which the learner is known. */
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

  /** As the other, for all that is known of a learner. */
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
                "select distinct f.learner "
                    + FactsInForce.NEWEST_OF_EACH
                    + "and f.learner > :after"
                    + " and (f.line_item = any(:lineItems) or r.course = any(:courses))"
                    + " order by f.learner limit :most")
            .bind("after", begun.after().orElse(FIRST))
            .bindArray("lineItems", String.class, begun.lineItems())
            .bindArray("courses", String.class, begun.courses())
            .bind("most", most)
            .mapTo(UUID.class)
            .list());
  }

  static String key(String source, String sourcedId) {
    return source + "\n" + sourcedId;
  }

  /**
   * The newest state of a result, also if it was taken back: found by its number, however many came
   * before it.
   */
  Optional<StoredResult> find(String source, String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                FactsInForce.STATES
                    + "where r.source_system = :source and r.sourced_id = :sourcedId"
                    + LAST)
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

  private static final String ADD =
      """
      insert into competency.evaluation_result (id, source_system, sourced_id, digest,
        supersedes, state, cleared, learner, line_item, line_item_title, course, course_title,
        category, scale_minimum, scale_maximum, score_status, score, text_score, rescaled,
        score_date, comment, source_modified_at, received_at, payload)
      values (:id, :source, :sourcedId, :digest, :supersedes, :state, :cleared, :learner, :lineItem,
        :lineItemTitle, :course, :courseTitle, :category, :minimum, :maximum, :scoreStatus,
        :score, :textScore, :rescaled, :scoreDate, :comment, :modifiedAt, :receivedAt,
        :payload)
      """;

  private static final String ADD_OBJECTIVES =
      """
      insert into competency.result_objective (result, competency, score, text_score)
      select :id, o.competency, o.score::numeric, o.text_score
        from unnest(:competencies, :scores, :textScores) as o (competency, score, text_score)
      """;

  /**
   * Adds facts with what they say of single competencies.
   *
   * @return what goes to the database next, of which few facts are the first
   */
  Together addAll(List<AddedResult> added) {
    Together together = together();
    if (added.size() == 1) {
      AddedResult one = added.getFirst();
      together.change(ADD, one::bindTo);
      if (!one.sent().objectives().isEmpty()) {
        together.change(ADD_OBJECTIVES, one::bindObjectivesTo);
      }
    } else if (added.size() <= FEW) {
      AddedColumns.add(together, added);
    } else {
      plans.keepingThoseOfChecks(() -> jdbi.useHandle(handle -> AddedColumns.add(handle, added)));
    }
    return together;
  }

  /** What goes to the database next: nothing yet. */
  Together together() {
    return new Together(jdbi);
  }

  /** Adds the fact that a result was taken back. */
  Fact clear(UUID id, StoredResult taken, Instant at, Instant now) {
    Content content = Content.of(new Jsonb("{}"), "cleared " + taken.fact().id());
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                insert into competency.evaluation_result (id, source_system, sourced_id,
                  digest, supersedes, state, cleared, learner, line_item, line_item_title, course,
                  course_title, category, scale_minimum, scale_maximum, score_status,
                  score_date, source_modified_at, received_at, payload)
                select :id, source_system, sourced_id, :digest, id, state + 1, true, learner, line_item,
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

  /**
   * All that was ever stored of the learner, the last to come first. Who judged, and by what, is
   * told only of what was recorded here: any source can write what it likes into its metadata.
   */
  public List<HistoryEntry> history(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.id, r.source_system, r.sourced_id, r.line_item_title as line_item,
                       r.course_title as course, r.score, r.text_score, r.scale_minimum,
                       r.scale_maximum, r.score_status, r.score_date, r.comment,
                       case when jsonb_typeof(r.payload -> 'scoreGiven') = 'number'
                            then (r.payload ->> 'scoreGiven')::numeric end as score_given,
                       case when jsonb_typeof(r.payload -> 'scoreMaximum') = 'number'
                            then (r.payload ->> 'scoreMaximum')::numeric end as score_maximum,
                       j.metadata ->> 'vellum.judgedBy' as judged_by,
                       array(select jsonb_array_elements_text(j.metadata -> 'vellum.evidence'))
                         as evidence,
                       r.source_modified_at as modified_at, r.received_at,
                       case when r.cleared then 'taking back'
                            when n.cleared then 'taken back'
                            when n.id is not null then 'corrected'
                            else 'in force' end as state
                  from competency.evaluation_result r
                  left join competency.evaluation_result n on n.supersedes = r.id
                  cross join lateral (select case when r.source_system = 'faculty'
                                                  then r.payload -> 'metadata' end as metadata) j
                 where r.learner = :learner
                 order by r.id desc
                """)
            .bind("learner", learner)
            .map(ConstructorMapper.of(HistoryEntry.class))
            .list());
  }
}
