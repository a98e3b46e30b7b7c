package org.vellum.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL database for one test class, fresh and migrated.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database =
 *     TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");
 * }</pre>
 *
 * <p>Life: made when first asked for a connection, as a copy of a template that is migrated once in
 * a JVM for the same schemas; dropped after the class. It may be held in a static field that comes
 * after it, such as a {@code Jdbi}, because its data source connects only when used.
 */
public final class TestDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  /**
   * Only what holds rows is touched: most tests fill a few tables of dozens, and to truncate one
   * costs files for it and for each of its indexes.
   */
  private static final String EMPTIED =
      """
      DO $do$
      DECLARE
        one text;
        filled boolean;
      BEGIN
        FOR one IN
          SELECT format('%I.%I', schemaname, tablename)
            FROM pg_tables
           WHERE schemaname = SCHEMA AND tablename <> 'flyway_schema_history'
             AND schemaname || '.' || tablename <> ALL (KEPT)
        LOOP
          EXECUTE 'SELECT EXISTS (SELECT FROM ' || one || ')' INTO filled;
          IF filled THEN
            EXECUTE 'DELETE FROM ' || one;
          END IF;
        END LOOP;
        PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
           FROM pg_sequences
          WHERE schemaname = SCHEMA AND last_value IS NOT NULL;
      END
      $do$
      """;

  private final Function<PostgresServer, String> create;
  private final Connections connections = new Connections(this::database);
  private @Nullable String name;
  private List<String> emptied = List.of();
  private List<String> kept = List.of();
  private int users;

  private TestDatabase(Function<PostgresServer, String> create) {
    this.create = create;
  }

  /**
   * A database whose schemas are migrated in the order given. All classes of one JVM that name the
   * same schemas share one template, so a schema's name must mean the same migrations to all.
   */
  public static TestDatabase migratedBy(Migration migration, String... schemas) {
    List<String> order = List.of(schemas);
    return new TestDatabase(server ->
        server.createDatabase(
            String.join(",", order),
            database -> {
              for (String schema : order) {
                migration.migrate(database, schema);
              }
            }));
  }

  /** A database prepared by the callback for this class alone, without a template. */
  public static TestDatabase migratedBy(ThrowingConsumer<DataSource> preparation) {
    return new TestDatabase(server -> {
      String database = server.createDatabase();
      preparation.acceptUnchecked(server.connectingTo(database));
      return database;
    });
  }

  /** A database without any schema of ours. */
  public static TestDatabase empty() {
    return new TestDatabase(PostgresServer::createDatabase);
  }

  /**
   * Also empties every table of these schemas after each test method, triggers unheard. Rows that a
   * migration inserted go too.
   */
  public TestDatabase emptyAfterEach(String... schemas) {
    emptied = List.of(schemas);
    return this;
  }

  /**
   * But keeps the rows of these tables, such as {@code platform.signing_key}: for what takes long
   * to make and is the same for every test of the class.
   */
  public TestDatabase keeping(String... tables) {
    kept = List.of(tables);
    return this;
  }

  /**
   * The database. Connections are in autocommit mode, or inside {@link #inTransaction} the one of
   * that transaction.
   */
  public DataSource dataSource() {
    return connections;
  }

  /** Like {@link #inTransaction(ThrowingSupplier)}, without a value. */
  public void inTransaction(ThrowingRunnable work) throws Exception {
    connections.<@Nullable Object>inTransaction(() -> {
      work.run();
      return null;
    });
  }

  /**
   * Does what {@code @UseCase} does in the container: every connection that this thread asks for
   * during the work is the same one; closing it does nothing; it is committed at the end, or rolled
   * back if the work throws. Inside another, it joins that one.
   */
  public <T extends @Nullable Object> T inTransaction(ThrowingSupplier<T> work) throws Exception {
    return connections.inTransaction(work);
  }

  /**
   * Empties every table of these schemas now, except the history of migrations and what is kept.
   */
  public void empty(String... schemas) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      StringJoiner keep = new StringJoiner(", ", "ARRAY[", "]::text[]");
      for (String table : kept) {
        keep.add(statement.enquoteLiteral(table));
      }
      for (String schema : schemas) {
        statement.execute(
            EMPTIED
                .replace("SCHEMA", statement.enquoteLiteral(schema))
                .replace("KEPT", keep.toString()));
      }
    }
  }

  private synchronized DataSource database() {
    if (name == null) {
      name = create.apply(PostgresServer.running());
    }
    return PostgresServer.running().connectingTo(name);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    users++;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (!emptied.isEmpty()) {
      empty(emptied.toArray(String[]::new));
    }
  }

  /** Drops the database after the outermost class: a nested class uses that of its outer one. */
  @Override
  public synchronized void afterAll(ExtensionContext context) throws Exception {
    users--;
    if (users == 0 && name != null) {
      connections.closeIdle();
      PostgresServer.running().drop(name);
      name = null;
    }
  }
}
