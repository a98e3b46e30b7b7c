package org.vellum.search.people;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.limits.RateLimit.Allowance;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;
import org.vellum.search.metrics.SearchMetrics;

/** Keeps an employer from copying what can be found. */
@Component
public class SearchLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final RateLimit limit;
  private final SearchConfiguration configuration;
  private final Refusals refusals;

  @Inject
  public SearchLimit(RateLimit limit, SearchConfiguration configuration, Refusals refusals) {
    this.limit = limit;
    this.configuration = configuration;
    this.refusals = refusals;
  }

  /**
   * Counts a page that is about people.
   *
   * @throws org.vellum.platform.problem.ProblemException if there were too many (429)
   */
  public void countPage(String employer) {
    Allowance ofDay = new Allowance("search-day:" + employer, configuration.perDay(), DAY);
    Optional<Allowance> exceeded = limit.findExceeded(List.of(ofMinute(employer), ofDay));
    if (exceeded.filter(ofDay::equals).isPresent()) {
      refusals.add(employer, SearchMetrics.Refusal.LIMIT_OF_DAY);
      throw Problem.of(
              429,
              "Too many requests",
              "You have seen as many pages as search gives in a day. Tomorrow there are more.")
          .exception();
    }
    refuse(employer, exceeded);
  }

  /** Counts a suggestion. */
  public void countTyping(String employer) {
    refuse(employer, limit.findExceeded(List.of(ofMinute(employer))));
  }

  private Allowance ofMinute(String employer) {
    return new Allowance("search:" + employer, configuration.perMinute(), MINUTE);
  }

  private void refuse(String employer, Optional<Allowance> exceeded) {
    if (exceeded.isPresent()) {
      refusals.add(employer, SearchMetrics.Refusal.LIMIT_OF_MINUTE);
      throw Problem.of(
              429, "Too many requests", "That was a lot for one minute. Wait a while, then go on.")
          .exception();
    }
  }
}
