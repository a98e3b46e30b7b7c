package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.platform.usecase.Repository;

/** The achievement credentials that were issued, of all learners. */
@Repository
public class IssuedAchievements {
  private final Jdbi jdbi;

  @Inject
  public IssuedAchievements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The credential with this identifier. The caller answers for who may see it. */
  public Optional<IssuedAchievement> find(UUID achievement) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from transcript.issued_achievement where id = :id")
            .bind("id", achievement)
            .map(IssuedAchievements::row)
            .findOne());
  }

  /** All that was ever issued to a learner, the oldest first. */
  List<IssuedAchievement> listOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from transcript.issued_achievement
                 where learner = :learner
                 order by issued_at, id
                """)
            .bind("learner", learner)
            .map(IssuedAchievements::row)
            .list());
  }

  void add(List<IssuedAchievement> achievements) {
    if (achievements.isEmpty()) {
      return;
    }
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into transcript.issued_achievement
                (id, learner, fact, kind, title, achieved_at, issued_at, content_hash, document)
              values (:id, :learner, :fact, :kind, :title, :achievedAt, :issuedAt, :contentHash,
                :credential)
              """);
      achievements.forEach(achievement -> batch.bindMethods(achievement).add());
      batch.execute();
    });
  }

  static IssuedAchievement row(ResultSet row, StatementContext context) throws SQLException {
    return new IssuedAchievement(
        row.getObject("id", UUID.class),
        row.getObject("learner", UUID.class),
        row.getObject("fact", UUID.class),
        row.getString("title"),
        IssuedAchievement.Kind.valueOf(row.getString("kind")),
        row.getObject("achieved_at", OffsetDateTime.class).toInstant(),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getString("content_hash"),
        row.getString("document"));
  }
}
