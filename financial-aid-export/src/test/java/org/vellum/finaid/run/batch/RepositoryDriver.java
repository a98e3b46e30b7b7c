package org.vellum.finaid.run.batch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL for the batch container's repository, which says {@code SET SCHEMA ?}: nobody but
 * Derby and DB2 takes that. The address names the schema already.
 */
public final class RepositoryDriver implements Driver {
  static final String PREFIX = "repository:";

  private static final Queue<Connection> IDLE = new ConcurrentLinkedQueue<>();

  static {
    try {
      DriverManager.registerDriver(new RepositoryDriver());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection idle = IDLE.poll();
    Connection real =
        idle == null
            ? DriverManager.getConnection(url.substring(PREFIX.length()), properties)
            : idle;
    return (Connection)
        Proxy.newProxyInstance(
            RepositoryDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                giveBack(real);
                return null;
              }
              if (arguments != null && "SET SCHEMA ?".equals(arguments[0])) {
                return nothing();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** The container opens a connection for each statement. */
  private static void giveBack(Connection real) throws SQLException {
    if (!real.isClosed()) {
      if (!real.getAutoCommit()) {
        real.rollback();
        real.setAutoCommit(true);
      }
      IDLE.add(real);
    }
  }

  private static PreparedStatement nothing() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            RepositoryDriver.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              Class<?> type = method.getReturnType();
              return type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null;
            });
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(RepositoryDriver.class.getName());
  }
}
