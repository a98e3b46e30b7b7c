package org.vellum.finaid.ssn;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
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
      List<String> ids = numbers.stream().map(Sealed::studentId).toList();
      changed(handle, ids, at);
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
      changed(handle, ids, at);
    });
  }

  /** Forgets the numbers of learners. */
  void forget(Collection<String> studentIds, Instant at) {
    jdbi.useHandle(handle -> {
      changed(handle, studentIds, at);
      handle
          .createUpdate(
              "delete from financial_aid.social_security_number where student_id = any(:ids)")
          .bindArray("ids", String.class, studentIds)
          .execute();
    });
  }

  /**
   * Notes a change of all who share a number with one of these learners: they are rejected while
   * they do, and stand again when they do not, without any other fact of theirs changing.
   */
  private static void changed(Handle handle, Collection<String> studentIds, Instant at) {
    handle
        .createUpdate(
            """
            update financial_aid.learner
               set facts_version = facts_version + 1, changed = pg_current_xact_id(),
                   source_as_of = greatest(source_as_of, :at)
             where student_id in (
               select unnest(array[one.student_id, other.student_id])
                 from financial_aid.social_security_number one
                 join financial_aid.social_security_number other using (fingerprint)
                where one.student_id = any(:ids) and other.student_id <> one.student_id)
            """)
        .bindArray("ids", String.class, studentIds)
        .bind("at", at)
        .execute();
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
