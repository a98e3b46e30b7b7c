package org.vellum.competency.framework.versions;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** What is different in a framework from another, mostly an earlier version of it. */
@Component
@Path("/frameworks/{framework}/differences")
public class DifferencesResource {
  static final String TEMPLATE = "org/vellum/competency/framework/versions/differences";

  /** How many entries of a kind a page shows; a program gets all. */
  static final int SHOWN = 500;

  @Inject private Comparison comparison;
  @Inject private Turns turns;
  @Inject private Caller caller;

  /**
   * The page of what became of one framework in another.
   *
   * @param framework the later one
   * @param from identifier of the earlier one
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page page(
      @PathParam("framework") String framework, @QueryParam("from") @Nullable String from) {
    return page(get(framework, from));
  }

  static Page page(Comparison.Compared compared) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "before",
            compared.before(),
            "after",
            compared.after(),
            "difference",
            compared.difference(),
            "shown",
            SHOWN));
  }

  /** The same for a program, whole. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @PermitAll
  public Comparison.Compared get(
      @PathParam("framework") String framework, @QueryParam("from") @Nullable String from) {
    Optional<UUID> earlier = CaseIdentifier.parse(from == null ? "" : from);
    return CaseIdentifier.parse(framework)
        .flatMap(after ->
            earlier.flatMap(
                before -> turns.take(() -> comparison.find(before, after, Audience.of(caller)))))
        .orElseThrow(() ->
            Problem.of(404, "Unknown framework", "There are no two such frameworks.").exception());
  }
}
