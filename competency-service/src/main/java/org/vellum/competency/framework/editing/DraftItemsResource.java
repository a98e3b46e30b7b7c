package org.vellum.competency.framework.editing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.EditDraft.Result;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * What is done to the items of a draft beside their own words: their place, their end, their links.
 */
@Component
@Path("/frameworks/{framework}/draft")
public class DraftItemsResource extends DraftResource {
  @Inject private DraftEdits edits;
  @Inject private EditDraft editDraft;
  @Inject private Nodes nodes;
  @Inject private Clock clock;

  /**
   * Moves an item.
   *
   * @param parent identifier or code of the item below which it is to stand; empty for the
   *     framework itself
   * @param place which of its siblings it is to be, from 1; empty for the last
   */
  @POST
  @Path("CFItems/{item}/move")
  @RolesAllowed(Roles.REGISTRAR)
  public Response move(
      @PathParam("framework") String framework,
      @PathParam("item") String item,
      @FormParam("parent") @DefaultValue("") String parent,
      @FormParam("place") @DefaultValue("") String place) {
    Framework draft = draft(framework);
    int number = place.strip().matches("\\d{1,6}") ? Integer.parseInt(place.strip()) : 1_000_000;
    Edit edit =
        edits.move(
            draft.identifier(), item(draft, item), parent(draft, parent), Math.max(1, number));
    return done(draft, item, edit);
  }

  /** Lets an item cease to be in force today. */
  @POST
  @Path("CFItems/{item}/retire")
  @RolesAllowed(Roles.REGISTRAR)
  public Response retire(@PathParam("framework") String framework, @PathParam("item") String item) {
    Framework draft = draft(framework);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Edit edit =
        edits
            .retire(draft.identifier(), Drafts.identifier(item), today)
            .orElseThrow(Drafts::unknown);
    return done(draft, item, edit);
  }

  /**
   * Associates an item with another, of this framework or any other.
   *
   * @param type one of those that CASE 1.1 names, or an extension that begins with {@code ext:}
   * @param other identifier of the other item, or the address of something elsewhere
   * @param direction {@code from} if the other is the origin
   */
  @POST
  @Path("CFItems/{item}/associations")
  @RolesAllowed(Roles.REGISTRAR)
  public Response associate(
      @PathParam("framework") String framework,
      @PathParam("item") String item,
      @FormParam("type") @DefaultValue("") String type,
      @FormParam("other") @DefaultValue("") String other,
      @FormParam("direction") @DefaultValue("") String direction) {
    Framework draft = draft(framework);
    Node here = item(draft, item);
    Optional<Node> found =
        nodes.findIn(draft.identifier(), other).or(() -> nodes.find(other, Audience.REGISTRARS));
    Node there =
        found.orElseThrow(() ->
            Problem.of(
                    422,
                    "Unknown item",
                    "Name an item by its identifier, or anything else by its address.")
                .exception());
    boolean from = direction.equals("from");
    Edit edit =
        edits.add(
            CaseClass.ASSOCIATION,
            edits.association(from ? there : here, type.strip(), from ? here : there));
    return done(draft, item, edit);
  }

  private Response done(Framework draft, String item, Edit edit) {
    Result result = editDraft.edit(draft.identifier(), edit, actor());
    UUID identifier = draft.identifier();
    return answer(
        () ->
            sent("back").equals("tree")
                ? framework(identifier)
                : page(identifier, "draft/CFItems/" + item),
        edit.summary() + ".",
        result);
  }
}
