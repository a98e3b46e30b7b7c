package org.vellum.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.PooledConnection;

/** A server in a JVM of its own: writes one row, says that it is ready, ends with its input. */
final class HoldsTheDatabase {

  private HoldsTheDatabase() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    EmbeddedPostgresDataSource source = new EmbeddedPostgresDataSource();
    source.setDataFolder(arguments[0]);
    PooledConnection pooled = source.getPooledConnection();
    try (Connection connection = pooled.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('" + arguments[1] + "')");
    }
    System.out.println("ready");
    int end = System.in.read();
    pooled.close();
    System.out.println("ending after " + end);
  }
}
