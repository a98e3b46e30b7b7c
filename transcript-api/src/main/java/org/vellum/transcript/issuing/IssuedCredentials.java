package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** All that was signed for learners, records and achievements alike, by identifier. */
@Repository
class IssuedCredentials {
  private static final String ALL =
      """
      (select id, learner, document from transcript.issued_achievement
       union all
       select id, learner, document from transcript.published_record) c
      """;

  private final Jdbi jdbi;

  @Inject
  IssuedCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A credential exactly as signed. Only for who may see every record. */
  Optional<String> find(UUID credential) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select c.document from " + ALL + " where c.id = :credential")
            .bind("credential", credential)
            .mapTo(String.class)
            .findOne());
  }

  /** A credential exactly as signed, if the learner who signs in by this name holds it. */
  Optional<String> findFor(String username, UUID credential) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select c.document from "
                    + ALL
                    + """
                     where c.id = :credential
                       and c.learner =
                           (select id from transcript.learner
                             where username = :username order by position desc limit 1)
                    """)
            .bind("credential", credential)
            .bind("username", username)
            .mapTo(String.class)
            .findOne());
  }

  /** Whether a credential was issued to a learner. */
  boolean belongs(UUID credential, UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select exists (select 1 from "
                    + ALL
                    + " where c.id = :credential and c.learner = :learner)")
            .bind("credential", credential)
            .bind("learner", learner)
            .mapTo(Boolean.class)
            .one());
  }
}
