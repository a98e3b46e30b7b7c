package org.vellum.search.people;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.limits.RateLimit.Allowance;
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
    Allowance ofDay = new Allowance("search-day:" + employer, configuration.perDay(), DAY);
    Optional<Allowance> exceeded = limit.findExceeded(List.of(ofMinute(employer), ofDay));
    if (exceeded.filter(ofDay::equals).isPresent()) {
      LOG.log(System.Logger.Level.WARNING, "{0} reached the limit of a day in search", employer);
      throw Problem.of(
              429,
              "Too many requests",
              "You have seen as many pages as search gives in a day. Tomorrow there are more.")
          .exception();
    }
    refuse(exceeded);
  }

  /** Counts a suggestion. */
  public void countTyping(String employer) {
    refuse(limit.findExceeded(List.of(ofMinute(employer))));
  }

  private Allowance ofMinute(String employer) {
    return new Allowance("search:" + employer, configuration.perMinute(), MINUTE);
  }

  private static void refuse(Optional<Allowance> exceeded) {
    if (exceeded.isPresent()) {
      throw Problem.of(
              429, "Too many requests", "That was a lot for one minute. Wait a while, then go on.")
          .exception();
    }
  }
}
