package org.vellum.competency.lti.launch;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.usecase.Repository;

/**
 * The launches and the choices of content that were begun. Only digests of their secrets are kept,
 * and each can be taken once.
 */
@Repository
public class Launches {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final String TAKEN =
      """
      and used_at is null and begun_at > :oldest
      returning person, client_id, deployment, context, resource_link, competency, threshold
      """;

  private final Jdbi jdbi;

  @Inject
  public Launches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps a launch under its hint. */
  void begin(String hint, Launch launch, Instant now) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from competency.lti_launch where begun_at < :old")
          .bind("old", now.minus(FORGOTTEN_AFTER))
          .execute();
      bind(
              handle.createUpdate(
                  """
                  insert into competency.lti_launch (hint_hash, person, client_id, deployment,
                    context, resource_link, competency, threshold, begun_at)
                  values (:hash, :person, :client, :deployment, :context, :link, :competency,
                    :threshold, :at)
                  """),
              launch)
          .bind("hash", SecretHash.sha256(hint))
          .bind("at", now)
          .bind("link", launch.resourceLink())
          .execute();
    });
  }

  /** Takes the launch with this hint that this person began not before {@code oldest}. */
  Optional<Launch> take(String hint, String person, Instant oldest, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.lti_launch set used_at = :now
                 where hint_hash = :hash and person = :person
                """
                    + TAKEN)
            .bind("hash", SecretHash.sha256(hint))
            .bind("person", person)
            .bind("oldest", oldest)
            .bind("now", now)
            .map((row, context) -> launch(row))
            .findOne());
  }

  /** Keeps that a tool was asked to let somebody choose content. */
  public void ask(String data, Launch launch, Instant now) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from competency.lti_deep_linking where begun_at < :old")
          .bind("old", now.minus(FORGOTTEN_AFTER))
          .execute();
      bind(
              handle.createUpdate(
                  """
                  insert into competency.lti_deep_linking (data_hash, person, client_id,
                    deployment, context, competency, threshold, begun_at)
                  values (:hash, :person, :client, :deployment, :context, :competency, :threshold,
                    :at)
                  """),
              launch)
          .bind("hash", SecretHash.sha256(data))
          .bind("at", now)
          .execute();
    });
  }

  /** Takes the choice that a tool was asked for with this {@code data}. */
  public Optional<Launch> takeAnswer(
      String data, String clientId, String deployment, Instant oldest, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.lti_deep_linking set used_at = :now
                 where data_hash = :hash and client_id = :client and deployment = :deployment
                """
                    + TAKEN.replace("resource_link", "null::uuid as resource_link"))
            .bind("hash", SecretHash.sha256(data))
            .bind("client", clientId)
            .bind("deployment", deployment)
            .bind("oldest", oldest)
            .bind("now", now)
            .map((row, context) -> launch(row))
            .findOne());
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Launch launch) {
    return statement
        .bind("person", launch.person())
        .bind("client", launch.clientId())
        .bind("deployment", launch.deployment())
        .bind("context", launch.context())
        .bind("competency", launch.evidences().map(PutLineItem.Evidences::competency))
        .bind("threshold", launch.evidences().map(PutLineItem.Evidences::threshold));
  }

  private static Launch launch(ResultSet row) throws SQLException {
    UUID competency = row.getObject("competency", UUID.class);
    return new Launch(
        row.getString("person"),
        row.getString("client_id"),
        row.getString("deployment"),
        row.getObject("context", UUID.class),
        Optional.ofNullable(row.getObject("resource_link", UUID.class)),
        competency == null
            ? Optional.empty()
            : Optional.of(new PutLineItem.Evidences(competency, row.getBigDecimal("threshold"))));
  }
}
