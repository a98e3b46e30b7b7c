package org.vellum.competency.framework.caseservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** The definitions by the CASE service, version 1.1. */
@Component
@Path("/ims/case/v1p1")
@Speaks(Case11Dialect.class)
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionsResource {
  @Inject private CaseObjects objects;
  @Inject private Caller caller;

  /** getCFConcept. */
  @GET
  @Path("CFConcepts/{identifier}")
  @PermitAll
  public JsonNode concepts(@PathParam("identifier") String identifier) {
    return set(CaseClass.CONCEPT, identifier);
  }

  /** getCFSubject. */
  @GET
  @Path("CFSubjects/{identifier}")
  @PermitAll
  public JsonNode subjects(@PathParam("identifier") String identifier) {
    return set(CaseClass.SUBJECT, identifier);
  }

  /** getCFItemType. */
  @GET
  @Path("CFItemTypes/{identifier}")
  @PermitAll
  public JsonNode itemTypes(@PathParam("identifier") String identifier) {
    return set(CaseClass.ITEM_TYPE, identifier);
  }

  /** getCFLicense. */
  @GET
  @Path("CFLicenses/{identifier}")
  @PermitAll
  public JsonNode license(@PathParam("identifier") String identifier) {
    return one(CaseClass.LICENSE, identifier);
  }

  /** getCFAssociationGrouping. */
  @GET
  @Path("CFAssociationGroupings/{identifier}")
  @PermitAll
  public JsonNode associationGrouping(@PathParam("identifier") String identifier) {
    return one(CaseClass.ASSOCIATION_GROUPING, identifier);
  }

  /** getCFRubric. */
  @GET
  @Path("CFRubrics/{identifier}")
  @PermitAll
  public JsonNode rubric(@PathParam("identifier") String identifier) {
    return one(CaseClass.RUBRIC, identifier);
  }

  private JsonNode one(CaseClass type, String identifier) {
    return CaseForms.read(found(type, identifier).getFirst().json());
  }

  private JsonNode set(CaseClass type, String identifier) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode definitions = set.putArray(type.collection());
    found(type, identifier).forEach(served -> definitions.add(CaseForms.read(served.json())));
    return set;
  }

  private List<Served> found(CaseClass type, String identifier) {
    List<Served> found =
        objects.listDefinitions(type, CasePaths.identifier(identifier), Audience.of(caller));
    if (found.isEmpty()) {
      throw CasePaths.unknown();
    }
    return found;
  }
}
