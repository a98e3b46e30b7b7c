package org.vellum.search.alert;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/**
 * Where the links in letters lead. Who follows one is asked, since programs that look at mail
 * follow links too; a mail program may post to it by itself (RFC 8058).
 */
@Component
@Path("/alerts/{search}")
@Produces({MediaType.TEXT_HTML, MediaType.WILDCARD})
public class LettersResource {
  private static final String TEMPLATE = "org/vellum/search/alert/letter";

  @Inject private SavedSearches searches;
  @Inject private AlertLinks links;
  @Inject private Clock clock;

  /** Asks whether the address wants mail. */
  @GET
  @Path("confirm/{code}")
  @PermitAll
  public Page askToConfirm(@PathParam("search") UUID search, @PathParam("code") String code) {
    mailOf(search, AlertLinks.Purpose.CONFIRM, code);
    return page("ask-confirm");
  }

  /** The address wants mail. */
  @POST
  @Path("confirm/{code}")
  @PermitAll
  public Page confirm(@PathParam("search") UUID search, @PathParam("code") String code) {
    searches.confirm(search, mailOf(search, AlertLinks.Purpose.CONFIRM, code));
    return page("confirmed");
  }

  /** Asks whether the address wants no more mail. */
  @GET
  @Path("stop/{code}")
  @PermitAll
  public Page askToStop(@PathParam("search") UUID search, @PathParam("code") String code) {
    mailOf(search, AlertLinks.Purpose.STOP, code);
    return page("ask-stop");
  }

  /** The address wants no more mail. */
  @POST
  @Path("stop/{code}")
  @PermitAll
  public Page stop(@PathParam("search") UUID search, @PathParam("code") String code) {
    searches.stop(search, mailOf(search, AlertLinks.Purpose.STOP, code));
    return page("stopped");
  }

  private static Page page(String step) {
    return Page.of(TEMPLATE, Map.of("step", step));
  }

  /** The address that the code is for. */
  private String mailOf(UUID search, AlertLinks.Purpose purpose, String code) {
    return searches
        .find(search, clock.instant())
        .flatMap(SavedSearch::mail)
        .map(SavedSearch.Mail::address)
        .filter(mail -> links.holds(purpose, search, mail, code))
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "Not found",
                    "This link holds no longer: the search or its mail address was taken away.")
                .exception());
  }
}
