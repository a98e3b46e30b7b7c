package org.vellum.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Whether the audit log is whole, for the administrator: reads it all and says what was found. */
@Component
@Path("/audit")
public class AuditsResource {
  @Inject private VerifyAudit verifyAudit;

  /**
   * What was found.
   *
   * @param intact whether every entry is as it was written
   * @param position how many entries there are; where the chain breaks, the first that is wrong
   * @param finding the finding in one sentence
   */
  public record Finding(boolean intact, long position, String finding) {}

  @GET
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @RolesAllowed(Roles.ADMIN)
  public Page page() {
    return Page.of("org/vellum/platform/audit/audit", Map.of("audit", finding()));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.ADMIN)
  public Finding finding() {
    return switch (verifyAudit.verify()) {
      case VerifyAudit.Result.Intact whole ->
          new Finding(true, whole.entries(), "Every entry is as it was written.");
      case VerifyAudit.Result.Broken broken ->
          new Finding(
              false,
              broken.position(),
              "The log is broken at entry " + broken.position() + ": " + broken.why() + ".");
    };
  }
}
