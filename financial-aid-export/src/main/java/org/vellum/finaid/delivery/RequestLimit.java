package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** How often a connected system may ask in a minute. */
@Component
public class RequestLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final RateLimit limit;
  private final RunConfiguration configuration;
  private final Caller caller;

  @Inject
  public RequestLimit(RateLimit limit, RunConfiguration configuration, Caller caller) {
    this.limit = limit;
    this.configuration = configuration;
    this.caller = caller;
  }

  /** Too many. */
  public static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts a request of who calls. */
  void count() {
    if (!limit.allow("aid-api:" + caller.actor(), configuration.requestsPerMinute(), WINDOW)) {
      throw new ExceededException();
    }
  }
}
