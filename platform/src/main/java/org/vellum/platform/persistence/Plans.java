package org.vellum.platform.persistence;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** How the database plans the statements of a transaction. */
@Repository
public class Plans {
  /** What {@link #keep} does, as a part of what a statement selects. */
  public static final String KEEP = "set_config('plan_cache_mode', 'force_generic_plan', true)";

  /**
   * Statistics are of a minute ago or older: of a table that grows fast they say that there is
   * nothing yet, and that to read all of it, be it once for many rows, is as good as anything.
   */
  private static final String LOOK_UP =
      """
      select set_config('plan_cache_mode', 'force_custom_plan', true)
          || set_config('enable_seqscan', 'off', true)
          || set_config('enable_hashjoin', 'off', true)
          || set_config('enable_mergejoin', 'off', true)
          || set_config('enable_material', 'off', true)
          || set_config('jit', 'off', true)
      """;

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
    set("select " + KEEP);
  }

  /**
   * Statements that go to the database together, the first of which does what {@link #keep} does.
   */
  public Together keeping() {
    Together together = new Together(jdbi);
    together.ask("select " + KEEP, query -> {}, row -> {});
    return together;
  }

  /**
   * Has statements planned for the values that they have, each row looked up by an index wherever
   * there is one, until the transaction ends. It is for what asks for hundreds of rows by their
   * names among any number: it takes as long whatever else a table holds, and whatever the
   * statistics say of it. Outside of a transaction nothing changes.
   */
  public void lookUp() {
    set(LOOK_UP);
  }

  /**
   * Does something in a transaction that {@linkplain #lookUp looks up}, and plans nothing anew
   * meanwhile that a connection has planned: to insert is to check for each row what it refers to,
   * and that would be planned for each row.
   */
  public void keepingThoseOfChecks(Runnable inserts) {
    set("select set_config('plan_cache_mode', 'auto', true)");
    inserts.run();
    set("select set_config('plan_cache_mode', 'force_custom_plan', true)");
  }

  private void set(String sql) {
    jdbi.useHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
