package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.DraftPages.Shown;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The criteria of the rubrics of a draft, and their levels (CASE 1.1, CFRubric). */
@Component
@Path("/frameworks/{framework}/draft/CFRubrics/{rubric}/parts")
public class DraftRubricsResource extends DraftResource {
  private static final String LEVELS = "CFRubricCriterionLevels";

  @Inject private DraftRows rows;
  @Inject private DraftEdits edits;
  @Inject private EditDraft editDraft;
  @Inject private Clock clock;

  /** Adds a criterion, or a level to the criterion that the form names. */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(
      @PathParam("framework") String framework, @PathParam("rubric") String rubric) {
    Framework draft = draft(framework);
    ObjectNode object = rubric(draft, rubric);
    String criterion = sent("criterion");
    boolean level = !criterion.isEmpty();
    CaseClass type = level ? CaseClass.LEVEL : CaseClass.CRITERION;
    ObjectNode part = edits.fresh(type).put("lastChangeDateTime", clock.instant().toString());
    part.put("uri", object.path("uri").asText() + "#" + part.path("identifier").asText());
    part.put(level ? "rubricCriterionId" : "rubricId", level ? criterion : rubric);
    Form.Read read = read(draft, type, part);
    if (level) {
      ((ObjectNode) part(object, criterion)).withArray(LEVELS).add(read.object());
    } else {
      object.withArray("CFRubricCriteria").add(read.object());
    }
    return saved(draft, rubric, object, read);
  }

  /** Saves a criterion or a level. */
  @POST
  @Path("{part}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response save(
      @PathParam("framework") String framework,
      @PathParam("rubric") String rubric,
      @PathParam("part") String identifier) {
    Framework draft = draft(framework);
    ObjectNode object = rubric(draft, rubric);
    ObjectNode part = (ObjectNode) part(object, identifier);
    CaseClass type = isCriterion(object, identifier) ? CaseClass.CRITERION : CaseClass.LEVEL;
    Form.Read read = read(draft, type, part);
    part.removeAll();
    part.setAll(read.object());
    part.put("lastChangeDateTime", clock.instant().toString());
    return saved(draft, rubric, object, read);
  }

  /** Removes a criterion with its levels, or a level. */
  @POST
  @Path("{part}/remove")
  @RolesAllowed(Roles.REGISTRAR)
  public Response remove(
      @PathParam("framework") String framework,
      @PathParam("rubric") String rubric,
      @PathParam("part") String identifier) {
    Framework draft = draft(framework);
    ObjectNode object = rubric(draft, rubric);
    part(object, identifier);
    without(object.withArray("CFRubricCriteria"), identifier);
    object
        .path("CFRubricCriteria")
        .forEach(criterion -> without(((ObjectNode) criterion).withArray(LEVELS), identifier));
    return saved(draft, rubric, object, new Form.Read(object, List.of()));
  }

  private Response saved(Framework draft, String rubric, ObjectNode object, Form.Read read) {
    UUID known = Drafts.identifier(rubric);
    String expected = sent("expected");
    Shown shown = Shown.of(draft, CaseClass.RUBRIC, object, expected);
    if (!read.findings().isEmpty()) {
      return again(shown.refused(read.findings()), 422);
    }
    Edit edit = edits.save(CaseClass.RUBRIC, known, expected, object);
    return answer(shown, known, editDraft.edit(draft.identifier(), edit, actor()));
  }

  private ObjectNode rubric(Framework draft, String rubric) {
    Stored stored =
        rows.find(draft.identifier(), CaseClass.RUBRIC, Drafts.identifier(rubric))
            .orElseThrow(Drafts::unknown);
    return StoredObjects.base(stored);
  }

  private static boolean isCriterion(ObjectNode rubric, String identifier) {
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      if (criterion.path("identifier").asText().equals(identifier)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode part(ObjectNode rubric, String identifier) {
    for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
      if (criterion.path("identifier").asText().equals(identifier)) {
        return criterion;
      }
      for (JsonNode level : criterion.path(LEVELS)) {
        if (level.path("identifier").asText().equals(identifier)) {
          return level;
        }
      }
    }
    throw Drafts.unknown();
  }

  private static void without(ArrayNode parts, String identifier) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.path(i).path("identifier").asText().equals(identifier)) {
        parts.remove(i);
      }
    }
  }
}
