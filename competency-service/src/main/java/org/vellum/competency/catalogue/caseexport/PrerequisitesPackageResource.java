package org.vellum.competency.catalogue.caseexport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.vellum.platform.usecase.Component;

/** The prerequisites of competencies, for other CASE servers. They are public as the items are. */
@Component
@Path("/catalogue/prerequisites/package")
public class PrerequisitesPackageResource {
  @Inject private PrerequisitesPackage prerequisites;

  /** The CFPackage. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public ObjectNode json() {
    return prerequisites.json();
  }
}
