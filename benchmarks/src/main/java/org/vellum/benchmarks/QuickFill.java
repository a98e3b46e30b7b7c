package org.vellum.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills tables of the search without their constraints and indexes, which are made again
 * afterwards: twenty million rows take minutes then, and not hours.
 *
 * @param database where the tables are
 */
record QuickFill(BenchmarkDatabase database) {
  private static final String CONSTRAINTS =
      """
      select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname),
             'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname)
               || ' ' || pg_get_constraintdef(oid)
        from pg_constraint
       where conrelid = '%s'::regclass and contype in ('p', 'u', 'f')
       order by contype = 'f' desc
      """;

  private static final String INDEXES =
      """
      select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
        from pg_index i
       where i.indrelid = '%s'::regclass
         and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      """;

  /** What was taken off a table, to be put back. */
  record Bared(List<String> statements) {}

  /** Takes constraints and indexes off a table. */
  Bared bare(String table) throws SQLException {
    List<String> again = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : List.of(CONSTRAINTS, INDEXES)) {
        try (ResultSet rows = statement.executeQuery(sql.formatted(table))) {
          while (rows.next()) {
            drops.add(rows.getString(1));
            again.add(rows.getString(2));
          }
        }
      }
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
    return new Bared(again.reversed());
  }

  /** Fills one table on a connection of its own, then puts back what was taken off. */
  void fill(String table, List<String> inserts, Bared bared) throws SQLException {
    long begin = System.nanoTime();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute("select setseed(0.42)");
      for (String sql : inserts) {
        statement.execute(sql);
      }
      for (String sql : bared.statements()) {
        statement.execute(sql);
      }
    }
    System.err.printf("%s filled in %d s%n", table, (System.nanoTime() - begin) / 1_000_000_000);
  }
}
