package org.vellum.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a service's schema to the shape that its code expects. */
public final class Schemas {
  private static final String LOCK = "hashtextextended('vellum: migrations', 0)";
  private static final long PAUSE_NANOS = 100_000_000;

  private Schemas() {}

  /**
   * Migrates one schema by the scripts under {@code org/vellum/<schema>/db}. Several nodes may
   * start at once: Flyway lets one work and the others wait. Beside the scripts lies an empty file
   * {@code flyway.location}, without which Flyway does not find them in a Liberty server.
   *
   * @param schema name of the schema and of the service's package: lower-case letters
   * @param loader sees the scripts
   */
  public static void migrate(DataSource dataSource, String schema, ClassLoader loader) {
    if (!schema.equals(schema.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a schema's name is in lower case");
    }
    alone(
        dataSource,
        () ->
            Flyway.configure(loader)
                .dataSource(dataSource)
                .schemas(schema)
                .locations("classpath:org/vellum/" + schema + "/db")
                .validateMigrationNaming(true)
                .load()
                .migrate());
  }

  /**
   * Services start side by side, and what one creates for the whole database, such as an extension,
   * another may create too: so one migrates after another.
   */
  private static void alone(DataSource dataSource, Runnable migration) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // Asked again and again, since waiting within a statement would run into its timeout.
      while (!answer(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      try {
        migration.run();
      } finally {
        answer(statement, "select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not let a schema be migrated", e);
    }
  }

  private static boolean answer(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Migrates several schemas in order, each with its scripts on the caller's class path. */
  public static void migrate(DataSource dataSource, String... schemas) {
    for (String schema : schemas) {
      migrate(dataSource, schema, Schemas.class.getClassLoader());
    }
  }
}
