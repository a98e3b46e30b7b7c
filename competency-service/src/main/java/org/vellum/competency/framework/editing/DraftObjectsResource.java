package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.DraftPages.Shown;
import org.vellum.platform.pages.Page;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The objects of a draft, each in a form: the document, items, associations and definitions. */
@Component
@Path("/frameworks/{framework}/draft")
@Produces(MediaType.TEXT_HTML)
public class DraftObjectsResource extends DraftResource {
  @Inject private DraftRows rows;
  @Inject private DraftEdits edits;
  @Inject private DraftPages pages;
  @Inject private EditDraft editDraft;

  /** All that the draft defines beside its items. */
  @GET
  @Path("definitions")
  @RolesAllowed(Roles.REGISTRAR)
  public Page definitions(@PathParam("framework") String framework) {
    return pages.definitions(draft(framework));
  }

  /** The form of a new object. */
  @GET
  @Path("{collection}")
  @RolesAllowed(Roles.REGISTRAR)
  public Page fresh(
      @PathParam("framework") String framework,
      @PathParam("collection") String collection,
      @QueryParam("parent") @DefaultValue("") String parent) {
    CaseClass type = addable(collection);
    return pages.form(Shown.of(draft(framework), type, edits.fresh(type), "").below(parent), "");
  }

  /** Adds an object. */
  @POST
  @Path("{collection}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(
      @PathParam("framework") String identifier, @PathParam("collection") String collection) {
    Framework framework = draft(identifier);
    CaseClass type = addable(collection);
    Form.Read read = read(framework, type, edits.fresh(type));
    String parent = sent("parent");
    Shown shown = Shown.of(framework, type, read.object(), "").below(parent);
    if (!read.findings().isEmpty()) {
      return again(shown.refused(read.findings()), 422);
    }
    Edit edit =
        type == CaseClass.ITEM
            ? edits.addItem(framework.identifier(), read.object(), parent(framework, parent))
            : edits.add(type, read.object());
    UUID added = UUID.fromString(read.object().path("identifier").textValue());
    return answer(shown, added, editDraft.edit(framework.identifier(), edit, actor()));
  }

  /**
   * The form of an object.
   *
   * @param search what to look for, to associate an item with it
   */
  @GET
  @Path("{collection}/{identifier}")
  @RolesAllowed(Roles.REGISTRAR)
  public Page form(
      @PathParam("framework") String framework,
      @PathParam("collection") String collection,
      @PathParam("identifier") String identifier,
      @QueryParam("find") @DefaultValue("") String search) {
    Framework draft = draft(framework);
    CaseClass type = Drafts.type(collection);
    Stored stored = stored(draft, type, identifier);
    ObjectNode object = StoredObjects.base(stored);
    return pages.form(Shown.of(draft, type, object, stored.fingerprint()), search);
  }

  /** Saves an object. */
  @POST
  @Path("{collection}/{identifier}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response save(
      @PathParam("framework") String framework,
      @PathParam("collection") String collection,
      @PathParam("identifier") String identifier) {
    Framework draft = draft(framework);
    CaseClass type = Drafts.type(collection);
    Stored stored = stored(draft, type, identifier);
    String expected = sent("expected");
    Form.Read read = read(draft, type, StoredObjects.base(stored));
    Shown shown = Shown.of(draft, type, read.object(), expected);
    if (!read.findings().isEmpty()) {
      return again(shown.refused(read.findings()), 422);
    }
    UUID known = Drafts.identifier(identifier);
    Edit edit = edits.save(type, known, expected, read.object());
    return answer(shown, known, editDraft.edit(draft.identifier(), edit, actor()));
  }

  /** Removes an object; an item with all that stands below it alone. */
  @POST
  @Path("{collection}/{identifier}/remove")
  @RolesAllowed(Roles.REGISTRAR)
  public Response remove(
      @PathParam("framework") String framework,
      @PathParam("collection") String collection,
      @PathParam("identifier") String identifier) {
    Framework draft = draft(framework);
    CaseClass type = addable(collection);
    UUID known = Drafts.identifier(identifier);
    Edit edit =
        type == CaseClass.ITEM
            ? edits.removeItem(draft.identifier(), item(draft, identifier))
            : edits.remove(draft.identifier(), type, known).orElseThrow(Drafts::unknown);
    return answer(
        () -> framework(draft.identifier()),
        edit.summary() + ".",
        editDraft.edit(draft.identifier(), edit, actor()));
  }

  private Stored stored(Framework draft, CaseClass type, String identifier) {
    return rows.find(draft.identifier(), type, Drafts.identifier(identifier))
        .orElseThrow(Drafts::unknown);
  }

  private static CaseClass addable(String collection) {
    CaseClass type = Drafts.type(collection);
    if (type == CaseClass.DOCUMENT) {
      throw Drafts.unknown();
    }
    return type;
  }
}
