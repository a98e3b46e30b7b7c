package org.vellum.search.achievement;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.contracts.CredentialRevoked;
import org.vellum.contracts.KeyCompromised;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Standing;

/** What the current records of learners hold, and what of it no longer stands. */
@Repository
public class Achievements {
  private final Jdbi jdbi;

  @Inject
  public Achievements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Those of a learner whose credential holds now, the newest first. Only for the learner, or for
   * whom the learner's consent names.
   */
  public List<Achievement> listOf(UUID learner, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select a.credential, s.name, s.framework, a.issuer, a.achieved_on, a.percent,
                       a.evidence
                  from search.achievement a join search.skill s on s.id = a.skill
                 where a.learner = :learner and %s
                 order by a.achieved_on desc, s.name, a.credential
                """
                    .formatted(Standing.HOLDS))
            .bind("learner", learner)
            .bind("now", now)
            .map((row, context) -> row(row))
            .list());
  }

  /**
   * Begins to keep a record, which takes the place of the one before.
   *
   * @return false if a later one is kept already
   */
  boolean begin(RecordPublished fact, long position) {
    return jdbi.withHandle(handle -> {
      boolean newest =
          handle
              .createQuery(
                  """
                  insert into search.record (learner, record, position)
                  values (:learner, :record, :position)
                  on conflict (learner) do update
                     set record = excluded.record, position = excluded.position
                   where record.position <= excluded.position
                  returning true
                  """)
              .bind("learner", fact.learner())
              .bind("record", fact.record())
              .bind("position", position)
              .mapTo(Boolean.class)
              .findOne()
              .isPresent();
      if (newest) {
        handle
            .createUpdate("delete from search.achievement where learner = :learner")
            .bind("learner", fact.learner())
            .execute();
      }
      return newest;
    });
  }

  /** Keeps the achievements of a record; the skills are in the same order. */
  void keep(RecordPublished fact, List<Long> skills) {
    if (skills.isEmpty()) {
      return;
    }
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into search.achievement
                (credential, learner, record, skill, issuer, achieved_on, issued_at, signed_by,
                 valid_until, percent, evidence)
              values (:credential, :learner, :record, :skill, :issuer, :achievedOn, :issuedAt,
                 :signedBy, cast(:validUntil as timestamptz), cast(:percent as smallint), :evidence)
              """);
      for (int i = 0; i < skills.size(); i++) {
        PublishedAchievement each = fact.achievements().get(i);
        batch
            .bind("credential", each.credential())
            .bind("learner", fact.learner())
            .bind("record", fact.record())
            .bind("skill", skills.get(i))
            .bind("issuer", fact.issuerName())
            .bind("achievedOn", LocalDate.ofInstant(each.achievedAt(), ZoneOffset.UTC))
            .bind("issuedAt", each.issuedAt())
            .bind("signedBy", each.verificationMethod())
            .bind("validUntil", each.validUntil().orElse(null))
            .bind("percent", each.percent().orElse(null))
            .bindArray("evidence", String.class, each.evidence())
            .add();
      }
      batch.execute();
    });
  }

  void revoke(CredentialRevoked fact) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.revocation (credential, revoked_at) values (:credential, :at)
                on conflict (credential) do nothing
                """)
            .bind("credential", fact.credential())
            .bind("at", fact.revokedAt())
            .execute());
  }

  void compromise(KeyCompromised fact) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.compromised_key (verification_method, since)
                values (:key, :since)
                on conflict (verification_method)
                  do update set since = least(compromised_key.since, excluded.since)
                """)
            .bind("key", fact.verificationMethod())
            .bind("since", fact.since())
            .execute());
  }

  private static Achievement row(ResultSet row) throws SQLException {
    int percent = row.getInt("percent");
    Optional<Integer> level = row.wasNull() ? Optional.empty() : Optional.of(percent);
    return new Achievement(
        row.getObject("credential", UUID.class),
        row.getString("name"),
        row.getString("framework"),
        row.getString("issuer"),
        row.getObject("achieved_on", LocalDate.class),
        level,
        Arrays.asList((String[]) row.getArray("evidence").getArray()));
  }
}
