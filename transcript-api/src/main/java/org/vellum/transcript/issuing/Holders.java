package org.vellum.transcript.issuing;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** How learners are named as subjects of credentials: made once for each, and kept for ever. */
@Repository
class Holders {
  private static final int SALT_BYTES = 16;

  private final Jdbi jdbi;
  private final Ids ids;

  @Inject
  Holders(Jdbi jdbi, Ids ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /** The learner as a subject, who becomes one the first time. */
  Holder of(UUID learner) {
    return jdbi.withHandle(handle -> {
      handle
          .createUpdate(
              """
              insert into transcript.holder (learner, subject, salt)
              values (:learner, :subject, :salt) on conflict (learner) do nothing
              """)
          .bind("learner", learner)
          .bind("subject", ids.nextV4())
          .bind("salt", ids.secret(SALT_BYTES))
          .execute();
      return get(handle, learner);
    });
  }

  private static Holder get(Handle handle, UUID learner) {
    return handle
        .createQuery("select * from transcript.holder where learner = :learner")
        .bind("learner", learner)
        .map((row, context) ->
            new Holder(
                row.getObject("learner", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("salt")))
        .one();
  }
}
