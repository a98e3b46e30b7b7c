package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.catalogue.change.EndRelation;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Single rules of evidence: begun and ended by the registrar. */
@Component
@Path("/catalogue/evidence")
public class EvidenceRulesResource {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

  @Inject private AddEvidenceRule addEvidenceRule;
  @Inject private EndRelation endRelation;
  @Inject private Caller caller;

  /** Adds a rule. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response add(@Nullable JsonNode json) {
    if (json == null) {
      throw Problem.of(400, "Bad request", "A rule must be sent.").exception();
    }
    return switch (addEvidenceRule.add(json, caller.actor())) {
      case AddEvidenceRule.Result.Added(EvidenceRule rule) ->
          Response.status(201).entity(rule).build();
      case AddEvidenceRule.Result.Known(EvidenceRule rule) -> Response.ok(rule).build();
      case AddEvidenceRule.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /**
   * Adds a rule from the page of a course.
   *
   * @param subject {@code course}, or {@code sourcedId} of one of its line items after {@code
   *     item:}
   * @param percent threshold in percent of the scale
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response addFromPage(
      @FormParam("course") @Nullable String course,
      @FormParam("subject") @Nullable String subject,
      @FormParam("competency") @Nullable String competency,
      @FormParam("percent") @Nullable String percent) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (subject != null && subject.startsWith("item:")) {
      json.put("lineItem", subject.substring("item:".length()));
    } else {
      json.put("course", course);
    }
    json.put("competency", competency);
    if (percent != null && NUMBER.matcher(percent).matches()) {
      json.put("threshold", new BigDecimal(percent).movePointLeft(2));
    }
    return switch (addEvidenceRule.add(json, caller.actor())) {
      case AddEvidenceRule.Result.Added added -> Flash.to(page(course), "The rule is in force.");
      case AddEvidenceRule.Result.Known known ->
          Flash.to(page(course), "The rule was in force before.");
      case AddEvidenceRule.Result.Refused(List<Finding> findings) -> throw refused(findings);
    };
  }

  /** Ends a rule. */
  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.REGISTRAR)
  public Response end(@PathParam("id") UUID id) {
    if (!endRelation.end(id, caller.actor())) {
      throw Problem.of(404, "Unknown rule", "There is no such rule in force.").exception();
    }
    return Response.noContent().build();
  }

  /** Ends a rule from the page of a course. */
  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response endFromPage(
      @PathParam("id") UUID id, @FormParam("course") @Nullable String course) {
    boolean ended = endRelation.end(id, caller.actor());
    return Flash.to(page(course), ended ? "The rule has ended." : "The rule had ended before.");
  }

  private static URI page(@Nullable String course) {
    return UriBuilder.fromPath("/competency/catalogue/course")
        .queryParam("sourcedId", "{course}")
        .build(course == null ? "" : course);
  }

  private static RuntimeException refused(List<Finding> findings) {
    return Problem.of(422, "Rule refused", "The rule cannot be in force so.", findings).exception();
  }
}
