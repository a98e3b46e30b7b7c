package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.platform.usecase.Repository;

/** The shares of all learners, and their views. */
@Repository
public class Shares {
  /** The learner who signs in under a name: of several, whom the roster named last. */
  private static final String OWNER =
      "(select id from transcript.learner where username = :username"
          + " order by position desc limit 1)";

  private final Jdbi jdbi;
  private final Clock clock;
  private final ShareLinks links;

  @Inject
  public Shares(Jdbi jdbi, Clock clock, ShareLinks links) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.links = links;
  }

  /** The shares of the learner who signs in under this name, the newest first. */
  public List<ShareSummary> listOf(String username) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select s.*, v.views, v.last_viewed_at
                  from transcript.share s
                 cross join lateral
                       (select count(*) as views, max(viewed_at) as last_viewed_at
                          from transcript.share_view where share = s.id) v
                 where s.learner = %s
                 order by s.created_at desc, s.id desc
                """
                    .formatted(OWNER))
            .bind("username", username)
            .map(this::summary)
            .list());
  }

  /**
   * The record from which a selection was made; empty if this is not a selection's credential.
   *
   * @param selection last part of the id of the selection's credential
   */
  public Optional<UUID> findRecordOf(UUID selection) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select record from transcript.share where selection = :selection")
            .bind("selection", selection)
            .mapTo(UUID.class)
            .findOne());
  }

  /** How many shares of a learner show something, or will when a lock ends. */
  int countLive(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select count(*) from transcript.share
                 where learner = :learner and withdrawn_at is null and expires_at > :now
                """)
            .bind("learner", learner)
            .bind("now", clock.instant())
            .mapTo(Integer.class)
            .one());
  }

  /** The share with a token, locked until the transaction ends: codes are tried one by one. */
  Optional<Share> lock(String token) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from transcript.share where token_hash = :hash for update")
            .bind("hash", ShareLinks.hash(token))
            .map(Shares::row)
            .findOne());
  }

  /** A live share of the learner who signs in under this name, locked. */
  Optional<Share> lockLive(String username, UUID share) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from transcript.share
                 where id = :share and learner = %s
                   and withdrawn_at is null and expires_at > :now
                   for update
                """
                    .formatted(OWNER))
            .bind("username", username)
            .bind("share", share)
            .bind("now", clock.instant())
            .map(Shares::row)
            .findOne());
  }

  void add(Share share, String token) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into transcript.share
                  (id, learner, record, created_at, expires_at, note, token_hash, sealed_token,
                   access_code, selection, selected, selection_document)
                values (:id, :learner, :record, :createdAt, :expiresAt, :note, :hash,
                   :sealedToken, :accessCode, cast(:selection as uuid),
                       cast(:selected as integer), :document)
                """)
            .bind("id", share.id())
            .bind("learner", share.learner())
            .bind("record", share.record())
            .bind("createdAt", share.createdAt())
            .bind("expiresAt", share.expiresAt())
            .bind("note", share.note())
            .bind("sealedToken", share.sealedToken())
            .bind("hash", ShareLinks.hash(token))
            .bind("accessCode", share.accessCode().orElse(null))
            .bind("selection", share.selection().map(Selection::id).orElse(null))
            .bind("selected", share.selection().map(Selection::size).orElse(null))
            .bind("document", share.selection().map(Selection::credential).orElse(null))
            .execute());
  }

  void withdraw(Share share) {
    Instant now = clock.instant();
    jdbi.useHandle(handle ->
        handle
            .createUpdate("update transcript.share set withdrawn_at = :now where id = :id")
            .bind("id", share.id())
            .bind("now", now)
            .execute());
  }

  /** Counts a wrong access code; the last one that is allowed locks the share. */
  void countWrongCode(Share share, Instant lockedUntil) {
    boolean last = share.wrongCodes() + 1 >= Share.WRONG_CODES;
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update transcript.share
                   set wrong_codes = :wrong, locked_until = coalesce(:until, locked_until)
                 where id = :id
                """)
            .bind("wrong", last ? 0 : share.wrongCodes() + 1)
            .bind("until", last ? lockedUntil : null)
            .bind("id", share.id())
            .execute());
  }

  void forgetWrongCodes(Share share) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("update transcript.share set wrong_codes = 0 where id = :id")
            .bind("id", share.id())
            .execute());
  }

  void addView(UUID view, Share share, OpenShare.Kind kind) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into transcript.share_view (id, share, viewed_at, kind)
                values (:view, :share, :now, :kind)
                """)
            .bind("view", view)
            .bind("share", share.id())
            .bind("now", clock.instant())
            .bind("kind", kind.name())
            .execute());
  }

  private ShareSummary summary(ResultSet row, StatementContext context) throws SQLException {
    Share share = row(row, context);
    ShareState state = share.state(clock.instant());
    return new ShareSummary(
        share.id(),
        state.isLive()
            ? links.open(share.id(), share.sealedToken()).map(links::address)
            : Optional.empty(),
        state,
        share.note(),
        share.createdAt(),
        share.expiresAt(),
        share.selection().map(Selection::size),
        share.accessCode().isPresent(),
        row.getInt("views"),
        instant(row, "last_viewed_at"));
  }

  private static Share row(ResultSet row, StatementContext context) throws SQLException {
    return new Share(
        row.getObject("id", UUID.class),
        row.getObject("learner", UUID.class),
        row.getObject("record", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("note"),
        row.getBytes("sealed_token"),
        Optional.ofNullable(row.getString("access_code")),
        row.getInt("wrong_codes"),
        instant(row, "locked_until"),
        instant(row, "withdrawn_at"),
        selection(row));
  }

  private static Optional<Selection> selection(ResultSet row) throws SQLException {
    UUID id = row.getObject("selection", UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Selection(id, row.getInt("selected"), row.getString("selection_document")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
