package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/**
 * The newest states of a source's results, for sources that have to be told what is known of them
 * or that tell no time of their own.
 */
@Repository
public class NewestStates {
  private static final String COLUMNS =
      """
      select r.sourced_id, r.learner, r.score_status, r.score, r.comment,
             r.source_modified_at as modified_at, r.cleared, r.payload
      """;

  private final Jdbi jdbi;

  @Inject
  public NewestStates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The newest state of a result.
   *
   * @param sourcedId its name within its source
   * @param learner our own identifier of whose it is
   * @param scoreStatus how far the evaluation went
   * @param score the score on the scale of the line item as it was then
   * @param comment the evaluator's comment
   * @param modifiedAt when the source last changed it
   * @param cleared whether the source took it back
   * @param payload what was sent; nothing of use where it was taken back
   */
  public record NewestState(
      String sourcedId,
      UUID learner,
      String scoreStatus,
      Optional<BigDecimal> score,
      Optional<String> comment,
      Instant modifiedAt,
      boolean cleared,
      Jsonb payload) {}

  /** Waits until nobody else asks for the same result, and keeps others waiting. */
  public void takeTurn(String source, String sourcedId) {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select pg_advisory_xact_lock(hashtextextended(:result, 2))::text as turn")
            .bind("result", source + "\n" + sourcedId)
            .mapTo(String.class)
            .one());
  }

  /** The newest state of a result, also if it was taken back. */
  public Optional<NewestState> find(String source, String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                COLUMNS
                    + "from competency.evaluation_result r"
                    + " where r.source_system = :source and r.sourced_id = :sourcedId"
                    + EvaluationResults.LAST)
            .bind("source", source)
            .bind("sourcedId", sourcedId)
            .map((row, context) -> read(row))
            .findOne());
  }

  /**
   * A source's results on a line item that were not taken back, by the learner.
   *
   * @param learner of one learner, or of all
   * @param after after which learner
   */
  public List<NewestState> list(
      String source, String lineItem, Optional<UUID> learner, UUID after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                COLUMNS
                    + FactsInForce.NEWEST_OF_EACH
                    + """
                    and f.source_system = :source and f.line_item = :lineItem
                    and f.learner > :after
                    and (:learner::uuid is null or f.learner = :learner)
                    order by f.learner limit :limit
                    """)
            .bind("source", source)
            .bind("lineItem", lineItem)
            .bind("learner", learner)
            .bind("after", after)
            .bind("limit", limit)
            .map((row, context) -> read(row))
            .list());
  }

  private static NewestState read(ResultSet row) throws SQLException {
    return new NewestState(
        row.getString("sourced_id"),
        row.getObject("learner", UUID.class),
        row.getString("score_status"),
        Optional.ofNullable(row.getBigDecimal("score")),
        Optional.ofNullable(row.getString("comment")),
        row.getObject("modified_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("cleared"),
        new Jsonb(row.getString("payload")));
  }
}
