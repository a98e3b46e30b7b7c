package org.vellum.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What the database itself says of the statements that took it longest, where the system property
 * {@code vellum.benchmarks.statements} is {@code true}. To count them costs a few percent, for the
 * application and the baseline alike.
 */
final class Statements {
  static final boolean ASKED = Boolean.getBoolean("vellum.benchmarks.statements");
  private static final int LONGEST = 200;

  private Statements() {}

  /** From now on. */
  static void count(BenchmarkDatabase database) throws SQLException {
    if (ASKED) {
      database.execute("create extension if not exists pg_stat_statements");
      database.execute("select pg_stat_statements_reset()");
    }
  }

  /** Those that took longest since then. */
  static void print(BenchmarkDatabase database, PrintStream out) throws SQLException {
    if (!ASKED) {
      return;
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select calls, total_exec_time, mean_exec_time, rows,
                       regexp_replace(query, '\\s+', ' ', 'g')
                  from pg_stat_statements order by total_exec_time desc limit 20
                """)) {
      while (row.next()) {
        String query = row.getString(5);
        out.printf(
            Locale.ROOT,
            "%,9d calls %,9.0f ms, %8.3f ms each, %,9d rows: %s%n",
            row.getLong(1),
            row.getDouble(2),
            row.getDouble(3),
            row.getLong(4),
            query.substring(0, Math.min(LONGEST, query.length())));
      }
    }
  }
}
