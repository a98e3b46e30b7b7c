package org.vellum.testsupport;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection lent to a caller: what {@code close} means is the lender's affair. Inside a
 * transaction of the test it also refuses to end that transaction, as a container's connection does
 * inside a JTA transaction.
 */
final class SharedConnection implements InvocationHandler {

  private final Connection real;
  private final boolean inTransaction;
  private final ThrowingConsumer<Connection> onClose;
  private boolean closed;

  private SharedConnection(
      Connection real, boolean inTransaction, ThrowingConsumer<Connection> onClose) {
    this.real = real;
    this.inTransaction = inTransaction;
    this.onClose = onClose;
  }

  static Connection lent(Connection real, ThrowingConsumer<Connection> giveBack) {
    return proxy(new SharedConnection(real, false, giveBack));
  }

  static Connection joined(Connection real) {
    return proxy(new SharedConnection(real, true, ignored -> {}));
  }

  private static Connection proxy(SharedConnection handler) {
    return (Connection)
        Proxy.newProxyInstance(
            SharedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // two handles of one connection are two connections
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "close" -> close();
      case "isClosed" -> closed || real.isClosed();
      case "equals" -> proxy == given[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> call(method, given);
    };
  }

  private @Nullable Object close() throws Exception {
    if (!closed) {
      closed = true;
      onClose.accept(real);
    }
    return null;
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    if (closed && method.getDeclaringClass() != Object.class) {
      throw new SQLException("This connection has been closed");
    }
    if (inTransaction && endsTransaction(method, arguments)) {
      throw new SQLException(
          "The transaction belongs to TestDatabase.inTransaction, as it would to the container: "
              + method.getName());
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static boolean endsTransaction(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "commit" -> true;
      case "rollback" -> arguments.length == 0;
      case "setAutoCommit" -> Boolean.TRUE.equals(arguments[0]);
      default -> false;
    };
  }
}
