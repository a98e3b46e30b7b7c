package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.platform.usecase.Repository;

/** The records that were published, of all learners and in all versions. */
@Repository
public class PublishedRecords {
  private static final String COLUMNS =
      "r.id, r.learner, r.version, r.published_at, r.superseded_by, r.document";

  private final Jdbi jdbi;

  @Inject
  public PublishedRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The current record of the learner who signs in under this name. It may have been revoked; ask
   * {@code Revocations}.
   */
  public Optional<PublishedRecord> findCurrentOf(String username) {
    // A name that passed from one learner to another belongs to whom the roster named last.
    return findOne(
        """
        select %s from transcript.published_record r
         where r.superseded_by is null
           and r.learner =
               (select id from transcript.learner
                 where username = :key order by position desc limit 1)
        """,
        username);
  }

  /** The record with this identifier, current or not. The caller answers for who may see it. */
  public Optional<PublishedRecord> find(UUID record) {
    return findOne("select %s from transcript.published_record r where r.id = :key", record);
  }

  /** The current record of a learner. The caller answers for who may see it. */
  public Optional<PublishedRecord> findCurrent(UUID learner) {
    return findOne(
        """
        select %s from transcript.published_record r
         where r.superseded_by is null and r.learner = :key
        """,
        learner);
  }

  /** The learners who have a record, by their identifiers, from after one of them. */
  List<UUID> listLearners(Optional<UUID> after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select learner from transcript.published_record
                 where superseded_by is null
                   and (cast(:after as uuid) is null or learner > cast(:after as uuid))
                 order by learner limit :limit
                """)
            .bind("after", after.orElse(null))
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  /** How many learners have a record, from after one of them. */
  long countLearners(Optional<UUID> after) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select count(*) from transcript.published_record
                 where superseded_by is null
                   and (cast(:after as uuid) is null or learner > cast(:after as uuid))
                """)
            .bind("after", after.orElse(null))
            .mapTo(Long.class)
            .one());
  }

  /** The achievements of a record in the order in which it shows them. */
  public List<IssuedAchievement> listAchievements(UUID record) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select a.* from transcript.record_achievement m
                  join transcript.issued_achievement a on a.id = m.achievement
                 where m.record = :record
                 order by m.place
                """)
            .bind("record", record)
            .map(IssuedAchievements::row)
            .list());
  }

  /** The identifiers of the achievements of a record. */
  Set<UUID> listAchievementIds(UUID record) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select achievement from transcript.record_achievement where record = :record")
            .bind("record", record)
            .mapTo(UUID.class)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Lets only one transaction at a time publish a learner's record; the others wait. */
  void lock(UUID learner) {
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select true from pg_advisory_xact_lock(
                  hashtextextended('transcript.published_record ' || :learner, 0))
                """)
            .bind("learner", learner.toString())
            .mapTo(Boolean.class)
            .one());
  }

  /** All versions of a learner's record, the newest first. */
  List<PublishedVersion> listVersions(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.id, r.version, r.published_at, r.published_by,
                       r.superseded_by is null as current,
                       (select count(*) from transcript.record_achievement m
                         where m.record = r.id) as achievements,
                       e.revoked_at, e.reason
                  from transcript.published_record r
                  left join transcript.status_entry e on e.credential = r.id
                 where r.learner = :learner
                 order by r.version desc
                """)
            .bind("learner", learner)
            .map(PublishedRecords::version)
            .list());
  }

  /** Keeps a new version, which takes the place of the current one. */
  void add(PublishedRecord record, String actor, List<IssuedAchievement> achievements) {
    jdbi.useHandle(handle -> {
      // First, because only one record of a learner may be current at any moment.
      handle
          .createUpdate(
              """
              update transcript.published_record set superseded_by = :id
               where learner = :learner and superseded_by is null
              """)
          .bind("id", record.id())
          .bind("learner", record.learner())
          .execute();
      handle
          .createUpdate(
              """
              insert into transcript.published_record
                (id, learner, version, published_at, published_by, document)
              values (:id, :learner, :version, :at, :by, :document)
              """)
          .bind("id", record.id())
          .bind("learner", record.learner())
          .bind("version", record.version())
          .bind("at", record.publishedAt())
          .bind("by", actor)
          .bind("document", record.credential())
          .execute();
      handle
          .createUpdate(
              """
              insert into transcript.record_achievement (record, place, achievement)
              select :record, place, achievement
                from unnest(:achievements) with ordinality as given (achievement, place)
              """)
          .bind("record", record.id())
          .bindArray("achievements", UUID.class, ids(achievements))
          .execute();
    });
  }

  private static List<UUID> ids(List<IssuedAchievement> achievements) {
    return achievements.stream().map(IssuedAchievement::id).toList();
  }

  private Optional<PublishedRecord> findOne(String sql, Object key) {
    return jdbi.withHandle(handle -> {
      Query query = handle.createQuery(sql.formatted(COLUMNS)).bind("key", key);
      return query.map(PublishedRecords::row).findOne();
    });
  }

  private static PublishedRecord row(ResultSet row, StatementContext context) throws SQLException {
    Instant publishedAt = row.getObject("published_at", OffsetDateTime.class).toInstant();
    return new PublishedRecord(
        row.getObject("id", UUID.class),
        row.getObject("learner", UUID.class),
        row.getInt("version"),
        publishedAt,
        Optional.ofNullable(row.getObject("superseded_by", UUID.class)),
        row.getString("document"));
  }

  private static PublishedVersion version(ResultSet row, StatementContext context)
      throws SQLException {
    return new PublishedVersion(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        row.getBoolean("current"),
        row.getInt("achievements"),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("reason")));
  }
}
