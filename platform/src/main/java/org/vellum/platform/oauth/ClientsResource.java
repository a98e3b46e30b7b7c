package org.vellum.platform.oauth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The systems that are connected: registered, listed, disabled by a registrar or administrator. */
@Component
@Path("/clients")
public class ClientsResource {
  private static final String TEMPLATE = "org/vellum/platform/oauth/clients";

  @Inject private RegisterClient registerClient;
  @Inject private DisableClient disableClient;
  @Inject private OAuthClients clients;
  @Inject private Caller caller;

  /** What a registrar sends to register a client. */
  public record Registration(String name, List<String> scopes) {}

  /** What is told once after registering (names as in RFC 7591, section 3.2.1). */
  @com.fasterxml.jackson.databind.annotation.JsonNaming(
      com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Registered(String clientId, String clientSecret, String clientName, String scope) {}

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page list() {
    return page();
  }

  /** Registers a client for a program that acts for the registrar. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response register(Registration asked) {
    RegisterClient.Result.Registered registered = registered(asked.name(), asked.scopes());
    return Response.status(201)
        .entity(
            new Registered(
                registered.clientId(),
                registered.clientSecret(),
                asked.name(),
                String.join(" ", asked.scopes())))
        .build();
  }

  /** Registers a client from the page and shows its secret, once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page registerFromPage(
      @FormParam("name") @Nullable String name, @FormParam("scope") List<String> scopes) {
    return page().with("registered", registered(name == null ? "" : name, scopes));
  }

  /** Disables a client. */
  @POST
  @Path("{id}/disable")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response disable(@PathParam("id") String id) {
    boolean done = disableClient.disable(caller.actor(), id);
    return Flash.to(
        URI.create("/clients"), done ? "The client is disabled." : "Nothing was left to disable.");
  }

  private RegisterClient.Result.Registered registered(String name, List<String> scopes) {
    return switch (registerClient.register(caller.actor(), name, scopes)) {
      case RegisterClient.Result.Registered done -> done;
      case RegisterClient.Result.BadName bad ->
          throw Problem.of(422, "Bad name", "A name has 1 to 100 characters.").exception();
      case RegisterClient.Result.BadScopes bad ->
          throw Problem.of(422, "Bad scopes", "Choose at least one of the known scopes.")
              .exception();
    };
  }

  private Page page() {
    return Page.of(
        TEMPLATE, Map.of("clients", clients.list(), "scopes", KnownScopes.all(), "registered", ""));
  }
}
