package org.vellum.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** No connection can be given, and the message says in one sentence why. SQLSTATE 08001. */
public final class DatabaseUnavailable extends SQLException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String message) {
    this(message, null);
  }

  DatabaseUnavailable(String message, @Nullable Throwable cause) {
    super(message, "08001", cause);
  }
}
