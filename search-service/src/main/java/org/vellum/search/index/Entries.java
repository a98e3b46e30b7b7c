package org.vellum.search.index;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The entries of the index: what consenting learners chose to show and what holds of it. */
@Repository
public class Entries {
  private final Jdbi jdbi;
  private final Feed feed;

  @Inject
  public Entries(Jdbi jdbi, Feed feed) {
    this.jdbi = jdbi;
    this.feed = feed;
  }

  /**
   * Makes the index say of a learner what the learner's consent and record say now: nothing, where
   * there is no consent.
   */
  public void renew(UUID learner) {
    renew(List.of(learner));
  }

  /**
   * The same for many learners, in as many statements as for one. Entries come in the order of the
   * index by skill, so that those that lie beside each other are written one after the other.
   */
  public void renew(Collection<UUID> learners) {
    feed.change(learners);
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from search.entry where learner = any(:learners)")
          .bindArray("learners", UUID.class, List.copyOf(learners))
          .execute();
      handle
          .createUpdate(
              """
              insert into search.entry
                (skill, learner, credential, percent, points, achieved_on, issuer, valid_until)
              select a.skill, a.learner, a.credential, coalesce(a.percent, 0),
                     coalesce(a.percent, 0) / 5 + least(20, 5 * cardinality(a.evidence)),
                     a.achieved_on, a.issuer, a.valid_until
                from search.achievement a
                join search.profile_achievement c
                  on c.learner = a.learner and c.credential = a.credential
               where a.learner = any(:learners) and %s
               order by a.skill, 5 desc, a.achieved_on desc
              """
                  .formatted(Standing.UNREVOKED))
          .bindArray("learners", UUID.class, List.copyOf(learners))
          .execute();
    });
  }

  /** Drops what is or was held by a credential or record that was revoked. */
  public void drop(UUID credential) {
    List<UUID> learners =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select distinct learner from search.achievement
                     where credential = :credential or record = :credential
                    """)
                .bind("credential", credential)
                .mapTo(UUID.class)
                .list());
    renew(learners);
  }

  /** Drops what a key signed since it was compromised. */
  public void dropSignedBy(String verificationMethod, Instant since) {
    List<UUID> learners =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select distinct e.learner
                      from search.entry e
                      join search.achievement a
                        on a.credential = e.credential and a.learner = e.learner
                     where a.signed_by = :key and a.issued_at >= :since
                    """)
                .bind("key", verificationMethod)
                .bind("since", since)
                .mapTo(UUID.class)
                .list());
    feed.change(learners);
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                delete from search.entry e using search.achievement a
                 where a.credential = e.credential and a.learner = e.learner
                   and a.signed_by = :key and a.issued_at >= :since
                """)
            .bind("key", verificationMethod)
            .bind("since", since)
            .execute());
  }

  /** Tells an index outside that what belongs to a program changes, before or after it does. */
  public void regroup(String program) {
    feed.change(
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select distinct e.learner
                      from search.program_unit u
                      join search.skill s on s.competency = u.competency or s.course = u.course
                      join search.entry e on e.skill = s.id
                     where u.program = :program
                    """)
                .bind("program", program)
                .mapTo(UUID.class)
                .list()));
  }
}
