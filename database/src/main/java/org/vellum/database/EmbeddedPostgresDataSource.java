package org.vellum.database;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The container's data source. Without a URL it gives connections to the bundled PostgreSQL, which
 * the first of them starts; with one it gives connections to that server, and nothing is started.
 * Its properties are set by the container before the first connection.
 */
public final class EmbeddedPostgresDataSource implements ConnectionPoolDataSource {

  private static final String CANNOT_CONNECT = "08001";

  private String dataFolder = "";
  private int port;
  private String url = "";
  private String user = "";
  private String password = "";
  private int statementTimeout = SessionSettings.DEFAULT.statementTimeoutSeconds();
  private int idleInTransactionTimeout = SessionSettings.DEFAULT.idleInTransactionTimeoutSeconds();
  private @Nullable PrintWriter logWriter;
  private int loginTimeout;

  /**
   * A connection in auto-commit mode.
   *
   * @throws DatabaseUnavailable when the bundled PostgreSQL cannot be started, with the reason
   */
  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return getPooledConnection(user, password);
  }

  /** As {@link #getPooledConnection()}; the name and password are the external server's. */
  @Override
  public PooledConnection getPooledConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    if (!url.isBlank()) {
      return external(user, password).getPooledConnection();
    }
    try {
      return bundled().getPooledConnection();
    } catch (SQLException e) {
      if (e instanceof DatabaseUnavailable || !CANNOT_CONNECT.equals(e.getSQLState())) {
        throw e;
      }
      // It died since: asking again starts it again.
      return bundled().getPooledConnection();
    }
  }

  private PGConnectionPoolDataSource external(@Nullable String user, @Nullable String password) {
    PGConnectionPoolDataSource source = settings().applyTo(new PGConnectionPoolDataSource());
    source.setURL(url);
    if (user != null && !user.isBlank()) {
      source.setUser(user);
      source.setPassword(password);
    }
    return source;
  }

  private PGConnectionPoolDataSource bundled() throws SQLException {
    if (dataFolder.isBlank()) {
      throw new DatabaseUnavailable(
          "The data source has neither a dataFolder for the bundled PostgreSQL nor a url.");
    }
    PostgresServer.Address address = PostgresServer.of(Path.of(dataFolder)).start(port);
    return SessionSettings.toBundled(
        settings().applyTo(new PGConnectionPoolDataSource()),
        address.port(),
        "vellum",
        address.user(),
        address.password());
  }

  private SessionSettings settings() {
    return new SessionSettings(statementTimeout, idleInTransactionTimeout);
  }

  /** Where the bundled PostgreSQL keeps its files; made if it is missing. */
  public void setDataFolder(String dataFolder) {
    this.dataFolder = dataFolder;
  }

  /** The bundled PostgreSQL's port; 0, the default, for the one of the last time or a free one. */
  public void setPort(int port) {
    this.port = port;
  }

  /** An external server, as {@code jdbc:postgresql://host:port/database}; empty for the bundled. */
  public void setUrl(String url) {
    this.url = url;
  }

  /** The external server's user. */
  public void setUser(String user) {
    this.user = user;
  }

  /** The external server's password. */
  public void setPassword(String password) {
    this.password = password;
  }

  /** Seconds after which a statement is cancelled; 60 unless set, 0 for never. */
  public void setStatementTimeout(int seconds) {
    this.statementTimeout = seconds;
  }

  /** Seconds after which an idle transaction is ended; 120 unless set, 0 for never. */
  public void setIdleInTransactionTimeout(int seconds) {
    this.idleInTransactionTimeout = seconds;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    this.logWriter = out;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    this.loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("Logs by java.lang.System.Logger.");
  }
}
