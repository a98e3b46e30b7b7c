package org.vellum.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

  private static final AtomicInteger migrations = new AtomicInteger();

  @RegisterExtension static final TestDatabase database = aDatabase().emptyAfterEach("shelf");

  @RegisterExtension static final TestDatabase other = aDatabase();

  @RegisterExtension static final TestDatabase keeping = aDatabase().keeping("shelf.book");

  private static TestDatabase aDatabase() {
    return TestDatabase.migratedBy(
        (source, schema) -> {
          migrations.incrementAndGet();
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            statement.execute("CREATE TABLE " + schema + ".book (id serial, title text UNIQUE)");
          }
        },
        "shelf");
  }

  @Test
  void it_is_the_postgresql_of_production() throws Exception {
    assertThat(text(database, "SHOW server_version")).startsWith("18.");
    assertThat(text(database, "SELECT lower('É')")).isEqualTo("é");
  }

  @Test
  void a_row_stays_within_its_database_and_the_template_is_migrated_once() throws Exception {
    add(database, "A");
    assertThat(books(database)).isEqualTo(1);
    assertThat(books(other)).isZero();
    assertThat(migrations).hasValue(1);
  }

  @Test
  void every_test_method_starts_with_empty_tables() throws Exception {
    assertThat(books(database)).isZero();
    add(database, "A");
    database.empty("shelf");
    assertThat(books(database)).isZero();
    add(database, "B");
    assertThat(text(database, "SELECT id FROM shelf.book")).isEqualTo("1");
  }

  @Test
  void what_is_kept_is_not_emptied() throws Exception {
    add(keeping, "A");
    keeping.empty("shelf");
    assertThat(books(keeping)).isEqualTo(1);
  }

  @Test
  void work_that_throws_leaves_nothing() throws Exception {
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              add(database, "A");
              assertThat(books(database)).isEqualTo(1);
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(books(database)).isZero();
  }

  @Test
  void work_in_a_transaction_is_seen_by_others_only_at_its_end() throws Exception {
    int seenByOthers =
        database.inTransaction(() -> {
          database.inTransaction(() -> add(database, "A"));
          return CompletableFuture.supplyAsync(() -> booksUnchecked(database)).get();
        });
    assertThat(seenByOthers).isZero();
    assertThat(books(database)).isEqualTo(1);
  }

  @Test
  void code_inside_a_transaction_cannot_end_it() throws Exception {
    database.inTransaction(() -> {
      try (Connection connection = database.dataSource().getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);
      }
    });
  }

  @Test
  void a_connection_given_back_takes_neither_its_session_nor_its_open_transaction_along()
      throws Exception {
    Connection first = database.dataSource().getConnection();
    first.setAutoCommit(false);
    try (Statement statement = first.createStatement()) {
      statement.execute("INSERT INTO shelf.book (title) VALUES ('A')");
      statement.execute("SELECT pg_advisory_lock(7)");
      statement.execute("SET search_path TO shelf");
    }
    first.close();
    first.close();

    assertThat(first.isClosed()).isTrue();
    assertThatThrownBy(first::createStatement).hasMessageContaining("closed");
    assertThat(books(database)).isZero();
    assertThat(text(database, "SHOW search_path")).contains("public");
    assertThat(text(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
        .isEqualTo("0");
  }

  @Nested
  class InANestedClass {

    @Test
    void the_database_of_the_outer_class_is_used() throws Exception {
      add(database, "A");
      assertThat(books(database)).isEqualTo(1);
    }
  }

  private static void add(TestDatabase database, String title) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        var insert = connection.prepareStatement("INSERT INTO shelf.book (title) VALUES (?)")) {
      insert.setString(1, title);
      insert.executeUpdate();
    }
  }

  private static int books(TestDatabase database) throws SQLException {
    return Integer.parseInt(text(database, "SELECT count(*) FROM shelf.book"));
  }

  private static int booksUnchecked(TestDatabase database) {
    try {
      return books(database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
