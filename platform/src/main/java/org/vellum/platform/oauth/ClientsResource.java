package org.vellum.platform.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
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
  private static final URI PAGE = URI.create("/clients");

  @Inject private RegisterClient registerClient;
  @Inject private DisableClient disableClient;
  @Inject private RotateSecret rotateSecret;
  @Inject private ChangeKeys changeKeys;
  @Inject private OAuthClients clients;
  @Inject private Caller caller;

  /**
   * What a registrar sends to register a client.
   *
   * @param name what people call it
   * @param scopes the scopes that it may ask for
   * @param jwks its keys (RFC 7517) if it proves itself by {@code private_key_jwt}
   * @param jwksUri or the address at which it publishes them
   */
  public record Registration(
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable JsonNode jwks,
      @Nullable String jwksUri) {
    RegisterClient.Wanted wanted() {
      String keys = jwks == null || jwks.isNull() ? jwksUri : jwks.toString();
      return ClientsResource.wanted(name, scopes == null ? List.of() : scopes, keys);
    }
  }

  /** What is told once after registering (names as in RFC 7591, section 3.2.1). */
  @com.fasterxml.jackson.databind.annotation.JsonNaming(
      com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Registered(
      String clientId,
      Optional<String> clientSecret,
      String clientName,
      String scope,
      String tokenEndpointAuthMethod) {
    static Registered of(RegisterClient.Result.Registered made, RegisterClient.Wanted wanted) {
      return new Registered(
          made.clientId(),
          made.clientSecret(),
          wanted.name(),
          String.join(" ", wanted.scopes()),
          wanted.keys().isPresent() ? "private_key_jwt" : "client_secret_basic");
    }
  }

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
  public Response register(@Nullable Registration asked) {
    if (asked == null) {
      throw Problem.of(400, "Bad request", "Say a name and scopes.").exception();
    }
    RegisterClient.Wanted wanted = asked.wanted();
    return Response.status(201).entity(Registered.of(registered(wanted), wanted)).build();
  }

  /** Registers a client from the page and shows its secret, once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page registerFromPage(
      @FormParam("name") @Nullable String name,
      @FormParam("scope") List<String> scopes,
      @FormParam("keys") @Nullable String keys) {
    RegisterClient.Wanted wanted = wanted(name, scopes, keys);
    return page().with("registered", Registered.of(registered(wanted), wanted));
  }

  /** Disables a client. */
  @POST
  @Path("{id}/disable")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response disable(@PathParam("id") String id) {
    boolean done = disableClient.disable(caller.actor(), id);
    return Flash.to(PAGE, done ? "The client is disabled." : "Nothing was left to disable.");
  }

  /** Gives a client a new secret and shows it, once. */
  @POST
  @Path("{id}/secret")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Page rotate(@PathParam("id") String id) {
    return rotateSecret
        .rotate(caller.actor(), id)
        .map(rotated -> page().with("rotated", rotated))
        .orElseThrow(() ->
            Problem.of(404, "Unknown client", "There is no such client with a secret.")
                .exception());
  }

  /** Gives a client that proves itself by keys other ones. */
  @POST
  @Path("{id}/keys")
  @RolesAllowed({Roles.REGISTRAR, Roles.ADMIN})
  public Response change(@PathParam("id") String id, @FormParam("keys") @Nullable String keys) {
    if (!changeKeys.change(caller.actor(), id, new ClientKeys(keys == null ? "" : keys))) {
      throw badKeys();
    }
    return Flash.to(PAGE, "The client's keys are changed.");
  }

  private static RegisterClient.Wanted wanted(
      @Nullable String name, List<String> scopes, @Nullable String keys) {
    return new RegisterClient.Wanted(
        name == null ? "" : name,
        scopes,
        Optional.ofNullable(keys).filter(text -> !text.isBlank()).map(ClientKeys::new));
  }

  private RegisterClient.Result.Registered registered(RegisterClient.Wanted wanted) {
    return switch (registerClient.register(caller.actor(), wanted)) {
      case RegisterClient.Result.Registered done -> done;
      case RegisterClient.Result.BadName bad ->
          throw Problem.of(422, "Bad name", "A name has 1 to 100 characters.").exception();
      case RegisterClient.Result.BadScopes bad ->
          throw Problem.of(422, "Bad scopes", "Choose at least one of the known scopes.")
              .exception();
      case RegisterClient.Result.BadKeys bad -> throw badKeys();
    };
  }

  private static RuntimeException badKeys() {
    return Problem.of(
            422,
            "Bad keys",
            "Keys are a JWK Set with a public RSA, EC or Ed25519 key, or the address of one.")
        .exception();
  }

  private Page page() {
    return Page.of(
        TEMPLATE,
        Map.of(
            "clients",
            clients.list(),
            "scopes",
            KnownScopes.listed(),
            "registered",
            "",
            "rotated",
            ""));
  }
}
