package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.roster.csv.ArchiveWriter.RowTaker;
import org.vellum.platform.usecase.Repository;

/** Gives the rows of a question to an archive one after another, never many in memory. */
@Repository
public class ArchiveRows {
  private static final int AT_A_TIME = 1_000;

  private final Jdbi jdbi;

  @Inject
  public ArchiveRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Values(List<@Nullable String> texts) {}

  /**
   * Gives the rows.
   *
   * @param sql the question, whose columns are texts; it may name the parameter {@code since}
   * @param width how many columns it has
   * @param since value of that parameter
   */
  public void give(String sql, int width, Optional<Instant> since, RowTaker taker)
      throws IOException {
    try {
      jdbi.useHandle(handle -> {
        Query query = handle.createQuery(sql).setFetchSize(AT_A_TIME);
        if (sql.contains(":since")) {
          query.bind("since", since);
        }
        try (Stream<Values> rows = query.map((row, context) -> values(row, width)).stream()) {
          rows.forEach(values -> take(taker, values));
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void take(RowTaker taker, Values values) {
    try {
      taker.take(values.texts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Values values(ResultSet row, int width) throws SQLException {
    List<@Nullable String> values = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      values.add(row.getString(i));
    }
    return new Values(values);
  }
}
