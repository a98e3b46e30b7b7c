package org.vellum.finaid.ssn;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.usecase.Repository;

/**
 * Social security numbers as they are kept: sealed, with a fingerprint by which two are the same.
 */
@Repository
public class KeptNumbers {
  private final Jdbi jdbi;

  @Inject
  public KeptNumbers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A number.
   *
   * @param studentId whose it is
   * @param sealed the number, which only the secret opens
   * @param fingerprint the same for the same number
   */
  record Sealed(String studentId, String sealed, String fingerprint) {}

  /** Keeps numbers in place of those that were kept of the same learners. */
  void keep(List<Sealed> numbers, Instant at) {
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into financial_aid.social_security_number
                (student_id, sealed, fingerprint, kept_at)
              values (:studentId, :sealed, :fingerprint, :at)
              on conflict (student_id) do update
                 set sealed = excluded.sealed, fingerprint = excluded.fingerprint,
                     kept_at = excluded.kept_at
              """);
      for (Sealed each : numbers) {
        batch
            .bind("studentId", each.studentId)
            .bind("sealed", each.sealed)
            .bind("fingerprint", each.fingerprint)
            .bind("at", at)
            .add();
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    });
  }

  /** Forgets the numbers of learners. */
  void forget(Collection<String> studentIds) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "delete from financial_aid.social_security_number where student_id = any(:ids)")
            .bindArray("ids", String.class, studentIds)
            .execute());
  }

  /** Those of some student ids that are learners. */
  Set<String> known(Collection<String> studentIds) {
    return Set.copyOf(
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "select student_id from financial_aid.learner where student_id = any(:ids)")
                .bindArray("ids", String.class, studentIds)
                .mapTo(String.class)
                .set()));
  }

  /** The sealed numbers of some learners, by student id. */
  Map<String, String> find(Collection<String> studentIds) {
    return jdbi.withHandle(handle -> {
      Map<String, String> found = new HashMap<>();
      handle
          .createQuery(
              "select student_id, sealed from financial_aid.social_security_number"
                  + " where student_id = any(:ids)")
          .bindArray("ids", String.class, studentIds)
          .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(each -> found.put(each.getKey(), each.getValue()));
      return found;
    });
  }

  /** Learners whose number is another's too. */
  Set<String> shared() {
    return Set.copyOf(
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select student_id from (
                      select student_id, count(*) over (partition by fingerprint) as holders
                        from financial_aid.social_security_number) as held
                     where holders > 1
                    """)
                .mapTo(String.class)
                .set()));
  }

  /** How many are kept. */
  long count() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from financial_aid.social_security_number")
            .mapTo(Long.class)
            .one());
  }
}
