package org.vellum.transcript.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.sharing.CreateShare;
import org.vellum.transcript.sharing.WithdrawShare;

/** The links by which a learner shows the record. */
@Component
@Path("/my/shares")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class MySharesResource {
  private static final URI SHARES = URI.create("/my/record#shares");

  @Inject private CreateShare createShare;
  @Inject private WithdrawShare withdrawShare;
  @Inject private MyRecordPage page;
  @Inject private Caller caller;

  /** Makes a link. */
  @POST
  @RolesAllowed(Roles.LEARNER)
  public Response create(
      @FormParam("scope") @DefaultValue("all") String scope,
      @FormParam("achievement") List<String> achievements,
      @FormParam("expires") @DefaultValue("") String expires,
      @FormParam("note") @DefaultValue("") String note,
      @FormParam("code") @DefaultValue("") String code) {
    boolean all = !scope.equals("chosen");
    List<UUID> chosen = achievements.stream().map(MySharesResource::uuid).distinct().toList();
    CreateShare.Wish wish =
        new CreateShare.Wish(
            all ? Optional.empty() : Optional.of(Set.copyOf(chosen)), day(expires), note, code);
    String username = caller.person().orElseThrow();
    return switch (createShare.create(username, wish)) {
      case CreateShare.Result.Created created ->
          Flash.to(SHARES, "The link is made. Copy it from the list and give it away.");
      case CreateShare.Result.Refused(var reasons) ->
          Response.status(422)
              .entity(
                  page.of(username, new MyRecordPage.Filled(all, chosen, expires, note), reasons))
              .build();
    };
  }

  /** Withdraws a link. */
  @POST
  @Path("{share}/withdrawal")
  @RolesAllowed(Roles.LEARNER)
  public Response withdraw(@PathParam("share") UUID share) {
    return switch (withdrawShare.withdraw(caller.person().orElseThrow(), share)) {
      case WITHDRAWN -> Flash.to(SHARES, "The link is withdrawn: it shows nothing any more.");
      case UNKNOWN_SHARE ->
          throw Problem.of(404, "Unknown share", "You have no such link that still shows anything.")
              .exception();
    };
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "Bad request", "An achievement is not named as the form names it.")
          .exception();
    }
  }

  /** A day that cannot be read is taken as one that is past, which the form explains. */
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }
}
