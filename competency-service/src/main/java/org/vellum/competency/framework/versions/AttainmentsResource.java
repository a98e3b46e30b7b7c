package org.vellum.competency.framework.versions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * Who holds attainments in a version of a framework: for registrars, who may want to renew them.
 */
@Component
@Path("/frameworks/{framework}/attainments")
public class AttainmentsResource {
  static final String TEMPLATE = "org/vellum/competency/framework/versions/attainments";
  static final int ON_A_PAGE = 50;

  @Inject private Frameworks frameworks;
  @Inject private Lineages lineages;
  @Inject private SupersededAttainments attainments;
  @Inject private Caller caller;

  /** The report, page by page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page(
      @PathParam("framework") String identifier,
      @QueryParam("offset") @DefaultValue("0") int offset) {
    Audience audience = Audience.of(caller);
    Framework framework =
        CaseIdentifier.parse(identifier)
            .flatMap(known -> frameworks.find(known, audience))
            .orElseThrow(() ->
                Problem.of(404, "Unknown framework", "There is no such framework.").exception());
    Optional<Framework> successor =
        lineages
            .findSuccessor(framework.identifier())
            .flatMap(later -> frameworks.find(later, audience))
            .filter(later -> !later.draft());
    return page(framework, successor, attainments, audience, Math.max(0, offset));
  }

  static Page page(
      Framework framework,
      Optional<Framework> successor,
      SupersededAttainments attainments,
      Audience audience,
      int offset) {
    Map<String, Object> model = new HashMap<>();
    model.put("framework", framework);
    model.put("held", attainments.list(framework.identifier(), audience, ON_A_PAGE, offset));
    model.put("total", attainments.count(framework.identifier(), audience));
    model.put("offset", offset);
    model.put("size", ON_A_PAGE);
    model.put("successor", successor);
    return Page.of(TEMPLATE, model);
  }
}
