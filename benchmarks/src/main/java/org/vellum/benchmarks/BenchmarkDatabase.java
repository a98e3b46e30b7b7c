package org.vellum.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL of its own for one benchmark. */
record BenchmarkDatabase(EmbeddedPostgres postgres) implements AutoCloseable {

  /** One that does not wait for its disk, so that of two ways the work itself is compared. */
  static BenchmarkDatabase start() throws IOException {
    return new BenchmarkDatabase(builder().start());
  }

  /** The same with room in memory for many rows, as an operator who has them would give it. */
  static BenchmarkDatabase startLarge() throws IOException {
    return new BenchmarkDatabase(
        builder()
            .setServerConfig("shared_buffers", "2GB")
            .setServerConfig("max_wal_size", "4GB")
            .start());
  }

  /** One as safe as in production: what is committed is on the disk. */
  static BenchmarkDatabase startSafe() throws IOException {
    return new BenchmarkDatabase(
        builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start());
  }

  private static EmbeddedPostgres.Builder builder() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(Files.createTempDirectory("vellum-benchmark"))
        .setCleanDataDirectory(true)
        .setServerConfig("shared_preload_libraries", Statements.ASKED ? "pg_stat_statements" : "")
        .setPGStartupWait(Duration.ofMinutes(1));
  }

  String url() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
  }

  Connection connect() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
