package org.vellum.competency.framework.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.importing.PlanImport.Result;
import org.vellum.competency.framework.importing.Previews.Preview;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Imports of frameworks: a file becomes a plan, and a registrar decides on it. */
@Component
@Path("/frameworks/imports")
public class ImportsResource {
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.9";
  private static final String HTML = MediaType.TEXT_HTML;
  private static final int SHOWN = 200;
  private static final int TOLD = 10_000;
  private static final String STALE =
      "The framework changed since this was prepared, so nothing was done. Import it again.";

  @Inject private CarryOutPlan carryOutPlan;
  @Inject private DraftFromPlan draftFromPlan;
  @Inject private CancelPlan cancelPlan;
  @Inject private Incoming incoming;
  @Inject private ImportPages pages;
  @Inject private Previews previews;
  @Inject private FrameworkConfiguration bounds;
  @Inject private Caller caller;

  /** The ways to import, and the plans that wait. */
  @GET
  @Produces(HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page() {
    return pages.imports(List.of(), "");
  }

  /** Makes a plan of a file that a registrar chose in the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response planFile(List<EntityPart> parts) throws IOException {
    byte[] file = new byte[0];
    String name = "a file";
    boolean publishHere = false;
    for (EntityPart part : parts) {
      switch (part.getName()) {
        case "file" -> {
          file = bounded(part.getContent());
          name = part.getFileName().filter(given -> !given.isBlank()).orElse(name);
        }
        case "publishHere" -> publishHere = true;
        default -> part.getContent().close();
      }
    }
    return switch (incoming.plan(file, publishHere, name, caller.actor())) {
      case Result.Planned planned -> Flash.to(address(planned.plan()), "Nothing is changed yet.");
      case Result.Same same -> Flash.to(framework(same.framework()), ImportPages.SAME);
      case Result.Refused refused -> again(refused.findings());
    };
  }

  /**
   * Makes a plan of what a program sends: a CFPackage, CTDL-ASN, CSV or a workbook.
   *
   * @return 201 with the preview; 303 to the framework if the same is here
   */
  @POST
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/ld+json",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  @Produces(JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response plan(InputStream body, @QueryParam("publishHere") boolean publishHere)
      throws IOException {
    byte[] bytes = bounded(body);
    return switch (incoming.plan(bytes, publishHere, "a program", caller.actor())) {
      case Result.Planned planned ->
          Response.created(address(planned.plan()))
              .entity(previews.find(planned.plan(), TOLD).orElseThrow())
              .build();
      case Result.Same same -> Response.seeOther(framework(same.framework())).build();
      case Result.Refused refused ->
          throw Problem.of(422, "Package refused", ImportPages.NOT_TAKEN, refused.findings())
              .exception();
    };
  }

  /** What a plan would do, and the choice. */
  @GET
  @Path("{plan}")
  @Produces(HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page previewPage(@PathParam("plan") UUID plan) {
    return pages.plan(get(plan, SHOWN));
  }

  /** What a plan would do. */
  @GET
  @Path("{plan}")
  @Produces(JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Preview preview(@PathParam("plan") UUID plan) {
    return get(plan, TOLD);
  }

  /** Imports what is new, or merges into what is here. */
  @POST
  @Path("{plan}/merge")
  @RolesAllowed(Roles.REGISTRAR)
  public Response merge(@PathParam("plan") UUID plan) {
    return switch (carryOutPlan.carryOut(plan, caller.actor())) {
      case CarryOutPlan.Result.Imported done ->
          Flash.to(
              framework(done.framework()),
              "Imported: " + done.items() + " items and " + done.associations() + " associations.");
      case CarryOutPlan.Result.Merged done ->
          Flash.to(
              framework(done.framework()),
              "Merged; what stood before is revision "
                  + done.revision()
                  + ". Items retired: "
                  + done.retired()
                  + ".");
      case CarryOutPlan.Result.InForceHere own ->
          Flash.to(address(plan), "This framework is yours and in force: begin a new version.");
      case CarryOutPlan.Result.Stale stale -> Flash.to(address(plan), STALE);
      case CarryOutPlan.Result.Refused refused -> again(refused.findings());
      case CarryOutPlan.Result.Unknown unknown -> throw unknown();
    };
  }

  /** Begins a new version with the content of the plan. */
  @POST
  @Path("{plan}/new-version")
  @RolesAllowed(Roles.REGISTRAR)
  public Response newVersion(@PathParam("plan") UUID plan) {
    return switch (draftFromPlan.draft(plan, caller.actor())) {
      case DraftFromPlan.Result.Begun begun ->
          Flash.to(framework(begun.draft()), "A new version was begun. It is a draft.");
      case DraftFromPlan.Result.InTheWay other ->
          Flash.to(framework(other.framework()), other.why());
      case DraftFromPlan.Result.Stale stale -> Flash.to(address(plan), STALE);
      case DraftFromPlan.Result.Refused refused -> again(refused.findings());
      case DraftFromPlan.Result.Unknown unknown -> throw unknown();
    };
  }

  /** Lets a plan go. */
  @POST
  @Path("{plan}/cancel")
  @RolesAllowed(Roles.REGISTRAR)
  public Response cancel(@PathParam("plan") UUID plan) {
    boolean cancelled = cancelPlan.cancel(plan);
    return Flash.to(
        URI.create("/competency/frameworks/imports"),
        cancelled ? "Cancelled; nothing was changed." : "There was nothing to cancel.");
  }

  private Response again(List<Finding> findings) {
    return Response.status(422)
        .entity(pages.imports(findings, ImportPages.NOT_TAKEN))
        .type(MediaType.TEXT_HTML_TYPE)
        .build();
  }

  private Preview get(UUID plan, int most) {
    return previews.find(plan, most).orElseThrow(ImportsResource::unknown);
  }

  /** Reads at most one byte more than is allowed, by which it is seen that it is too large. */
  private byte[] bounded(InputStream body) throws IOException {
    try (body) {
      return body.readNBytes(bounds.maximumPackage() + 1);
    }
  }

  private static URI address(UUID plan) {
    return URI.create("/competency/frameworks/imports/" + plan);
  }

  private static URI framework(UUID framework) {
    return URI.create("/competency/frameworks/" + framework);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown import", "There is no such import, or not any more.")
        .exception();
  }
}
