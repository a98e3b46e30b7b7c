package org.vellum.competency.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** The results that were refused, each once, whatever the number of times it was sent. */
@Repository
public class RejectedResults {
  /** So many of one source are kept; a source that errs without end fills no disk. */
  static final int MOST = 20_000;

  private final Jdbi jdbi;
  private final Ids ids;

  @Inject
  public RejectedResults(Jdbi jdbi, Ids ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /**
   * Which of them are asked for.
   *
   * @param state {@code open} or {@code set aside}
   * @param reason one reason, or any
   * @param source one source, or any
   */
  public record Filter(String state, Optional<String> reason, Optional<String> source) {}

  /** Keeps what was sent last, and why it was refused. */
  void keep(SentResult sent, Recorded.Refused refused, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.rejected_result as r (id, source_system, sourced_id, sent,
                  reason, sentence, state, times, first_at, last_at)
                select :id, :source, :sourcedId, :sent, :reason, :sentence, 'open', 1, :now, :now
                 where exists (select from competency.rejected_result
                                where source_system = :source and sourced_id = :sourcedId)
                    or (select count(*) from competency.rejected_result
                         where source_system = :source and state <> 'settled') < :most
                on conflict (source_system, sourced_id) do update
                  set sent = excluded.sent, reason = excluded.reason,
                      sentence = excluded.sentence, last_at = excluded.last_at,
                      times = r.times + 1,
                      state = case r.state when 'settled' then 'open' else r.state end
                """)
            .bind("id", ids.next())
            .bind("source", sent.source())
            .bind("sourcedId", sent.sourcedId())
            .bind("sent", json(sent))
            .bind("reason", refused.reason())
            .bind("sentence", refused.sentence())
            .bind("now", now)
            .bind("most", MOST)
            .execute());
  }

  /** Nothing speaks against the result any more. */
  void settle(String source, String sourcedId) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.rejected_result set state = 'settled'
                 where source_system = :source and sourced_id = :sourcedId
                """)
            .bind("source", source)
            .bind("sourcedId", sourcedId)
            .execute());
  }

  /**
   * Sets one aside, or takes it up again.
   *
   * @return whether there was such a one that is not settled
   */
  public boolean put(UUID id, String state) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.rejected_result set state = :state
                 where id = :id and state <> 'settled'
                """)
            .bind("id", id)
            .bind("state", state)
            .execute())
        > 0;
  }

  /** One of them, whatever its state. */
  public Optional<Rejection> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from competency.rejected_result where id = :id")
            .bind("id", id)
            .map((row, context) -> rejection(row))
            .findOne());
  }

  /** Those that are asked for, the last to be refused first. */
  public List<Rejection> list(Filter filter, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select *"
                    + FILTERED
                    + " order by last_at desc, id desc limit :limit offset :offset")
            .bind("state", filter.state())
            .bind("reason", filter.reason())
            .bind("source", filter.source())
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> rejection(row))
            .list());
  }

  private static final String FILTERED =
      " from competency.rejected_result where state = :state"
          + " and reason = coalesce(:reason::text, reason)"
          + " and source_system = coalesce(:source::text, source_system)";

  /** How many are asked for, by their reasons. */
  public Map<String, Integer> count(Filter filter) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select reason, count(*)" + FILTERED + " group by reason order by reason")
            .bind("state", filter.state())
            .bind("reason", filter.reason())
            .bind("source", filter.source())
            .reduceRows(
                new LinkedHashMap<String, Integer>(),
                (counts, row) -> {
                  counts.put(row.getColumn(1, String.class), row.getColumn(2, Integer.class));
                  return counts;
                }));
  }

  /** Those of a source that name an identifier which was not known, at most so many. */
  public List<UUID> naming(Mapping mapping, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id from competency.rejected_result
                 where source_system = :source and state = 'open' and reason = :reason
                   and sent ->> :member = :identifier
                 order by last_at, id limit :limit
                """)
            .bind("source", mapping.source())
            .bind("reason", mapping.kind().reason())
            .bind("member", mapping.kind().member())
            .bind("identifier", mapping.identifier())
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        row.getObject("id", UUID.class),
        row.getString("source_system"),
        row.getString("sourced_id"),
        sent(row.getString("sent")),
        row.getString("reason"),
        row.getString("sentence"),
        row.getString("state"),
        row.getInt("times"),
        row.getObject("first_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant());
  }

  private static Jsonb json(SentResult sent) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(sent));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record of ours can be written as JSON", e);
    }
  }

  private static SentResult sent(String json) {
    try {
      return Json.mapper().readValue(json, SentResult.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored as sent can be read", e);
    }
  }
}
