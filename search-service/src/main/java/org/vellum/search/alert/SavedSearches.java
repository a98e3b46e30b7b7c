package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Standing;

/** The searches that employers keep. */
@Repository
public class SavedSearches {
  /** How many an employer can keep. */
  public static final int MOST = 20;

  /** What is read of one. It sleeps when its employer has not come to see it for so long. */
  static final String FIELDS =
      """
      s.*, s.seen_at < cast(:now as timestamptz) - interval '90 days' as asleep,
      case when s.narrow then 0 else (
        select count(*) from search.saved_search_match m join search.profile p on p.id = m.profile
         where m.search = s.id and not m.known and %s) end as fresh
      """
          .formatted(Standing.SHOWN.replace(":employer", "s.employer"));

  private final Jdbi jdbi;

  @Inject
  public SavedSearches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Those of an employer, the newest first; they are awake from now on. */
  public List<SavedSearch> visit(String employer, Instant now) {
    return jdbi.withHandle(handle -> {
      handle
          .createUpdate("update search.saved_search set seen_at = :now where employer = :employer")
          .bind("now", now)
          .bind("employer", employer)
          .execute();
      return handle
          .createQuery(
              "select "
                  + FIELDS
                  + " from search.saved_search s where s.employer = :employer"
                  + " order by s.created_at desc, s.id")
          .bind("now", now)
          .bind("employer", employer)
          .map((row, context) -> read(row))
          .list();
    });
  }

  /** One, for who keeps it. */
  public Optional<SavedSearch> find(String employer, UUID search, Instant now) {
    return one(
        "s.employer = :employer and s.id = :search",
        now,
        query -> query.bind("employer", employer).bind("search", search));
  }

  /** One by its identifier, for who proves by a code that they may know of it. */
  Optional<SavedSearch> find(UUID search, Instant now) {
    return one("s.id = :search", now, query -> query.bind("search", search));
  }

  /** The one whose feed has this secret in its address. */
  Optional<SavedSearch> findByFeed(String secret, Instant now) {
    return one("s.feed = :feed", now, query -> query.bind("feed", SecretHash.sha256(secret)));
  }

  /** Binds what a condition asks for. */
  private interface Binding {
    void to(SqlStatement<?> statement);
  }

  private Optional<SavedSearch> one(String condition, Instant now, Binding binding) {
    String sql = "select " + FIELDS + " from search.saved_search s where " + condition;
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery(sql).bind("now", now);
      binding.to(query);
      return query.map((row, context) -> read(row)).findOne();
    });
  }

  /**
   * Adds one, which is looked through for whoever changes from now on.
   *
   * @return false if the employer keeps as many as can be
   */
  boolean add(UUID id, String employer, String name, String address, Instant now) {
    return jdbi.withHandle(handle -> {
      handle
          .createQuery("select pg_advisory_xact_lock(hashtext('saved-search:' || :employer))::text")
          .bind("employer", employer)
          .mapTo(String.class)
          .findOne();
      return handle
              .createUpdate(
                  """
                  insert into search.saved_search
                    (id, employer, name, address, created_at, seen_at, looked_to, look_at)
                  select :id, :employer, :name, :address, :now, :now, clock_timestamp(), :now
                   where (select count(*) from search.saved_search where employer = :employer)
                         < :most
                  """)
              .bind("id", id)
              .bind("employer", employer)
              .bind("name", name)
              .bind("address", address)
              .bind("now", now)
              .bind("most", MOST)
              .execute()
          == 1;
    });
  }

  /** Gives one another name. */
  boolean rename(String employer, UUID search, String name) {
    return change("name = :value", employer, search, name);
  }

  /** Gives one a feed by another secret, or none. */
  boolean feed(String employer, UUID search, Optional<String> secret) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    "update search.saved_search set feed = :feed"
                        + " where employer = :employer and id = :search")
                .bind("feed", secret.map(SecretHash::sha256).orElse(null))
                .bind("employer", employer)
                .bind("search", search)
                .execute()
            == 1);
  }

  /** Gives one a mail address, which is asked first. */
  boolean mail(String employer, UUID search, String address, SavedSearch.Every every) {
    return change(
        "mail = :value, mail_state = 'UNSENT', mail_every = '"
            + every.name()
            + "', mail_at = '1970-01-01 00:00Z', mail_attempts = 0, mail_fault = null",
        employer,
        search,
        address);
  }

  /** Deletes one. */
  boolean delete(String employer, UUID search) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    "delete from search.saved_search where employer = :employer and id = :search")
                .bind("employer", employer)
                .bind("search", search)
                .execute()
            == 1);
  }

  /** That a mail address wants mail. */
  void confirm(UUID search, String mail) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.saved_search set mail_state = 'CONFIRMED', mail_at = '1970-01-01 00:00Z'
                 where id = :search and mail = :mail and mail_state <> 'CONFIRMED'
                """)
            .bind("search", search)
            .bind("mail", mail)
            .execute());
  }

  /** That a mail address wants none. */
  void stop(UUID search, String mail) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.saved_search
                   set mail = null, mail_state = null, mail_every = null, mail_fault = null
                 where id = :search and mail = :mail
                """)
            .bind("search", search)
            .bind("mail", mail)
            .execute());
  }

  private boolean change(String setting, String employer, UUID search, String value) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    "update search.saved_search set "
                        + setting
                        + " where employer = :employer and id = :search")
                .bind("value", value)
                .bind("employer", employer)
                .bind("search", search)
                .execute()
            == 1);
  }

  static SavedSearch read(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getObject("id", UUID.class),
        row.getString("employer"),
        row.getString("name"),
        row.getString("address"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("asleep"),
        row.getBoolean("narrow"),
        row.getBytes("feed") != null,
        mail(row),
        row.getInt("fresh"));
  }

  private static Optional<SavedSearch.Mail> mail(ResultSet row) throws SQLException {
    String address = row.getString("mail");
    if (address == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SavedSearch.Mail(
            address,
            SavedSearch.State.valueOf(row.getString("mail_state")),
            SavedSearch.Every.valueOf(row.getString("mail_every")),
            Optional.ofNullable(row.getString("mail_fault")),
            row.getObject("mail_at", OffsetDateTime.class).toInstant()));
  }
}
