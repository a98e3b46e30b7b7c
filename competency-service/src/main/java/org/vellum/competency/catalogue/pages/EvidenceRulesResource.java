package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.catalogue.change.EndRelation;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Single rules of evidence. A page adds them as relations, which is the same. */
@Component
@Path("/catalogue/evidence")
public class EvidenceRulesResource {
  @Inject private AddEvidenceRule addEvidenceRule;
  @Inject private EndRelation endRelation;
  @Inject private Caller caller;

  /** Adds a rule. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(@Nullable JsonNode json) {
    return switch (addEvidenceRule.add(Fields.sent(json, "A rule"), caller.actor())) {
      case AddEvidenceRule.Result.Added(EvidenceRule rule) ->
          Response.status(201).entity(rule).build();
      case AddEvidenceRule.Result.Known(EvidenceRule rule) -> Response.ok(rule).build();
      case AddEvidenceRule.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /** Ends a rule. */
  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    Fields.ended(endRelation.end(id, caller.actor()), "rule");
    return Response.noContent().build();
  }

  private static RuntimeException refused(List<Finding> findings) {
    return Problem.of(422, "Rule refused", "The rule cannot be in force so.", findings).exception();
  }
}
