package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Repository;

/**
 * What results say of learning objectives, put aside while an archive is read: it stands in another
 * file than the results, in whatever order.
 */
@Repository
public class StagedObjectives {
  private final Jdbi jdbi;

  @Inject
  public StagedObjectives(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What one result says of one objective.
   *
   * @param result {@code sourcedId} of the result
   * @param source who gave the objective its identifier
   * @param objective that identifier
   * @param score the score, as a number in text
   * @param textScore the score in words
   */
  record Staged(
      String result,
      String source,
      String objective,
      @Nullable String score,
      @Nullable String textScore) {}

  void putAside(UUID reading, List<Staged> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into competency.staged_objective
              values (:reading, :result, :source, :objective, :score, :textScore)
              """);
      for (Staged row : rows) {
        batch
            .bind("reading", reading)
            .bind("result", row.result())
            .bind("source", row.source())
            .bind("objective", row.objective())
            .bind("score", row.score())
            .bind("textScore", row.textScore())
            .add();
      }
      batch.execute();
    });
  }

  /** Takes those of these results out; by result. */
  Map<String, List<Staged>> take(UUID reading, Collection<String> results) {
    Map<String, List<Staged>> taken = new HashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                delete from competency.staged_objective
                 where reading = :reading and result = any(:results)
                returning result, source, objective, score, text_score
                """)
            .bind("reading", reading)
            .bind("results", results.toArray(String[]::new))
            .map((row, context) ->
                new Staged(
                    row.getString("result"),
                    row.getString("source"),
                    row.getString("objective"),
                    row.getString("score"),
                    row.getString("text_score")))
            .forEach(
                each -> taken.computeIfAbsent(each.result(), none -> new ArrayList<>()).add(each)));
    return taken;
  }

  /** One of the results that nobody took, and forgets them all. */
  Optional<String> forget(UUID reading) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "delete from competency.staged_objective where reading = :reading returning result")
            .bind("reading", reading)
            .mapTo(String.class)
            .stream()
            .sorted()
            .findFirst());
  }
}
