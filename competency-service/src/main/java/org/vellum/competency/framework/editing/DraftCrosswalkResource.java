package org.vellum.competency.framework.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * The associations of a draft between any two items, of whatever frameworks: a crosswalk, which
 * travels in the draft's package (CASE 1.1, CFAssociation).
 */
@Component
@Path("/frameworks/{framework}/draft/crosswalk")
public class DraftCrosswalkResource extends DraftResource {
  @Inject private DraftPages pages;
  @Inject private DraftEdits edits;
  @Inject private EditDraft editDraft;
  @Inject private Nodes nodes;

  /**
   * The associations, and a form for one more.
   *
   * @param from what to look for, as the origin
   * @param to what to look for, as the destination
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(
      @PathParam("framework") String framework,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to) {
    return pages.crosswalk(draft(framework), from, to);
  }

  /**
   * Associates two items.
   *
   * @param origin identifier of an item, or the address of something elsewhere
   * @param destination the same
   */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response associate(
      @PathParam("framework") String framework,
      @FormParam("origin") @DefaultValue("") String origin,
      @FormParam("type") @DefaultValue("") String type,
      @FormParam("destination") @DefaultValue("") String destination) {
    Framework draft = draft(framework);
    UUID identifier = draft.identifier();
    Edit edit =
        edits.add(
            CaseClass.ASSOCIATION,
            edits.association(node(origin), type.strip(), node(destination)));
    return answer(
        () -> page(identifier, "draft/crosswalk"),
        edit.summary() + ".",
        editDraft.edit(identifier, edit, actor()));
  }

  private Node node(String named) {
    return nodes
        .find(named, Audience.REGISTRARS)
        .orElseThrow(() ->
            Problem.of(
                    422,
                    "Unknown item",
                    "Name an item by its identifier, or anything else by its address.")
                .exception());
  }
}
