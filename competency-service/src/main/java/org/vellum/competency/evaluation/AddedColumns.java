package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.persistence.Together;

/**
 * Results about to be stored, column by column: one statement takes in any number of them, which
 * costs a fraction of one statement for each.
 */
final class AddedColumns {
  /** Each column with how the database reads its text. */
  private static final Map<String, String> COLUMNS = columns();

  private static final String ADD =
      """
      with added as (
        insert into competency.evaluation_result (%1$s)
        select %2$s from unnest(%3$s) as n (%1$s)
        returning id)
      insert into competency.result_objective (result, competency, score, text_score)
      select added.id, o.competency::uuid, o.score::numeric, o.text_score
        from unnest(:objectiveResults, :competencies, :scores, :textScores)
          as o (result, competency, score, text_score)
        join added on added.id = o.result::uuid
      """
          .formatted(
              String.join(", ", COLUMNS.keySet()),
              String.join(", ", COLUMNS.values()),
              ":" + String.join(", :", COLUMNS.keySet()));

  private AddedColumns() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String uuid : List.of("id", "supersedes", "learner")) {
      columns.put(uuid, uuid + "::uuid");
    }
    for (String text :
        List.of(
            "source_system",
            "sourced_id",
            "line_item",
            "line_item_title",
            "course",
            "course_title",
            "category",
            "score_status",
            "text_score",
            "comment")) {
      columns.put(text, text);
    }
    columns.put("state", "state::integer");
    for (String number : List.of("scale_minimum", "scale_maximum", "score", "rescaled")) {
      columns.put(number, number + "::numeric");
    }
    columns.put("digest", "decode(digest, 'hex')");
    columns.put("cleared", "cleared::boolean");
    columns.put("score_date", "score_date::date");
    columns.put("source_modified_at", "source_modified_at::timestamptz");
    columns.put("received_at", "received_at::timestamptz");
    columns.put("payload", "payload::jsonb");
    return columns;
  }

  /** Stores them. */
  static void add(Handle handle, List<AddedResult> added) {
    if (added.isEmpty()) {
      return;
    }
    try (Update update = handle.createUpdate(ADD)) {
      bind(update, added);
      update.execute();
    }
  }

  /** Stores few, with what else goes to the database. */
  static void add(Together together, List<AddedResult> added) {
    together.change(ADD, query -> bind(query, added));
  }

  private static void bind(SqlStatement<?> statement, List<AddedResult> added) {
    Columns columns = new Columns(statement, added);
    columns.put("id", each -> each.id().toString());
    columns.put("supersedes", each -> text(each.supersedes()));
    columns.put("state", each -> Integer.toString(each.state()));
    columns.put("learner", each -> each.learner().toString());
    columns.put("source_system", each -> each.sent().source());
    columns.put("sourced_id", each -> each.sent().sourcedId());
    lineItems(columns);
    columns.put("score_status", each -> each.sent().scoreStatus());
    columns.put("text_score", each -> text(each.sent().textScore()));
    columns.put("comment", each -> text(each.sent().comment()));
    columns.put("score", each -> text(each.sent().score()));
    columns.put("rescaled", each -> text(each.rescaled()));
    columns.put("digest", each -> each.sent().content().digest());
    columns.put("cleared", each -> Boolean.toString(each.sent().cleared()));
    columns.put("score_date", each -> each.sent().scoreDate().toString());
    columns.put("source_modified_at", each -> each.sent().modifiedAt().toString());
    columns.put("received_at", each -> each.receivedAt().toString());
    columns.put("payload", each -> each.sent().content().json().text());
    objectives(statement, added);
  }

  private static void lineItems(Columns columns) {
    columns.put("line_item", each -> each.lineItem().sourcedId());
    columns.put("line_item_title", each -> each.lineItem().title());
    columns.put("course", each -> each.lineItem().courseSourcedId());
    columns.put("course_title", each -> each.lineItem().courseTitle());
    columns.put("category", each -> text(each.lineItem().categorySourcedId()));
    columns.put("scale_minimum", each -> each.lineItem().resultValueMin().toPlainString());
    columns.put("scale_maximum", each -> each.lineItem().resultValueMax().toPlainString());
  }

  private static void objectives(SqlStatement<?> statement, List<AddedResult> added) {
    List<String> results = new ArrayList<>();
    List<ObjectiveScore> objectives = new ArrayList<>();
    for (AddedResult each : added) {
      for (ObjectiveScore objective : each.sent().objectives()) {
        results.add(each.id().toString());
        objectives.add(objective);
      }
    }
    statement
        .bind("objectiveResults", results.toArray(String[]::new))
        .bind("competencies", texts(objectives, each -> each.competency().toString()))
        .bind("scores", texts(objectives, each -> text(each.score())))
        .bind("textScores", texts(objectives, each -> text(each.textScore())));
  }

  private static @Nullable String text(Optional<?> value) {
    return value
        .map(some -> some instanceof BigDecimal number ? number.toPlainString() : some.toString())
        .orElse(null);
  }

  private static <E> @Nullable String[] texts(List<E> all, Function<E, @Nullable String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  /** The columns of one statement. */
  private record Columns(SqlStatement<?> statement, List<AddedResult> rows) {
    void put(String column, Function<AddedResult, @Nullable String> text) {
      statement.bind(column, texts(rows, text));
    }
  }
}
