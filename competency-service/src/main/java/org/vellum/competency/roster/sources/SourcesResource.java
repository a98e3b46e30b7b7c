package org.vellum.competency.roster.sources;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * The other systems whose roster or gradebook is read: made known, asked to be read, ended; with
 * their health and how far a reading has come. A secret is sent here once and never shown again.
 */
@Component
@Path("/rosters/sources")
public class SourcesResource {
  static final String TEMPLATE = "org/vellum/competency/roster/sources/sources";
  private static final URI PAGE = URI.create("/competency/rosters/sources");

  @Inject private Sources sources;
  @Inject private AddSource addSource;
  @Inject private EndSource endSource;
  @Inject private RequestReading requestReading;
  @Inject private RequestWholeReading requestWholeReading;
  @Inject private Caller caller;

  /** What the form says. */
  public static class Form {
    @FormParam("name")
    private @Nullable String name;

    @FormParam("kind")
    private @Nullable String kind;

    @FormParam("address")
    private @Nullable String address;

    @FormParam("tokenAddress")
    private @Nullable String tokenAddress;

    @FormParam("clientId")
    private @Nullable String clientId;

    @FormParam("clientSecret")
    private @Nullable String clientSecret;

    @FormParam("extras")
    private @Nullable String extras;

    @FormParam("everyMinutes")
    private @Nullable String everyMinutes;

    AddSource.Wanted wanted() {
      return new AddSource.Wanted(
          text(name),
          SourceKind.of(text(kind)),
          text(address),
          text(tokenAddress),
          text(clientId),
          text(clientSecret),
          extras != null,
          text(everyMinutes).matches("\\d{1,6}") ? Integer.parseInt(text(everyMinutes)) : -1);
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given.strip();
    }
  }

  /** The page of them. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page() {
    return model(List.of());
  }

  /** The same as JSON; no secret is among it. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public List<Source> list() {
    return sources.list();
  }

  /** Makes one known. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(@BeanParam Form form) {
    return switch (addSource.add(form.wanted(), caller.actor())) {
      case AddSource.Result.Added added ->
          Flash.to(PAGE, "The source is known. Read it now, or wait for its interval.");
      case AddSource.Result.Refused refused ->
          Response.status(422).entity(model(refused.findings())).build();
    };
  }

  /** Asks for one to be read. */
  @POST
  @Path("{id}/read")
  @RolesAllowed(Roles.REGISTRAR)
  public Response read(@PathParam("id") UUID id) {
    return done(requestReading.request(id), "It will be read within moments.");
  }

  /** Asks for all of one to be read again. */
  @POST
  @Path("{id}/read-all")
  @RolesAllowed(Roles.REGISTRAR)
  public Response readAll(@PathParam("id") UUID id) {
    return done(requestWholeReading.request(id), "All of it will be read again within moments.");
  }

  /** Ends one. */
  @POST
  @Path("{id}/end")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    return done(endSource.end(id, caller.actor()), "It is not read any more.");
  }

  private static Response done(boolean there, String message) {
    if (!there) {
      throw Problem.of(404, "Unknown source", "There is no such source.").exception();
    }
    return Flash.to(PAGE, message);
  }

  private Page model(List<Finding> findings) {
    Map<String, Object> model = new HashMap<>();
    model.put("sources", sources.list());
    model.put("kinds", List.of(SourceKind.values()));
    model.put("findings", findings);
    return Page.of(TEMPLATE, model);
  }
}
