package org.vellum.testsupport;

import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Counts how often the database is asked or told something, statements that go together once.
 * Readers of events are woken after the commit and not counted; without a container, by a statement
 * of the transaction itself.
 */
public final class WaysToTheDatabase implements SqlLogger {
  private final AtomicInteger ways = new AtomicInteger();

  /** Counts those of a database from now on. */
  public static WaysToTheDatabase of(Jdbi jdbi) {
    WaysToTheDatabase counting = new WaysToTheDatabase();
    jdbi.setSqlLogger(counting);
    return counting;
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    // A script of many statements has no text of its own.
    if (!String.valueOf(context.getRawSql()).startsWith("notify ")) {
      ways.incrementAndGet();
    }
  }

  /** How many there were since this was asked last. */
  public int taken() {
    return ways.getAndSet(0);
  }
}
