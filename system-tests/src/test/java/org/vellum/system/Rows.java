package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.vellum.start.VellumServer;

/**
 * The rows of a running server's own PostgreSQL, as its operator reaches them: for what only time
 * does, such as making a token old. The server is not told, and asks the same rows.
 */
final class Rows implements AutoCloseable {
  private final Connection connection;

  private Rows(Connection connection) {
    this.connection = connection;
  }

  static Rows of(VellumServer server) throws Exception {
    Path folder = server.data().resolve("database");
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
      secrets.load(reader);
    }
    String port = Files.readString(folder.resolve("port")).strip();
    return new Rows(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/vellum",
            "vellum",
            secrets.getProperty("application")));
  }

  /** Fails unless the statement changes this many rows. */
  void change(String sql, int rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(rows);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
