package org.vellum.competency.evaluation.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Repository;

/** The files of results that were sent. */
@Repository
public class ResultImports {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final Jdbi jdbi;

  @Inject
  public ResultImports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One more, whose file lies where it is looked for. */
  void add(UUID id, Teaching.Teacher sender, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.result_import (id, sent_by, of_all, sent_at)
                values (:id, :by, :all, :now)
                """)
            .bind("id", id)
            .bind("by", sender.username())
            .bind("all", sender.all())
            .bind("now", now)
            .execute());
  }

  /** One of them. */
  Optional<ResultImport> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from competency.result_import where id = :id")
            .bind("id", id)
            .map((row, context) -> read(row))
            .findOne());
  }

  /** The newest of a sender, or of all. */
  List<ResultImport> list(Optional<String> sender, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.result_import
                 where :by::text is null or sent_by = :by
                 order by sent_at desc, id desc limit :limit
                """)
            .bind("by", sender)
            .bind("limit", limit)
            .map((row, context) -> read(row))
            .list());
  }

  /** Those that have not ended and with which no server has gone on since an instant. */
  List<ResultImport> listWaiting(Instant seenBefore) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.result_import
                 where ended_at is null and (seen_at is null or seen_at < :before)
                 order by sent_at, id
                """)
            .bind("before", seenBefore)
            .map((row, context) -> read(row))
            .list());
  }

  /**
   * Takes one that waits.
   *
   * @return false if another server took it first
   */
  boolean take(UUID id, Instant seenBefore, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.result_import set seen_at = :now
                 where id = :id and ended_at is null
                   and (seen_at is null or seen_at < :before)
                """)
            .bind("id", id)
            .bind("before", seenBefore)
            .bind("now", now)
            .execute())
        == 1;
  }

  /** Tells how far one is. */
  void tell(UUID id, int rowsDone, int rowsKnown, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.result_import
                   set rows_done = :done, rows_known = :known, seen_at = :now where id = :id
                """)
            .bind("id", id)
            .bind("done", rowsDone)
            .bind("known", rowsKnown)
            .bind("now", now)
            .execute());
  }

  /** It has ended; without a failure, there is a report. */
  void end(UUID id, Optional<String> failure, List<Finding> findings, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.result_import
                   set ended_at = :now, failure = :failure, findings = :findings where id = :id
                """)
            .bind("id", id)
            .bind("failure", failure)
            .bind("findings", json(findings))
            .bind("now", now)
            .execute());
  }

  private static ResultImport read(ResultSet row) throws SQLException {
    return new ResultImport(
        row.getObject("id", UUID.class),
        row.getString("sent_by"),
        row.getBoolean("of_all"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("rows_known", Integer.class)),
        row.getInt("rows_done"),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("failure")),
        findings(row.getString("findings")));
  }

  private static Jsonb json(List<Finding> findings) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(findings));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("findings can be written as JSON", e);
    }
  }

  private static List<Finding> findings(String json) {
    try {
      return Json.mapper().readValue(json, FINDINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we wrote can be read", e);
    }
  }
}
