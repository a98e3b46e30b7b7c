package org.vellum.transcript.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.exporting.BadgePicture;

/**
 * The signed credentials by their ids, for their holder and the registrar. To everybody else there
 * is nothing at this address, whether the credential exists or not: a learner shares by links.
 */
@Component
@Path("/credentials/{credential}")
public class CredentialsResource {
  private static final String SVG = "image/svg+xml";

  @Inject private IssuedCredentials credentials;
  @Inject private BadgePicture badgePicture;
  @Inject private Caller caller;

  @GET
  @Produces({
    "application/vc",
    "application/vc+ld+json",
    "application/ld+json",
    MediaType.APPLICATION_JSON
  })
  @PermitAll
  public Response credential(@PathParam("credential") UUID credential) {
    return visible(credential)
        .map(text -> Response.ok(text.getBytes(UTF_8)).build())
        .orElseThrow(CredentialsResource::nothing);
  }

  /** A picture of the badge with the credential in it; there is none of a whole record. */
  @GET
  @Path("badge.svg")
  @Produces({SVG, MediaType.WILDCARD})
  @PermitAll
  public Response badge(@PathParam("credential") UUID credential) {
    return visible(credential)
        .flatMap(badgePicture::of)
        .map(picture ->
            Response.ok(picture, SVG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"badge.svg\"")
                .build())
        .orElseThrow(CredentialsResource::nothing);
  }

  private Optional<String> visible(UUID credential) {
    return caller.has(Roles.REGISTRAR)
        ? credentials.find(credential)
        : caller.person().flatMap(holder -> credentials.findFor(holder, credential));
  }

  private static ProblemException nothing() {
    return Problem.of(404, "Not found", "There is nothing at this address.").exception();
  }
}
