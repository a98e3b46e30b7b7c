package org.vellum.search.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.SkillIndex;

/** A learner's own profile: what employers may see, until when, and who saw it. */
@Component
@Path("/my/profile")
@Produces(MediaType.TEXT_HTML)
public class MyProfileResource {
  private static final URI HERE = URI.create("/search/my/profile");

  @Inject private MyProfilePage page;
  @Inject private GrantConsent grantConsent;
  @Inject private WithdrawConsent withdrawConsent;
  @Inject private SkillIndex index;
  @Inject private Caller caller;

  @GET
  @RolesAllowed(Roles.LEARNER)
  public Page show() {
    return page.of(username());
  }

  /** Shows what an employer would see, before anything is agreed to. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.LEARNER)
  public Response preview(
      @FormParam("achievement") List<String> achievements,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("region") @DefaultValue("") String region,
      @FormParam("availability") @DefaultValue("") String availability,
      @FormParam("audience") @DefaultValue("") String audience,
      @FormParam("employer") List<String> employers,
      @FormParam("lastDay") @DefaultValue("") String lastDay) {
    TermsForm form =
        new TermsForm(achievements, name, region, availability, audience, employers, lastDay);
    return switch (page.preview(username(), form)) {
      case MyProfilePage.Preview.Shown(var shown) -> Response.ok(shown).build();
      case MyProfilePage.Preview.Refused(var refused) ->
          Response.status(422).entity(refused).build();
      case MyProfilePage.Preview.UnknownLearner unknown -> throw unknown();
    };
  }

  /** Agrees to be found. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Roles.LEARNER)
  public Response grant(
      @FormParam("achievement") List<String> achievements,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("region") @DefaultValue("") String region,
      @FormParam("availability") @DefaultValue("") String availability,
      @FormParam("audience") @DefaultValue("") String audience,
      @FormParam("employer") List<String> employers,
      @FormParam("lastDay") @DefaultValue("") String lastDay) {
    TermsForm form =
        new TermsForm(achievements, name, region, availability, audience, employers, lastDay);
    return switch (grantConsent.grant(username(), form.terms())) {
      case GrantConsent.Result.Granted granted ->
          Flash.to(HERE, "Employers find you from now on. You can change your mind at any time.");
      case GrantConsent.Result.Refused(var reasons) ->
          Response.status(422).entity(page.refused(username(), form, reasons)).build();
      case GrantConsent.Result.UnknownLearner unknown -> throw unknown();
    };
  }

  /** Takes the learner out of search at once. */
  @POST
  @Path("withdrawal")
  @RolesAllowed(Roles.LEARNER)
  public Response withdraw() {
    return switch (withdrawConsent.withdraw(username())) {
      case WITHDRAWN -> {
        // From here on nobody is shown the learner, whatever an index outside still says.
        index.takeOut();
        yield Flash.to(HERE, "You are no longer found, by anybody.");
      }
      case NOTHING_GRANTED -> Flash.to(HERE, "There was nothing to withdraw: nobody finds you.");
    };
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Not found", "The roster has not told of you yet.").exception();
  }

  private String username() {
    return caller.person().orElseThrow();
  }
}
