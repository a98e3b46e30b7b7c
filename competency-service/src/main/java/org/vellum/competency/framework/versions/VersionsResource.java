package org.vellum.competency.framework.versions;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.Lineages.Version;
import org.vellum.competency.framework.WholePackages;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * The versions of a framework: each is there by its identifier, and by the name it gives itself.
 */
@Component
@Path("/frameworks/{framework}/versions")
public class VersionsResource {
  static final String TEMPLATE = "org/vellum/competency/framework/versions/versions";

  @Inject private NewVersion newVersion;
  @Inject private Turns turns;
  @Inject private Lineages lineages;
  @Inject private WholePackages packages;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  /** The page of all versions, the newest first. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page page(@PathParam("framework") String framework) {
    return page(known(framework), Audience.of(caller));
  }

  static Page page(List<Version> versions, Audience audience) {
    return Page.of(
        TEMPLATE,
        Map.of(
            "versions",
            versions.reversed(),
            "registrar",
            audience == Audience.REGISTRARS,
            "framework",
            versions.stream().filter(each -> each.place() == 0).findFirst().orElseThrow()));
  }

  /** All versions, the oldest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @PermitAll
  public List<Framework> list(@PathParam("framework") String framework) {
    return known(framework).stream().map(Version::framework).toList();
  }

  /**
   * A version by its name. The identifier may be that of any version of the framework.
   *
   * @param label the version that its CFDocument states
   */
  @GET
  @Path("{label: .+}")
  @PermitAll
  public Response named(
      @PathParam("framework") String framework, @PathParam("label") String label) {
    return known(framework).stream()
        .map(Version::framework)
        .filter(version -> version.version().filter(label::equals).isPresent())
        .findFirst()
        .map(version -> Response.status(303).header("Location", address(version.identifier())))
        .orElseThrow(() ->
            Problem.of(404, "Unknown version", "The framework has no such version.").exception())
        .build();
  }

  /** Begins a new version. */
  @POST
  @RolesAllowed(Roles.REGISTRAR)
  public Response begin(@PathParam("framework") String framework) {
    UUID known = CaseIdentifier.parse(framework).orElseThrow(VersionsResource::unknown);
    return switch (turns.take(() -> begun(known))) {
      case NewVersion.Result.Begun begun ->
          Flash.to(address(begun.draft()), "A new version is begun: this is its draft.");
      case NewVersion.Result.AlreadyBegun begun ->
          Flash.to(address(begun.draft()), "This new version was begun before.");
      case NewVersion.Result.Superseded later ->
          Flash.to(address(later.by()), "This later version is in force; begin from it.");
      case NewVersion.Result.StillDraft draft ->
          Flash.to(address(known), "The framework is a draft: revise it as it is.");
      case NewVersion.Result.Refused refused ->
          throw Problem.of(
                  422, "Version refused", "The copy cannot be taken in.", refused.findings())
              .exception();
      case NewVersion.Result.Unknown nothing -> throw unknown();
    };
  }

  private NewVersion.Result begun(UUID framework) {
    return newVersion.draftFrom(
        framework,
        () -> packages.find(framework, Audience.REGISTRARS).orElseThrow(VersionsResource::unknown),
        caller.actor());
  }

  private List<Version> known(String framework) {
    List<Version> versions =
        CaseIdentifier.parse(framework)
            .map(known -> lineages.list(known, Audience.of(caller)))
            .orElseThrow(VersionsResource::unknown);
    if (versions.stream().noneMatch(version -> version.place() == 0)) {
      throw unknown();
    }
    return versions;
  }

  private URI address(UUID framework) {
    return configuration.address("/competency/frameworks/" + framework);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown framework", "There is no such framework.").exception();
  }
}
