package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Requests that carry a key by which the same is known again. */
@Repository
public class RunRequests {
  private final Jdbi jdbi;

  @Inject
  public RunRequests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a client asked for with a key.
   *
   * @param body hash of what was asked for
   * @param run what it was given
   */
  record Known(String body, UUID run) {}

  /**
   * Takes a client's key for the rest of the transaction, so that two requests do not both begin.
   */
  void take(String client, String key) {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
            .bind("key", "run-request:" + client + ":" + key)
            .mapTo(String.class)
            .one());
  }

  Optional<Known> find(String client, String key) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select body_sha256, run from financial_aid.run_request"
                    + " where client = :client and key = :key")
            .bind("client", client)
            .bind("key", key)
            .map((row, context) -> new Known(row.getString(1), row.getObject(2, UUID.class)))
            .findOne());
  }

  void add(String client, String key, String body, UUID run, Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.run_request (client, key, body_sha256, run, requested_at)
                values (:client, :key, :body, :run, :at)
                """)
            .bind("client", client)
            .bind("key", key)
            .bind("body", body)
            .bind("run", run)
            .bind("at", at)
            .execute());
  }
}
