package org.vellum.platform.signing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The key set by which others verify our tokens, and the page on which it is changed. */
@Component
@Path("/oauth/keys")
public class TokenKeysResource {
  /** Path of the key set on this server. */
  public static final String PATH = "/oauth/keys";

  private static final String TEMPLATE = "org/vellum/platform/signing/keys";

  @Inject private TokenSigner signer;
  @Inject private RotateSigningKey rotateSigningKey;
  @Inject private Caller caller;

  /** The key set (RFC 7517, section 5), which may be kept for an hour. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, "application/jwk-set+json"})
  @PermitAll
  public Response keys() {
    return Response.ok(signer.publicKeys())
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }

  /** The page of the keys. */
  @GET
  @Path("list")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.ADMIN)
  public Page page() {
    return Page.of(TEMPLATE, Map.of("keys", signer.shown(), "ready", signer.isReady()));
  }

  /** Makes the key that signs next. */
  @POST
  @Path("rotation")
  @RolesAllowed(Roles.ADMIN)
  public Response rotate() {
    URI page = URI.create(PATH + "/list");
    return switch (rotateSigningKey.rotate(caller.actor())) {
      case RotateSigningKey.Result.Made made ->
          Flash.to(page, "A new key is published; it signs from " + made.signsFrom() + " on.");
      case RotateSigningKey.Result.WaitsAlready waits ->
          Flash.to(page, "A new key waits already; it signs from " + waits.signsFrom() + " on.");
      case RotateSigningKey.Result.NoSecret none ->
          throw Problem.of(409, "No key secret", "Set vellum.platform.key-secret first.")
              .exception();
    };
  }
}
