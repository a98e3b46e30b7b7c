package org.vellum.competency.framework.importing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** What frameworks were before merges. */
@Component
@Path("/frameworks/{framework}/revisions")
public class RevisionsResource {
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.9";

  @Inject private Frameworks frameworks;
  @Inject private Revisions revisions;
  @Inject private ImportPages pages;
  @Inject private Caller caller;

  /** The revisions, to be read. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page page(@PathParam("framework") String framework) {
    return pages.revisions(get(framework), Audience.of(caller));
  }

  /** The revisions, the newest first. */
  @GET
  @Produces(JSON)
  @PermitAll
  public List<Revision> list(@PathParam("framework") String framework) {
    return revisions.list(get(framework).identifier(), Audience.of(caller));
  }

  /**
   * The CFPackage of a revision as it was served, in the strict form of CASE 1.1.
   *
   * @param label its number, or the version that it stated
   */
  @GET
  @Path("{label}")
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  public String revision(
      @PathParam("framework") String framework, @PathParam("label") String label) {
    return revisions
        .findPackage(get(framework).identifier(), label, Audience.of(caller))
        .orElseThrow(RevisionsResource::unknown);
  }

  /** The CFPackage of a revision as it was received, member by member. */
  @GET
  @Path("{number}/received")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public StreamingOutput receivedRevision(
      @PathParam("framework") String framework, @PathParam("number") int number) {
    byte[] gzip =
        revisions
            .findReceived(get(framework).identifier(), number)
            .orElseThrow(RevisionsResource::unknown);
    return out -> {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
        in.transferTo(out);
      }
    };
  }

  private Framework get(String identifier) {
    return CaseIdentifier.parse(identifier)
        .flatMap(known -> frameworks.find(known, Audience.of(caller)))
        .orElseThrow(RevisionsResource::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown revision", "There is no such framework or revision.")
        .exception();
  }
}
