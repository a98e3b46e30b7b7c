package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.architecture.ArchitectureException;
import org.vellum.platform.usecase.Component;

/** Where all that is known of learners is read, as it stood at one moment. */
@Component
public class LearnerFactsSource {
  private final Jdbi jdbi;
  private final Clock clock;

  @Inject
  public LearnerFactsSource(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Opens a view of the facts as they are now: whatever is written meanwhile is not in it. It holds
   * one connection until it is closed, so it must be closed, and soon: readers of the event log
   * wait for no reader, but old rows are kept for it.
   *
   * <p>Outside of a transaction it begins one of its own, and ends it when it is closed. Inside of
   * one, which then must not have asked the database anything yet, it is that transaction.
   */
  @ArchitectureException(
      rule = "acts",
      reason = "a snapshot outlives what a use case does, and its isolation is its own")
  public FactsSnapshot open() {
    Handle handle = jdbi.open();
    try {
      boolean own = handle.getConnection().getAutoCommit();
      if (own) {
        handle.getConnection().setAutoCommit(false);
      }
      handle.execute("set transaction isolation level repeatable read, read only");
      return new FactsSnapshot(handle, own, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (SQLException | RuntimeException e) {
      handle.close();
      throw new IllegalStateException("a snapshot of the facts could not be opened", e);
    }
  }
}
