package org.vellum.search.people;

import jakarta.inject.Inject;
import java.time.Duration;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Keeps an employer from copying what can be found, and says so in the log. */
@Component
public class SearchLimit {
  private static final System.Logger LOG = System.getLogger(SearchLimit.class.getName());
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final RateLimit limit;
  private final SearchConfiguration configuration;

  @Inject
  public SearchLimit(RateLimit limit, SearchConfiguration configuration) {
    this.limit = limit;
    this.configuration = configuration;
  }

  /**
   * Counts a page that is about people.
   *
   * @throws org.vellum.platform.problem.ProblemException if there were too many (429)
   */
  public void countPage(String employer) {
    countTyping(employer);
    if (!limit.allow("search-day:" + employer, configuration.perDay(), DAY)) {
      LOG.log(System.Logger.Level.WARNING, "{0} reached the limit of a day in search", employer);
      throw Problem.of(
              429,
              "Too many requests",
              "You have seen as many pages as search gives in a day. Tomorrow there are more.")
          .exception();
    }
  }

  /** Counts a suggestion. */
  public void countTyping(String employer) {
    if (!limit.allow("search:" + employer, configuration.perMinute(), MINUTE)) {
      throw Problem.of(
              429, "Too many requests", "That was a lot for one minute. Wait a while, then go on.")
          .exception();
    }
  }
}
