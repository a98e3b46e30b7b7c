package org.vellum.search.request;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** What employers asked learners. */
@Repository
public class Requests {
  private static final int MOST = 200;

  private final Jdbi jdbi;

  @Inject
  public Requests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What an employer asked, the newest first. */
  public List<RecordRequest> listOfEmployer(String employer) {
    return list("employer = :key", employer);
  }

  /** What was asked of a learner, the newest first. */
  public List<RecordRequest> listOfLearner(UUID learner) {
    return list("learner = :key", learner);
  }

  private List<RecordRequest> list(String condition, Object key) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from search.request where "
                    + condition
                    + " order by asked_at desc, id limit "
                    + MOST)
            .bind("key", key)
            .map((row, context) -> row(row))
            .list());
  }

  /** What an employer asked of a profile. */
  public Optional<RecordRequest> find(String employer, UUID profile) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from search.request where employer = :employer and profile = :profile")
            .bind("employer", employer)
            .bind("profile", profile)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** A request of a learner that is not answered, locked until the transaction ends. */
  Optional<RecordRequest> lockOpen(UUID learner, UUID request) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from search.request
                 where id = :request and learner = :learner and state = 'ASKED' for update
                """)
            .bind("request", request)
            .bind("learner", learner)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** Keeps a request, unless this employer has asked this profile before. */
  boolean add(UUID learner, RecordRequest request) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    insert into search.request
                      (id, learner, profile, employer, message, asked_at, state)
                    values (:id, :learner, :profile, :employer, :message, :askedAt, 'ASKED')
                    on conflict (profile, employer) do nothing
                    """)
                .bind("id", request.id())
                .bind("learner", learner)
                .bind("profile", request.profile())
                .bind("employer", request.employer())
                .bind("message", request.message())
                .bind("askedAt", request.askedAt())
                .execute()
            == 1);
  }

  void answer(UUID request, RecordRequest.State state, Instant now, Optional<LocalDate> lastDay) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.request
                   set state = :state, decided_at = :now, last_day = cast(:lastDay as date)
                 where id = :id
                """)
            .bind("id", request)
            .bind("state", state.name())
            .bind("now", now)
            .bind("lastDay", lastDay.orElse(null))
            .execute());
  }

  private static RecordRequest row(ResultSet row) throws SQLException {
    return new RecordRequest(
        row.getObject("id", UUID.class),
        row.getObject("profile", UUID.class),
        row.getString("employer"),
        row.getString("message"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        RecordRequest.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getObject("last_day", LocalDate.class)));
  }
}
