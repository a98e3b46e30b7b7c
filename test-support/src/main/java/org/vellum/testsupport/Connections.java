package org.vellum.testsupport;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The data source a test sees: lends pooled connections in autocommit mode, or the one connection
 * of the transaction that the asking thread is in. It connects only when asked for a connection, so
 * it may be handed out before the database exists.
 */
final class Connections implements DataSource {

  private static final int KEPT = 4;

  private final Supplier<DataSource> database;
  private final Deque<Connection> idle = new ArrayDeque<>();

  /** One for each database, for a thread may be in the transactions of two; always removed. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Connection> transaction = new ThreadLocal<>();

  Connections(Supplier<DataSource> database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection joined = transaction.get();
    return joined != null
        ? SharedConnection.joined(joined)
        : SharedConnection.lent(take(), this::giveBack);
  }

  <T extends @Nullable Object> T inTransaction(ThrowingSupplier<T> work) throws Exception {
    if (transaction.get() != null) {
      return work.get();
    }
    Connection connection = take();
    connection.setAutoCommit(false);
    transaction.set(connection);
    try {
      T value = work.get();
      connection.commit();
      return value;
    } finally {
      transaction.remove();
      giveBack(connection);
    }
  }

  synchronized void closeIdle() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
    idle.clear();
  }

  private Connection take() throws SQLException {
    synchronized (this) {
      Connection kept = idle.poll();
      if (kept != null) {
        return kept;
      }
    }
    return database.get().getConnection();
  }

  /** Rolls back what was not committed and forgets the session's state, then keeps it for later. */
  private void giveBack(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    connection.setReadOnly(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("DISCARD ALL");
    }
    synchronized (this) {
      if (idle.size() < KEPT) {
        idle.push(connection);
        return;
      }
    }
    connection.close();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The test database has one user");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return database.get().getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    database.get().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.get().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.get().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.postgresql");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("Nothing is wrapped as " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
