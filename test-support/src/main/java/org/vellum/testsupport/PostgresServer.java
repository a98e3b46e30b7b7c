package org.vellum.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of this JVM: started when the first test asks for a database, stopped by its
 * shutdown hook when the JVM ends. It keeps nothing safe from a crash.
 */
final class PostgresServer {

  private static final String OWNER = "postgres";

  private static final Map<String, String> FASTER_THAN_SAFE =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "shared_buffers", "64MB",
          "max_connections", "100",
          "timezone", "UTC");

  private final EmbeddedPostgres postgres;
  private final Map<String, String> templates = new ConcurrentHashMap<>();
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static PostgresServer running() {
    return Started.SERVER;
  }

  /** Creates an empty database and gives its name. */
  String createDatabase() {
    return copyOf("template0");
  }

  /**
   * Creates a database as a copy of the template of that key, which is migrated the first time that
   * the key is seen in this JVM.
   */
  String createDatabase(String key, ThrowingConsumer<DataSource> migration) {
    return copyOf(templates.computeIfAbsent(key, unseen -> migratedTemplate(migration)));
  }

  void drop(String database) {
    execute("DROP DATABASE " + database + " WITH (FORCE)");
  }

  DataSource connectingTo(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {postgres.getPort()});
    source.setDatabaseName(database);
    source.setUser(OWNER);
    return source;
  }

  private String migratedTemplate(ThrowingConsumer<DataSource> migration) {
    String template = createDatabase();
    migration.acceptUnchecked(connectingTo(template));
    return template;
  }

  private synchronized String copyOf(String template) {
    String name = "vellum_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return name;
  }

  private void execute(String sql) {
    try (Connection connection = connectingTo(OWNER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PostgresServer start() {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(
                  Path.of("target", "postgres", Long.toString(ProcessHandle.current().pid())))
              .setCleanDataDirectory(true)
              .setPGStartupWait(Duration.ofMinutes(1))
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8");
      FASTER_THAN_SAFE.forEach(builder::setServerConfig);
      return new PostgresServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL for tests did not start", e);
    }
  }

  /** Holds the server so that it starts on first use. */
  private static final class Started {
    private static final PostgresServer SERVER = start();
  }
}
