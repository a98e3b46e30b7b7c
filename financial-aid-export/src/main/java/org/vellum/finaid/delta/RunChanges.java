package org.vellum.finaid.delta;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** How runs differ from the ones before them: who is new, who changed, who is gone. */
@Repository
public class RunChanges {
  private final Jdbi jdbi;

  @Inject
  public RunChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A learner whose records differ.
   *
   * @param learner the school's identifier
   * @param kind {@code NEW}, {@code CHANGED} or {@code GONE}
   * @param entities in which kinds of records
   * @param causes why, as {@link Comparison.Cause} names it
   */
  public record Change(String learner, String kind, List<String> entities, List<String> causes) {}

  /** How many learners are new, changed and gone; the kinds of which there are none are missing. */
  public Map<String, Long> counts(UUID run) {
    return counted(
        """
        select kind, count(*) from financial_aid.run_change where run = :run
         group by kind order by kind
        """,
        run);
  }

  /** In how many learners each kind of record differs, the most first. */
  public Map<String, Long> countsByEntity(UUID run) {
    return counted(
        """
        select entity, count(*)
          from financial_aid.run_change, string_to_table(entities, ' ') as entity
         where run = :run and entity <> ''
         group by entity order by count(*) desc, entity
        """,
        run);
  }

  /** For how many learners each cause holds, the most first. */
  public Map<String, Long> countsByCause(UUID run) {
    return counted(
        """
        select cause, count(*)
          from financial_aid.run_change, string_to_table(causes, ' ') as cause
         where run = :run and cause <> ''
         group by cause order by count(*) desc, cause
        """,
        run);
  }

  private Map<String, Long> counted(String sql, UUID run) {
    return jdbi.withHandle(handle -> {
      Map<String, Long> counts = new LinkedHashMap<>();
      handle
          .createQuery(sql)
          .bind("run", run)
          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(each -> counts.put(each.getKey(), each.getValue()));
      return counts;
    });
  }

  /**
   * Learners whose records differ, by their identifiers.
   *
   * @param kind only this kind; empty for all
   * @param after the identifier after which the page begins
   */
  public List<Change> list(UUID run, String kind, String after, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select learner, kind, entities, causes from financial_aid.run_change
                 where run = :run and (:kind = '' or kind = :kind) and learner > :after
                 order by learner limit :limit
                """)
            .bind("run", run)
            .bind("kind", kind)
            .bind("after", after)
            .bind("limit", limit)
            .map((row, context) ->
                new Change(
                    row.getString(1),
                    row.getString(2),
                    List.of(row.getString(3).split(" ")),
                    List.of(row.getString(4).split(" "))))
            .list());
  }
}
