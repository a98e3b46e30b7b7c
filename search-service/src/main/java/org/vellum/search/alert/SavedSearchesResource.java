package org.vellum.search.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.search.alert.mail.SendMail;
import org.vellum.search.metrics.SearchMetrics;
import org.vellum.search.people.Refusals;
import org.vellum.search.people.SearchLimit;

/** The searches that an employer keeps. */
@Component
@Path("/saved")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SavedSearchesResource {
  private static final URI HERE = URI.create("/search/saved");
  private static final int MAIL_CHANGES = 10;
  private static final int SECRET_BYTES = 32;

  @Inject private SavedSearches searches;
  @Inject private SaveSearch saveSearch;
  @Inject private ShowNew showNew;
  @Inject private SendMail mail;
  @Inject private AlertLinks links;
  @Inject private SearchLimit limit;
  @Inject private Refusals refusals;
  @Inject private RateLimit rates;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Ids ids;

  /** All of them. */
  @GET
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.EMPLOYER)
  public Page list() {
    return page(searches.visit(employer(), clock.instant()), Optional.empty());
  }

  private Page page(List<SavedSearch> all, Optional<URI> feed) {
    return Page.of(
        "org/vellum/search/alert/saved",
        Map.of("searches", all, "most", SavedSearches.MOST, "mail", mail.possible(), "feed", feed));
  }

  /** Keeps one. */
  @POST
  @RolesAllowed(Roles.EMPLOYER)
  public Response save(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("search") @DefaultValue("") String search) {
    limit.countPage(employer());
    return switch (saveSearch.save(employer(), name, search)) {
      case SaveSearch.Result.Saved saved ->
          Flash.to(HERE, "Saved. Who is found from now on is new.");
      case SaveSearch.Result.Refused(var faults) -> {
        refusals.add(employer(), SearchMetrics.Refusal.BAD_SEARCH);
        yield Flash.to(HERE, "Not saved. " + faults.getFirst());
      }
    };
  }

  /** Who is new. */
  @GET
  @Path("{search}")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.EMPLOYER)
  public Page show(@PathParam("search") UUID search) {
    limit.countPage(employer());
    SavedSearch found =
        searches.visit(employer(), clock.instant()).stream()
            .filter(each -> each.id().equals(search))
            .findFirst()
            .orElseThrow(SavedSearchesResource::unknown);
    return Page.of(
        "org/vellum/search/alert/news",
        Map.of(
            "checkedAt",
            clock.instant(),
            "search",
            found,
            "news",
            showNew.show(found),
            "most",
            ShowNew.MOST));
  }

  /** Gives one another name. */
  @POST
  @Path("{search}/name")
  @RolesAllowed(Roles.EMPLOYER)
  public Response rename(
      @PathParam("search") UUID search, @FormParam("name") @DefaultValue("") String name) {
    Optional<String> fault = Names.fault(name);
    if (fault.isPresent()) {
      return Flash.to(HERE, fault.get());
    }
    return done(searches.rename(employer(), search, name.strip()), "It has another name.");
  }

  /** Deletes one; the page has asked before. */
  @POST
  @Path("{search}/deletion")
  @RolesAllowed(Roles.EMPLOYER)
  public Response delete(@PathParam("search") UUID search) {
    return done(searches.delete(employer(), search), "Deleted, with its feed and its mail.");
  }

  /** Has an address told; it is asked first. */
  @POST
  @Path("{search}/mail")
  @RolesAllowed(Roles.EMPLOYER)
  public Response mail(
      @PathParam("search") UUID search,
      @FormParam("address") @DefaultValue("") String address,
      @FormParam("every") @DefaultValue("DAY") String every) {
    String to = address.strip();
    if (!mail.possible()) {
      return Flash.to(HERE, "No mail is sent from here. There is a feed.");
    }
    if (!SendMail.isAddress(to)) {
      return Flash.to(HERE, "This is no mail address.");
    }
    if (!rates.allow("alert-mail:" + employer(), MAIL_CHANGES, Duration.ofDays(1))) {
      return Flash.to(HERE, "Enough addresses for today. Tomorrow there can be others.");
    }
    SavedSearch.Every most = every.equals("HOUR") ? SavedSearch.Every.HOUR : SavedSearch.Every.DAY;
    return done(
        searches.mail(employer(), search, to, most),
        "A letter asks the address whether it wants to be told.");
  }

  /** Has nobody told any more. */
  @POST
  @Path("{search}/mail/stop")
  @RolesAllowed(Roles.EMPLOYER)
  public Response stopMail(@PathParam("search") UUID search) {
    Optional<SavedSearch> found = searches.find(employer(), search, clock.instant());
    found.flatMap(SavedSearch::mail).ifPresent(each -> searches.stop(search, each.address()));
    return done(found.isPresent(), "No mail is sent any more.");
  }

  /** Gives one a feed at a new address, which is shown once; an older address ends. */
  @POST
  @Path("{search}/feed")
  @RolesAllowed(Roles.EMPLOYER)
  public Page feed(@PathParam("search") UUID search) {
    String secret = ids.secret(SECRET_BYTES);
    if (!searches.feed(employer(), search, Optional.of(secret))) {
      throw unknown();
    }
    return page(searches.visit(employer(), clock.instant()), Optional.of(links.feed(secret)));
  }

  /** Ends the feed. */
  @POST
  @Path("{search}/feed/stop")
  @RolesAllowed(Roles.EMPLOYER)
  public Response stopFeed(@PathParam("search") UUID search) {
    return done(searches.feed(employer(), search, Optional.empty()), "The feed is no more.");
  }

  private String employer() {
    return caller.person().orElseThrow();
  }

  private static Response done(boolean found, String message) {
    if (!found) {
      throw unknown();
    }
    return Flash.to(HERE, message);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Not found", "You keep no such search.").exception();
  }
}
