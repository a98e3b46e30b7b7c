package org.vellum.competency.framework.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.vellum.competency.framework.Framework;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** What was done to a draft, the latest of which can be taken back. */
@Component
@Path("/frameworks/{framework}/draft/history")
public class DraftHistoryResource extends DraftResource {
  @Inject private DraftPages pages;
  @Inject private UndoChange undoChange;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(@PathParam("framework") String framework) {
    return pages.history(draft(framework));
  }

  /**
   * Takes back the latest change.
   *
   * @param change the latest change, as it was shown
   */
  @POST
  @Path("undo")
  @RolesAllowed(Roles.REGISTRAR)
  public Response undo(@PathParam("framework") String framework, @FormParam("change") UUID change) {
    Framework draft = draft(framework);
    UUID identifier = draft.identifier();
    return switch (undoChange.undo(identifier, change, actor())) {
      case UndoChange.Result.Undone undone ->
          Flash.to(
              page(identifier, "draft/history"), "Taken back: " + undone.change().summary() + ".");
      case UndoChange.Result.NotTheLast no ->
          Flash.to(
              page(identifier, "draft/history"),
              "Another change came meanwhile; nothing was taken back.");
      case UndoChange.Result.Adopted adopted -> throw Drafts.adopted();
      case UndoChange.Result.Unknown unknown -> throw Drafts.unknown();
    };
  }
}
