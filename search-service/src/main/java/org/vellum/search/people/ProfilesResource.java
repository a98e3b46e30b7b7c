package org.vellum.search.people;

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
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.profile.OpenProfile;
import org.vellum.search.request.AskLearner;
import org.vellum.search.request.KeepInMind;
import org.vellum.search.request.Requests;
import org.vellum.search.request.Shortlists;

/** A learner whom an employer found. */
@Component
@Path("/people/{profile}")
@Produces(MediaType.TEXT_HTML)
public class ProfilesResource {
  @Inject private OpenProfile openProfile;
  @Inject private AskLearner askLearner;
  @Inject private KeepInMind keepInMind;
  @Inject private Requests requests;
  @Inject private Shortlists shortlists;
  @Inject private SearchLimit limit;
  @Inject private Caller caller;

  /** What the learner shows. */
  @GET
  @RolesAllowed(Roles.EMPLOYER)
  public Page show(@PathParam("profile") UUID profile) {
    limit.countPage(employer());
    return switch (openProfile.open(employer(), profile)) {
      case OpenProfile.Result.Opened(var view) ->
          Page.of(
              "org/vellum/search/people/profile",
              Map.of(
                  "view",
                  view,
                  "id",
                  profile,
                  "request",
                  requests.find(employer(), profile),
                  "note",
                  shortlists.findNote(employer(), profile)));
      case OpenProfile.Result.UnknownProfile unknown -> throw unknown();
    };
  }

  /** Asks for the full record. */
  @POST
  @Path("requests")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.EMPLOYER)
  public Response ask(
      @PathParam("profile") UUID profile, @FormParam("message") @DefaultValue("") String message) {
    limit.countPage(employer());
    return switch (askLearner.ask(employer(), profile, message)) {
      case AskLearner.Result.Asked asked ->
          back(profile, "The learner sees your request, and answers it or not.");
      case AskLearner.Result.AskedBefore before -> back(profile, "You have asked already.");
      case AskLearner.Result.BadMessage bad ->
          back(profile, "Write who you are and what it is about, in 1 to 1,000 characters.");
      case AskLearner.Result.UnknownProfile unknown -> throw unknown();
    };
  }

  /** Puts the learner on the shortlist, or takes them off. */
  @POST
  @Path("shortlist")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.EMPLOYER)
  public Response keep(
      @PathParam("profile") UUID profile,
      @FormParam("keep") @DefaultValue("true") boolean keep,
      @FormParam("note") @DefaultValue("") String note) {
    limit.countPage(employer());
    return switch (keepInMind.change(employer(), profile, keep, note)) {
      case KEPT -> back(profile, "On your shortlist.");
      case TAKEN_OFF -> Flash.to(URI.create("/search/shortlist"), "Taken off your shortlist.");
      case LIST_FULL -> back(profile, "Not kept: your shortlist holds 500 people. Take one off.");
      case NOTE_TOO_LONG -> back(profile, "A note has at most 500 characters.");
      case UNKNOWN_PROFILE -> throw unknown();
    };
  }

  private String employer() {
    return caller.person().orElseThrow();
  }

  private static Response back(UUID profile, String message) {
    return Flash.to(URI.create("/search/people/" + profile), message);
  }

  /** Whoever withdrew, never was, or lets others see them: the same answer. */
  private static RuntimeException unknown() {
    return Problem.of(404, "Not found", "Nobody shows you this profile.").exception();
  }
}
