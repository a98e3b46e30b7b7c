package org.vellum.benchmarks;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * All rows that results left behind since an instant: facts, what they say of single items, events,
 * achievements and what these rest on. They are written once more, bare, into tables with the same
 * columns, checks and indexes in the same database.
 */
final class SameRows {
  private static final String SCHEMA = "bare";

  /** Each table with how its rows since the mark are told; those of readers are not of results. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("competency.evaluation_result", "id > (select result from bare.mark)");
    TABLES.put("competency.result_objective", "result > (select result from bare.mark)");
    TABLES.put(
        "platform.event",
        "position > (select event from bare.mark) and type in ('ResultRecorded',"
            + " 'AttainmentRecorded', 'AttainmentWithdrawn', 'CourseCompleted',"
            + " 'CourseCompletionWithdrawn')");
    TABLES.put("competency.achievement", "id > (select result from bare.mark)");
    TABLES.put("competency.achievement_basis", "achievement > (select result from bare.mark)");
    TABLES.put("competency.achievement_withdrawal", "result > (select result from bare.mark)");
  }

  private final BenchmarkDatabase database;

  private SameRows(BenchmarkDatabase database) {
    this.database = database;
  }

  /** From now on; identifiers of results and achievements go up with time. */
  static SameRows since(BenchmarkDatabase database) throws SQLException {
    database.execute("drop schema if exists bare cascade");
    database.execute("create schema bare");
    database.execute(
        """
        create table bare.mark as
        select coalesce((select id from competency.evaluation_result order by id desc limit 1),
                 '00000000-0000-0000-0000-000000000000') as result,
               (select coalesce(max(position), 0) from platform.event) as event
        """);
    for (String table : TABLES.keySet()) {
      database.execute(
          "create table %s (like %s including defaults including constraints including indexes)"
              .formatted(bare(table), table));
    }
    return new SameRows(database);
  }

  private static String bare(String table) {
    return SCHEMA + "." + table.substring(table.indexOf('.') + 1);
  }

  private static String rows(String table) {
    return "select * from " + table + " where " + TABLES.get(table);
  }

  /** How many rows there are, by table. */
  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES.keySet()) {
        try (ResultSet row =
            statement.executeQuery("select count(*) from (" + rows(table) + ") r")) {
          row.next();
          counts.put(table, row.getLong(1));
        }
      }
    }
    return counts;
  }

  /**
   * Inserts them in as many transactions as there are facts, with statements that stay prepared;
   * after a part of them as warm-up.
   *
   * @param connections by how many beside each other
   * @return transactions in a second
   */
  double insertedPerSecond(int connections) throws Exception {
    List<Written> tables = new ArrayList<>();
    for (String table : TABLES.keySet()) {
      Written written = read(table);
      if (!written.rows().isEmpty()) {
        tables.add(written);
      }
    }
    int facts = tables.getFirst().rows().size();
    insert(connections, tables, facts / 4);
    for (Written each : tables) {
      database.execute("truncate " + each.table());
    }
    return facts / insert(connections, tables, facts);
  }

  /** Rows of a table as they are to be inserted. */
  private record Written(String table, List<List<Object>> rows) {
    String insert() {
      return "insert into %s overriding system value values (%s)"
          .formatted(table, String.join(", ", Collections.nCopies(rows.getFirst().size(), "?")));
    }
  }

  private Written read(String table) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(rows(table))) {
      ResultSetMetaData columns = row.getMetaData();
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          values.add(row.getObject(column));
        }
        rows.add(values);
      }
    }
    return new Written(bare(table), rows);
  }

  private double insert(int connections, List<Written> tables, int count) throws Exception {
    int facts = tables.getFirst().rows().size();
    return Senders.seconds(
        connections,
        count,
        () -> new Inserting(database.connect(), tables, facts),
        Inserting::insert);
  }

  /** A connection with its statements. */
  private static final class Inserting implements Senders.Own {
    private final Connection connection;
    private final List<Written> tables;
    private final int facts;
    private final List<PreparedStatement> statements = new ArrayList<>();

    Inserting(Connection connection, List<Written> tables, int facts) throws SQLException {
      this.connection = connection;
      this.tables = tables;
      this.facts = facts;
      connection.setAutoCommit(false);
      for (Written table : tables) {
        statements.add(connection.prepareStatement(table.insert()));
      }
    }

    /** A fact, and its share of the rows of every other table. */
    void insert(int number) throws SQLException {
      for (int table = 0; table < tables.size(); table++) {
        List<List<Object>> rows = tables.get(table).rows();
        int to = (int) ((number + 1L) * rows.size() / facts);
        for (int row = (int) ((long) number * rows.size() / facts); row < to; row++) {
          PreparedStatement statement = statements.get(table);
          List<Object> values = rows.get(row);
          for (int column = 0; column < values.size(); column++) {
            statement.setObject(column + 1, values.get(column));
          }
          statement.executeUpdate();
        }
      }
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /**
   * Copies them in ({@code COPY … FROM}), a table after the other.
   *
   * @return seconds that it took
   */
  double copiedIn() throws Exception {
    double seconds = 0;
    try (Connection connection = database.connect()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : TABLES.keySet()) {
        Path file = Files.createTempFile("rows", ".copy");
        try {
          try (OutputStream out = Files.newOutputStream(file)) {
            copy.copyOut("copy (" + rows(table) + ") to stdout", out);
          }
          long begin = System.nanoTime();
          try (InputStream in = Files.newInputStream(file)) {
            copy.copyIn("copy " + bare(table) + " from stdin", in);
          }
          seconds += (System.nanoTime() - begin) / 1e9;
        } finally {
          Files.delete(file);
        }
      }
    }
    return seconds;
  }
}
