package org.vellum.database;

import java.sql.SQLException;
import org.postgresql.PGProperty;
import org.postgresql.ds.common.BaseDataSource;

/**
 * What every session is bounded by: a statement, or a transaction left open, would hold back the
 * readers of the event log.
 *
 * @param statementTimeoutSeconds a statement that takes longer is cancelled; 0 is no limit
 * @param idleInTransactionTimeoutSeconds a transaction that does nothing for longer is ended, and
 *     its session with it; 0 is no limit
 */
record SessionSettings(int statementTimeoutSeconds, int idleInTransactionTimeoutSeconds) {

  static final SessionSettings DEFAULT = new SessionSettings(60, 120);

  private static final int CONNECT_SECONDS = 10;

  SessionSettings {
    if (statementTimeoutSeconds < 0 || idleInTransactionTimeoutSeconds < 0) {
      throw new IllegalArgumentException("A timeout of the database must be 0 or more seconds.");
    }
  }

  <T extends BaseDataSource> T applyTo(T source) {
    source.setApplicationName("vellum");
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setOptions(
        "-c statement_timeout=%ds -c idle_in_transaction_session_timeout=%ds"
            .formatted(statementTimeoutSeconds, idleInTransactionTimeoutSeconds));
    return source;
  }

  /** For the bundled server: the password is never told to something that only took its port. */
  static <T extends BaseDataSource> T toBundled(
      T source, int port, String database, String user, String password) throws SQLException {
    source.setServerNames(new String[] {Loopback.ADDRESS});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setProperty(PGProperty.REQUIRE_AUTH, "scram-sha-256");
    source.setSslMode("disable");
    return source;
  }
}
