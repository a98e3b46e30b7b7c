package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/**
 * Whose turn it is to be looked through or to get a letter. Whoever takes a turn has it for some
 * minutes; if the server dies meanwhile, another takes it then.
 */
@Repository
public class Turns {
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** How long the transaction of a change may take before the change is seen. */
  private static final Duration UNSEEN = Duration.ofMinutes(10);

  /** A letter that is refused so often is given up. */
  private static final int ATTEMPTS = 12;

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final Jdbi jdbi;

  @Inject
  public Turns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A search that is looked through.
   *
   * @param search the search
   * @param from the earliest change of a profile that matters
   * @param begun when this began, by the database's clock
   */
  record Look(SavedSearch search, OffsetDateTime from, OffsetDateTime begun) {}

  /** Somebody who changed. */
  record Changed(UUID profile, OffsetDateTime at) {}

  /** Takes the search whose turn it is to be looked through. */
  Optional<Look> look(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update search.saved_search s set look_at = :lease
                 where s.id = (
                   select id from search.saved_search
                    where look_at <= :now
                      and seen_at >= cast(:now as timestamptz) - interval '90 days'
                    order by look_at limit 1 for update skip locked)
                returning %s, clock_timestamp() as begun
                """
                    .formatted(SavedSearches.FIELDS))
            .bind("now", now)
            .bind("lease", now.plus(LEASE))
            .map((row, context) ->
                new Look(
                    SavedSearches.read(row),
                    row.getObject("looked_to", OffsetDateTime.class).minus(UNSEEN),
                    row.getObject("begun", OffsetDateTime.class)))
            .findOne());
  }

  /** The next of those who changed since, in the order of their changes. */
  List<Changed> changed(OffsetDateTime since, Optional<Changed> last, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, changed_at from search.profile
                 where changed_at >= :since and (changed_at, id) > (:at, :last)
                 order by changed_at, id limit :limit
                """)
            .bind("since", since)
            .bind("at", last.map(Changed::at).orElse(since.minusSeconds(1)))
            .bind("last", last.map(Changed::profile).orElse(new UUID(0, 0)))
            .bind("limit", limit)
            .map((row, context) ->
                new Changed(
                    row.getObject("id", UUID.class),
                    row.getObject("changed_at", OffsetDateTime.class)))
            .list());
  }

  /** Keeps the turn for some minutes more. */
  void keep(Look look, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("update search.saved_search set look_at = :lease where id = :search")
            .bind("lease", now.plus(LEASE))
            .bind("search", look.search().id())
            .execute());
  }

  /** Ends the turn: all changes until it began were looked at. */
  void looked(Look look, Instant next) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.saved_search
                   set looked_to = :begun, look_at = :next, narrow = false where id = :search
                """)
            .bind("begun", look.begun())
            .bind("next", next)
            .bind("search", look.search().id())
            .execute());
  }

  /** Ends the turn: nothing is to be told while fewer than five lie within the filters. */
  void narrow(Look look, Instant next) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update search.saved_search set narrow = true, look_at = :next where id = :search")
            .bind("next", next)
            .bind("search", look.search().id())
            .execute());
  }

  /** Takes the search whose turn it is to get a letter. */
  Optional<SavedSearch> letter(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update search.saved_search s
                   set mail_at = :lease, mail_attempts = s.mail_attempts + 1
                 where s.id = (
                   select c.id from search.saved_search c
                    where c.mail_at <= :now
                      and c.seen_at >= cast(:now as timestamptz) - interval '90 days'
                      and (c.mail_state = 'UNSENT' or c.mail_state = 'CONFIRMED' and exists (
                        select from search.saved_search_match m
                         where m.search = c.id and not m.known and not m.mailed))
                    order by c.mail_at limit 1 for update skip locked)
                returning %s
                """
                    .formatted(SavedSearches.FIELDS))
            .bind("now", now)
            .bind("lease", now.plus(LEASE))
            .map((row, context) -> SavedSearches.read(row))
            .findOne());
  }

  /** Ends the turn: the letter was sent, or none was needed; none goes before {@code next}. */
  void sent(SavedSearch search, Instant next) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.saved_search
                   set mail_at = :next, mail_attempts = 0, mail_fault = null,
                       mail_state = case mail_state when 'UNSENT' then 'ASKED' else mail_state end
                 where id = :search and mail = :mail
                """)
            .bind("next", next)
            .bind("search", search.id())
            .bind("mail", search.mail().orElseThrow().address())
            .execute());
  }

  /** Ends the turn: the letter was refused. It is tried again after a pause that doubles. */
  void refused(SavedSearch search, String why, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update search.saved_search
                   set mail_fault = :why,
                       mail_at = cast(:now as timestamptz) + least(
                         make_interval(secs => :longest),
                         interval '1 minute' * power(2, mail_attempts - 1)),
                       mail_state = case when mail_attempts >= :most then 'FAILED' else mail_state end
                 where id = :search and mail = :mail
                """)
            .bind("why", why)
            .bind("now", now)
            .bind("longest", LONGEST_PAUSE.toSeconds())
            .bind("most", ATTEMPTS)
            .bind("search", search.id())
            .bind("mail", search.mail().orElseThrow().address())
            .execute());
  }
}
