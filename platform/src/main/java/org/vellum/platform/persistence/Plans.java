package org.vellum.platform.persistence;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** How the database plans the statements of a transaction. */
@Repository
public class Plans {
  private final Jdbi jdbi;

  @Inject
  public Plans(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Lets the plan of a statement serve whatever its values are, until the transaction ends. It is
   * for statements that are done sooner than planned, and whose best plan is the same for all
   * values. Outside of a transaction nothing changes.
   */
  public void keep() {
    jdbi.useHandle(handle ->
        handle
            .createQuery("select set_config('plan_cache_mode', 'force_generic_plan', true)")
            .mapTo(String.class)
            .one());
  }
}
