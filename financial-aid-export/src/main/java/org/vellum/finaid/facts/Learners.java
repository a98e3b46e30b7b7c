package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Repository;

/** The learners whom the roster told of. Only for the aid office. */
@Repository
public class Learners {
  private final Jdbi jdbi;

  @Inject
  public Learners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A learner in a list.
   *
   * @param id our own identifier
   * @param studentId by which the school knows the learner
   * @param name family name and given name
   * @param enrollments how many enrollments in programs are known
   */
  public record Found(UUID id, String studentId, String name, int enrollments) {}

  /**
   * A page of learners by name.
   *
   * @param search the beginning of a name, or a whole student id, in any case; empty finds
   *     everybody
   * @param after the learner after whom the page begins
   * @param limit at most so many, at least 1
   */
  public List<Found> list(String search, Optional<UUID> after, int limit) {
    String word = search.strip();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select l.id, l.student_id,
                       l.family_name || coalesce(', ' || l.given_name, '') as name,
                       (select count(*) from financial_aid.enrollment e where e.learner = l.id)
                         as enrollments
                  from financial_aid.learner l
                 where (:all or l.sort_name like :prefix or lower(l.given_name) like :prefix
                        or l.student_id = :word)
                   and (cast(:after as uuid) is null
                        or (l.sort_name, l.id) >
                           (select sort_name, id from financial_aid.learner
                             where id = cast(:after as uuid)))
                 order by l.sort_name, l.id
                 limit :limit
                """)
            .bind("all", word.isEmpty())
            .bind("word", word)
            .bind("prefix", beginningWith(word.toLowerCase(Locale.ROOT)))
            .bind("after", after.orElse(null))
            .bind("limit", limit)
            .map(ConstructorMapper.of(Found.class))
            .list());
  }

  void keep(LearnerEnrolled fact, EventContext event) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.learner as l
                  (id, student_id, given_name, family_name, position, source_as_of)
                values (:id, :studentId, nullif(:givenName, ''), :familyName, :position, :at)
                on conflict (id) do update
                   set student_id = excluded.student_id, given_name = excluded.given_name,
                       family_name = excluded.family_name, position = excluded.position,
                       facts_version = l.facts_version + 1, changed = pg_current_xact_id(),
                       source_as_of = greatest(l.source_as_of, excluded.source_as_of)
                 where l.position < excluded.position
                   and (l.student_id, l.given_name, l.family_name) is distinct from
                       (excluded.student_id, excluded.given_name, excluded.family_name)
                """)
            .bind("id", fact.learner())
            .bind("studentId", fact.sourcedId())
            .bind("givenName", fact.givenName())
            .bind("familyName", fact.familyName())
            .bind("position", event.position())
            .bind("at", event.occurredAt())
            .execute());
  }

  /** Notes that something is known of these learners that was not before. */
  public void changed(Collection<UUID> learners, Instant at) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update financial_aid.learner
                   set facts_version = facts_version + 1, changed = pg_current_xact_id(),
                       source_as_of = greatest(source_as_of, :at)
                 where id = any(:learners)
                """)
            .bindArray("learners", UUID.class, learners)
            .bind("at", at)
            .execute());
  }

  /** A LIKE pattern in which what the searcher typed has no special meaning. */
  private static String beginningWith(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
