package org.vellum.search.people;

import jakarta.inject.Inject;
import java.time.Duration;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.FindPeople;
import org.vellum.search.metrics.SearchMetrics;

/**
 * Accounts for what employers are refused: each is counted, and the log names an employer at most
 * once a minute, so that nobody can fill it. What was asked is never told.
 */
@Component
public class Refusals {
  private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SearchMetrics metrics;
  private final RateLimit limit;

  @Inject
  public Refusals(SearchMetrics metrics, RateLimit limit) {
    this.metrics = metrics;
    this.limit = limit;
  }

  /** A search was made or refused; the same as {@link #add(String, SearchMetrics.Refusal)}. */
  void add(String employer, FindPeople.Result result) {
    switch (result) {
      case FindPeople.Result.Page page -> {}
      case FindPeople.Result.Refused refused -> add(employer, SearchMetrics.Refusal.BAD_SEARCH);
      case FindPeople.Result.TooNarrow narrow -> add(employer, SearchMetrics.Refusal.TOO_NARROW);
      case FindPeople.Result.BadCursor bad -> add(employer, SearchMetrics.Refusal.BAD_CURSOR);
    }
  }

  /**
   * An employer is refused. Call it outside a transaction that may be rolled back.
   *
   * @param employer a sign-in name, or {@code client:<id>}
   */
  public void add(String employer, SearchMetrics.Refusal why) {
    metrics.refused(why);
    if (limit.allow("search-refused:" + employer, 1, MINUTE)) {
      LOG.log(System.Logger.Level.WARNING, "Search refused {0}: {1}", employer, why);
    }
  }
}
