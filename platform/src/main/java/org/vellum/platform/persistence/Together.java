package org.vellum.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Statements that go to the database together: however many they are, they cost one way there and
 * one back. Each is executed after those before it and sees what they did. In a transaction that
 * reads what is committed, it also sees what others committed while one before it waited; a part of
 * a single statement would not.
 */
public final class Together {
  private final Jdbi jdbi;
  private final List<Part> waiting = new ArrayList<>();

  /** None yet, for this database. */
  public Together(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Reads a row at which the result set stands. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private record Part(String sql, Consumer<Query> values, RowReader reader) {}

  /**
   * Has a question wait.
   *
   * @param sql one statement; a name stands for the same value in all that go together
   * @param values binds its values
   * @param reader is given each row of the answer
   */
  public void ask(String sql, Consumer<Query> values, RowReader reader) {
    waiting.add(new Part(sql, values, reader));
  }

  /** Has a change wait, as {@link #ask} does with a question. */
  public void change(String sql, Consumer<Query> values) {
    ask(sql, values, row -> {});
  }

  /**
   * Asks one question by itself.
   *
   * @param question has it wait, and returns the answer once it is there
   */
  public static <A> A alone(Jdbi jdbi, Function<Together, Supplier<A>> question) {
    Together together = new Together(jdbi);
    Supplier<A> answer = question.apply(together);
    together.send();
    return answer.get();
  }

  /** Sends what waits, and reads the answers in their order. */
  public void send() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Part> sent = List.copyOf(waiting);
    waiting.clear();
    String sql = sent.stream().map(Part::sql).collect(Collectors.joining(";\n"));
    jdbi.useHandle(handle -> {
      try (Query query = handle.createQuery(sql)) {
        sent.forEach(part -> part.values().accept(query));
        query.execute((executed, context) -> read(sent, executed.get()));
      }
    });
  }

  private static int read(List<Part> sent, PreparedStatement executed) throws SQLException {
    for (Part part : sent) {
      try (ResultSet rows = executed.getResultSet()) {
        while (rows != null && rows.next()) {
          part.reader().read(rows);
        }
      }
      executed.getMoreResults();
    }
    return sent.size();
  }
}
