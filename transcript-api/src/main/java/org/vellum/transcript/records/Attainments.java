package org.vellum.transcript.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.contracts.CourseCompleted;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** What learners attained and completed, as it was announced, with what was withdrawn of it. */
@Repository
public class Attainments {
  private final Jdbi jdbi;

  @Inject
  public Attainments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The learner's attained competencies, the newest first, withdrawn ones among them. */
  public List<Attainment> listOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select a.fact, w.withdrawn_at, w.reason
                  from transcript.attainment a
                  left join transcript.withdrawal w on w.fact = a.id
                 where a.learner = :learner
                 order by a.attained_at desc, a.id
                """)
            .bind("learner", learner)
            .map((row, context) ->
                new Attainment(fact(row, AttainmentRecorded.class), withdrawal(row)))
            .list());
  }

  /** The learner's completed courses, the newest first, withdrawn ones among them. */
  public List<Completion> listCompletionsOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select c.fact, w.withdrawn_at, w.reason
                  from transcript.completion c
                  left join transcript.withdrawal w on w.fact = c.id
                 where c.learner = :learner
                 order by c.completed_at desc, c.id
                """)
            .bind("learner", learner)
            .map(
                (row, context) -> new Completion(fact(row, CourseCompleted.class), withdrawal(row)))
            .list());
  }

  void keep(AttainmentRecorded fact) {
    keep(
        """
        insert into transcript.attainment (id, learner, attained_at, fact)
        values (:id, :learner, :at, :fact)
        on conflict (id) do update
           set learner = excluded.learner, attained_at = excluded.attained_at, fact = excluded.fact
        """,
        fact.attainment(),
        fact.learner(),
        fact.attainedAt(),
        fact);
  }

  void keep(CourseCompleted fact) {
    keep(
        """
        insert into transcript.completion (id, learner, completed_at, fact)
        values (:id, :learner, :at, :fact)
        on conflict (id) do update
           set learner = excluded.learner, completed_at = excluded.completed_at,
               fact = excluded.fact
        """,
        fact.completion(),
        fact.learner(),
        fact.completedAt(),
        fact);
  }

  private void keep(String sql, UUID id, UUID learner, Instant at, Record fact) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("id", id)
            .bind("learner", learner)
            .bind("at", at)
            .bind("fact", new Jsonb(text(fact)))
            .execute());
  }

  void withdraw(UUID fact, UUID learner, Withdrawal withdrawal) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into transcript.withdrawal (fact, learner, withdrawn_at, reason)
                values (:fact, :learner, :at, :reason)
                on conflict (fact) do nothing
                """)
            .bind("fact", fact)
            .bind("learner", learner)
            .bind("at", withdrawal.withdrawnAt())
            .bind("reason", withdrawal.reason())
            .execute());
  }

  private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Withdrawal(at.toInstant(), row.getString("reason")));
  }

  private static <T> T fact(ResultSet row, Class<T> type) throws SQLException {
    try {
      return Json.mapper().readValue(row.getString("fact"), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of the contracts is read as it was written", e);
    }
  }

  private static String text(Record fact) {
    try {
      return Json.mapper().writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of the contracts can be written as JSON", e);
    }
  }
}
