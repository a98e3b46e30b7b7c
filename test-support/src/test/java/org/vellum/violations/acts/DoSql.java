package org.vellum.violations.acts;

import org.jdbi.v3.core.Jdbi;
import org.vellum.violations.words.UseCase;

/** A use case that holds SQL and opens a transaction in its own. */
@UseCase
public class DoSql {

  private final Jdbi jdbi;

  public DoSql(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public int act() {
    return jdbi.inTransaction(handle -> handle.execute("DELETE FROM thing"));
  }
}
