package org.vellum.search.alert;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.limits.ClientAddress;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** The feeds of saved searches, for programs that know the secret in the address. */
@Component
@Path("/feeds/{secret}")
public class FeedsResource {
  private static final int READS = 30;
  private static final int GUESSES = 30;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int LONGEST_SECRET = 100;

  @Inject private SavedSearches searches;
  @Inject private ShowNew showNew;
  @Inject private AlertLinks links;
  @Inject private PlatformConfiguration platform;
  @Inject private RateLimit limit;
  @Inject private ClientAddress address;
  @Inject private Clock clock;

  @Context private HttpServletRequest request;

  /** The feed (RFC 4287). */
  @GET
  @PermitAll
  public Response read(@PathParam("secret") String secret) {
    Optional<SavedSearch> found =
        secret.length() > LONGEST_SECRET
            ? Optional.empty()
            : searches.findByFeed(secret, clock.instant());
    String key =
        found
            .map(search -> "search-feed:" + search.id())
            .orElseGet(() -> address.key("search-feed-guess", request.getRemoteAddr()));
    if (!limit.allow(key, found.isPresent() ? READS : GUESSES, HOUR)) {
      throw Problem.of(429, "Too many requests", "Read a feed at most every few minutes.")
          .exception();
    }
    SavedSearch search =
        found
            .filter(each -> !each.asleep())
            .orElseThrow(() ->
                Problem.of(
                        404,
                        "Not found",
                        "There is no such feed, or its employer has not come for ninety days.")
                    .exception());
    byte[] feed =
        new AtomFeed(links, platform.institutionName()).of(search, secret, showNew.show(search));
    return Response.ok(feed, "application/atom+xml;charset=UTF-8").build();
  }
}
