package org.vellum.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the superuser does: makes the application's role and database, asks whose PostgreSQL this
 * is, and counts the sessions. The application itself never has more than its own database.
 *
 * @param port where PostgreSQL listens
 */
record Setup(int port, DatabaseSecrets secrets) {

  static final String APPLICATION_ROLE = "vellum";

  private static final String NO_DATABASE = "3D000";
  private static final String WRONG_PASSWORD = "28P01";

  /** Whether a PostgreSQL on the port knows our password and keeps this cluster. */
  boolean answersFor(Path cluster) {
    if (port == 0) {
      return false;
    }
    try {
      return Path.of(asked("SHOW data_directory")).toRealPath().equals(cluster.toRealPath());
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  /** Whether others than this one are connected; no, when nobody answers. */
  boolean hasOtherSessions() {
    try {
      return !asked(
              """
              SELECT count(*) FROM pg_stat_activity
              WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
              """)
          .equals("0");
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes the role and its database, whichever is missing: the last start may have been cut. */
  void prepareApplicationDatabase() throws SQLException {
    if (isPrepared()) {
      return;
    }
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement()) {
      boolean hasRole = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'vellum'");
      // The password is of our own making, base64url: it holds no quote.
      statement.execute(
          "%s ROLE vellum LOGIN PASSWORD '%s'"
              .formatted(hasRole ? "ALTER" : "CREATE", secrets.application()));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = 'vellum'")) {
        statement.execute("CREATE DATABASE vellum OWNER vellum");
      }
    }
  }

  private boolean isPrepared() throws SQLException {
    try {
      application().getConnection().close();
      return true;
    } catch (SQLException e) {
      if (NO_DATABASE.equals(e.getSQLState()) || WRONG_PASSWORD.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private String asked(String query) throws SQLException {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private PGSimpleDataSource superuser() throws SQLException {
    return source("postgres", "postgres", secrets.superuser());
  }

  private PGSimpleDataSource application() throws SQLException {
    return source("vellum", APPLICATION_ROLE, secrets.application());
  }

  private PGSimpleDataSource source(String database, String user, String password)
      throws SQLException {
    return SessionSettings.toBundled(
        SessionSettings.DEFAULT.applyTo(new PGSimpleDataSource()), port, database, user, password);
  }
}
