package org.vellum.search.achievement;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.platform.usecase.Repository;

/** The learners whom the roster told of. */
@Repository
public class Learners {
  private final Jdbi jdbi;

  @Inject
  public Learners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The learner who signs in under this name: of several, whom the roster named last. */
  public Optional<Learner> find(String username) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, name from search.learner
                 where username = :username order by position desc limit 1
                """)
            .bind("username", username)
            .map((row, context) ->
                new Learner(row.getObject("id", UUID.class), row.getString("name")))
            .findOne());
  }

  void keep(LearnerEnrolled fact, long position) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.learner (id, username, name, position)
                values (:id, :username, :name, :position)
                on conflict (id) do update
                   set username = excluded.username, name = excluded.name,
                       position = excluded.position
                 where learner.position <= excluded.position
                """)
            .bind("id", fact.learner())
            .bind("username", fact.username())
            .bind("name", (fact.givenName() + " " + fact.familyName()).strip())
            .bind("position", position)
            .execute());
  }
}
