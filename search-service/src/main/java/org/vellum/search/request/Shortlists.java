package org.vellum.search.request;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Standing;

/** Whom employers keep in mind. What is shown of them is asked of their consent each time. */
@Repository
public class Shortlists {
  /** How many an employer can keep. */
  public static final int MOST = 500;

  private final Jdbi jdbi;

  @Inject
  public Shortlists(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Somebody on a list; the learner is for our own accounts. */
  record Listed(UUID learner, Shortlisted person) {}

  /** Those of an employer who may still be seen, the newest first. */
  List<Listed> list(String employer, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select p.learner, s.profile, s.note, s.added_at, p.shown_name, p.region,
                       p.availability
                  from search.shortlist s join search.profile p on p.id = s.profile
                 where s.employer = :employer and %s
                 order by s.added_at desc, s.profile limit :most
                """
                    .formatted(Standing.STANDING))
            .bind("employer", employer)
            .bind("now", now)
            .bind("most", MOST)
            .map((row, context) ->
                new Listed(
                    row.getObject("learner", UUID.class),
                    new Shortlisted(
                        row.getObject("profile", UUID.class),
                        Optional.ofNullable(row.getString("shown_name")),
                        Optional.ofNullable(row.getString("region")),
                        Optional.ofNullable(row.getString("availability"))
                            .map(Availability::valueOf),
                        row.getString("note"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant())))
            .list());
  }

  /** The note on somebody who is on an employer's list. */
  public Optional<String> findNote(String employer, UUID profile) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select note from search.shortlist
                 where employer = :employer and profile = :profile
                """)
            .bind("employer", employer)
            .bind("profile", profile)
            .mapTo(String.class)
            .findOne());
  }

  /**
   * Adds somebody, or changes the note.
   *
   * @return false if they are not on the list, and it is full of those who may be seen
   */
  boolean put(String employer, UUID profile, String note, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    insert into search.shortlist (employer, profile, note, added_at)
                    select :employer, :profile, :note, :now
                     where exists (select from search.shortlist
                                    where employer = :employer and profile = :profile)
                        or :most > (
                          select count(*)
                            from search.shortlist s join search.profile p on p.id = s.profile
                           where s.employer = :employer and %s)
                    on conflict (employer, profile) do update set note = excluded.note
                    """
                        .formatted(Standing.STANDING))
                .bind("employer", employer)
                .bind("profile", profile)
                .bind("note", note)
                .bind("now", now)
                .bind("most", MOST)
                .execute()
            > 0);
  }

  void remove(String employer, UUID profile) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "delete from search.shortlist where employer = :employer and profile = :profile")
            .bind("employer", employer)
            .bind("profile", profile)
            .execute());
  }
}
