package org.vellum.transcript.status;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;

/**
 * Whether one credential still holds, for whoever has its id; it tells nothing of what the
 * credential says or of whom.
 */
@Component
@Path("/credentials/{credential}/status")
public class CredentialStatusResource {
  @Inject private Revocations revocations;
  @Inject private Issuer issuer;

  /**
   * The status of a credential.
   *
   * @param credential its id
   * @param revoked whether it was revoked
   * @param revokedAt when, if it was
   * @param reason why, if it was
   */
  public record Status(
      String credential, boolean revoked, Optional<Instant> revokedAt, Optional<String> reason) {}

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @PermitAll
  public Page page(@PathParam("credential") UUID credential) {
    return Page.of("org/vellum/transcript/status/status", Map.of("status", status(credential)));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @PermitAll
  public Status status(@PathParam("credential") UUID credential) {
    if (!revocations.knows(credential)) {
      throw Problem.of(404, "Unknown credential", "This issuer did not sign it.").exception();
    }
    Optional<Revocation> revocation = revocations.find(credential);
    return new Status(
        issuer.credentialUrl(credential).toString(),
        revocation.isPresent(),
        revocation.map(Revocation::revokedAt),
        revocation.map(Revocation::reason));
  }
}
