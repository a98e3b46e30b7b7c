package org.vellum.transcript.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.jsonld.ContextUrls;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The issuer's public profile and keys. */
@Component
@Path("/issuer")
public class IssuersResource {
  @Inject private Issuer issuer;
  @Inject private SigningKeys keys;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @PermitAll
  public Page page() {
    return Page.of(
        "org/vellum/transcript/issuer/issuer",
        Map.of(
            "issuer", issuer,
            "email", Optional.ofNullable(issuer.profile().email()).orElse(""),
            "description", Optional.ofNullable(issuer.profile().description()).orElse(""),
            "document", issuer.address("/.well-known/did.json").toString(),
            "keys", keys.list(issuer.did()),
            "mayRotate", caller.has(Roles.ADMIN)));
  }

  /** The Profile (Open Badges 3.0) as JSON-LD. */
  @GET
  @Produces({"application/ld+json;qs=0.9", MediaType.APPLICATION_JSON + ";qs=0.8"})
  @PermitAll
  public Response profile() {
    ObjectNode profile = issuer.profile().toJson();
    ObjectNode document = profile.objectNode();
    document
        .putArray("@context")
        .add(ContextUrls.CREDENTIALS_V2)
        .add(ContextUrls.OPEN_BADGES_3_0_3);
    document.setAll(profile);
    return Response.ok(document).header("Access-Control-Allow-Origin", "*").build();
  }
}
