package org.vellum.finaid.delta;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.usecase.Repository;

/** What packages published of learners, and how each package differs from the one before it. */
@Repository
public class PublishedLearners {
  /** Of each learner what the newest published run of the profile knows. */
  private static final String NEWEST =
      """
      select distinct on (p.learner) p.learner, p.records
        from financial_aid.published_learner p
        join financial_aid.run r on r.id = p.run
       where r.institution = :institution and r.profile = :profile
         and r.state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
         and p.learner = any(:learners)
       order by p.learner, r.ended_at desc, r.horizon desc, r.position desc, r.id desc
      """;

  private final Jdbi jdbi;

  @Inject
  public PublishedLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is known of some learners, as {@link KnownRecords#bytes}.
   *
   * @return by learner; nothing of those of whom nothing was published
   */
  public Map<String, byte[]> find(String institution, String profile, Collection<String> learners) {
    return jdbi.withHandle(handle -> {
      Map<String, byte[]> found = new HashMap<>();
      handle
          .createQuery(NEWEST)
          .bind("institution", institution)
          .bind("profile", profile)
          .bindArray("learners", String.class, learners)
          .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
          .forEach(each -> found.put(each.getKey(), each.getValue()));
      return found;
    });
  }

  /**
   * A learner in a package.
   *
   * @param learner the school's identifier
   * @param change how the learner differs from the package before
   * @param entities in which kinds of records, separated by spaces
   * @param records what is known now
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Row(String learner, Comparison.Kind change, String entities, byte[] records) {}

  /** Forgets what a run that is not published has written. */
  public void forget(UUID run) {
    jdbi.useHandle(handle -> {
      handle.execute("delete from financial_aid.published_learner where run = ?", run);
      handle.execute("delete from financial_aid.run_change where run = ?", run);
    });
  }

  /** Adds learners of a run. */
  public void add(UUID run, List<Row> rows, boolean withChanges) {
    jdbi.useHandle(handle -> {
      PreparedBatch known =
          handle.prepareBatch(
              "insert into financial_aid.published_learner (run, learner, records)"
                  + " values (:run, :learner, :records)");
      PreparedBatch changes =
          handle.prepareBatch(
              "insert into financial_aid.run_change (run, learner, kind, entities)"
                  + " values (:run, :learner, :kind, :entities)");
      for (Row row : rows) {
        known.bind("run", run).bind("learner", row.learner).bind("records", row.records).add();
        if (withChanges && row.change != Comparison.Kind.SAME) {
          changes
              .bind("run", run)
              .bind("learner", row.learner)
              .bind("kind", row.change.name())
              .bind("entities", row.entities)
              .add();
        }
      }
      known.execute();
      if (changes.size() > 0) {
        changes.execute();
      }
    });
  }

  /**
   * Writes down who is gone: published before, and not in this run, which is one of all learners.
   */
  public void addGone(UUID run, UUID before) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.run_change (run, learner, kind, entities)
                select :run, p.learner, 'GONE', ''
                  from financial_aid.published_learner p
                 where p.run = :before
                   and not exists (select 1 from financial_aid.published_learner now
                                    where now.run = :run and now.learner = p.learner)
                """)
            .bind("run", run)
            .bind("before", before)
            .execute());
  }
}
