package org.vellum.competency.framework;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** The frameworks: read by everyone, drafts by registrars, who also import and adopt them. */
@Component
@Path("/frameworks")
public class FrameworksResource {
  private static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.9";
  private static final String NOT_TAKEN = "The package was not taken in; nothing was changed.";
  private static final String CHANGED =
      "This framework is here already with another content, and what is here is not changed by an"
          + " import. Import it with a preview to merge the changes or to begin a new version.";

  @Inject private ImportFramework importFramework;
  @Inject private AdoptFramework adoptFramework;
  @Inject private Frameworks frameworks;
  @Inject private FrameworkPages pages;
  @Inject private FrameworkConfiguration bounds;
  @Inject private PlatformConfiguration configuration;
  @Inject private Caller caller;

  /** What is told to a program that imported a framework. */
  public record Import(UUID identifier, int items, int associations, List<Finding> findings) {}

  @GET
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page page(
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("creator") @DefaultValue("") String creator,
      @QueryParam("subject") @DefaultValue("") String subject,
      @QueryParam("language") @DefaultValue("") String language) {
    var wanted = new FrameworkList.Wanted(text, status, creator, subject, language);
    boolean reviewer = caller.has(Roles.FACULTY) || caller.has(Roles.REGISTRAR);
    return pages
        .list(wanted, Audience.of(caller), Math.max(0, offset), List.of(), "")
        .with("reviews", pages.listInReview(reviewer));
  }

  /** The frameworks by title, so many at a time. */
  @GET
  @Produces(JSON)
  @PermitAll
  public List<Framework> list(@QueryParam("offset") @DefaultValue("0") int offset) {
    return frameworks.list(Audience.of(caller), FrameworkPages.ON_A_PAGE, Math.max(0, offset));
  }

  @GET
  @Path("{identifier}")
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page tree(
      @PathParam("identifier") String identifier,
      @QueryParam("branch") @DefaultValue("") String branch,
      @QueryParam("from") @DefaultValue("0") int from,
      @QueryParam("q") @DefaultValue("") String text) {
    var looking = new FrameworkPages.Looking(branch, Math.max(0, from), text);
    return pages.tree(get(identifier), Audience.of(caller), looking);
  }

  /** What stands below an item, to be put into the page of the tree where it is unfolded. */
  @GET
  @Path("{identifier}/branches/{item}")
  @Produces(MediaType.TEXT_HTML)
  @PermitAll
  public Page branch(@PathParam("identifier") String identifier, @PathParam("item") String item) {
    return pages
        .findBranch(get(identifier), item, Audience.of(caller))
        .orElseThrow(FrameworksResource::unknown);
  }

  @GET
  @Path("{identifier}")
  @Produces(JSON)
  @PermitAll
  public Framework get(@PathParam("identifier") String identifier) {
    return CaseIdentifier.parse(identifier)
        .flatMap(known -> frameworks.find(known, Audience.of(caller)))
        .orElseThrow(FrameworksResource::unknown);
  }

  /** Imports a package that a program sends. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response importJson(InputStream body, @QueryParam("publishHere") boolean publishHere)
      throws IOException {
    byte[] json = bounded(body, bounds.maximumPackage());
    return switch (importFramework.importPackage(json, publishHere, caller.actor())) {
      case Result.Imported done ->
          Response.created(address(done.identifier()))
              .entity(
                  new Import(done.identifier(), done.items(), done.associations(), done.findings()))
              .build();
      case Result.AlreadyImported same ->
          Response.ok(frameworks.find(same.identifier(), Audience.REGISTRARS).orElseThrow())
              .header("Content-Location", address(same.identifier()))
              .build();
      case Result.Changed other ->
          throw Problem.of(422, "Framework differs", CHANGED, other.findings()).exception();
      case Result.Refused refused ->
          throw Problem.of(422, "Package refused", NOT_TAKEN, refused.findings()).exception();
    };
  }

  /** Imports a package that a registrar chose in the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Response importFile(List<EntityPart> parts) throws IOException {
    byte[] json = new byte[0];
    boolean publishHere = false;
    for (EntityPart part : parts) {
      switch (part.getName()) {
        case "file" -> json = bounded(part.getContent(), bounds.maximumPackage());
        case "publishHere" -> publishHere = true;
        default -> part.getContent().close();
      }
    }
    return switch (importFramework.importPackage(json, publishHere, caller.actor())) {
      case Result.Imported done ->
          Flash.to(
              address(done.identifier()),
              "Imported: " + done.items() + " items and " + done.associations() + " associations.");
      case Result.AlreadyImported same ->
          Flash.to(
              address(same.identifier()), "The same framework was here before; nothing changed.");
      case Result.Changed other -> again(other.findings(), CHANGED);
      case Result.Refused refused -> again(refused.findings(), NOT_TAKEN);
    };
  }

  /** Adopts a draft. */
  @POST
  @Path("{identifier}/adopt")
  @RolesAllowed(Roles.REGISTRAR)
  public Response adopt(@PathParam("identifier") String identifier) {
    UUID known = CaseIdentifier.parse(identifier).orElseThrow(FrameworksResource::unknown);
    return switch (adoptFramework.adopt(known, caller.actor())) {
      case AdoptFramework.Result.Adopted adopted ->
          Flash.to(address(known), "The framework is adopted and public from now on.");
      case AdoptFramework.Result.NoDraft done ->
          Flash.to(address(known), "The framework is no draft; nothing changed.");
      case AdoptFramework.Result.LabelTaken(UUID by, String label) ->
          Flash.to(
              address(known),
              "Not adopted: another version of this framework is called \""
                  + label
                  + "\" too. Change the version of the draft first.");
      case AdoptFramework.Result.Unknown unknown -> throw unknown();
    };
  }

  private Response again(List<Finding> findings, String why) {
    return Response.status(422).entity(pages.list(Audience.REGISTRARS, 0, findings, why)).build();
  }

  /**
   * Reads at most one byte more than is allowed, by which the use case sees that it is too large.
   */
  static byte[] bounded(InputStream body, int maximum) throws IOException {
    try (body) {
      return body.readNBytes(maximum + 1);
    }
  }

  private URI address(UUID framework) {
    return configuration.address("/competency/frameworks/" + framework);
  }

  private static RuntimeException unknown() {
    return Problem.of(404, "Unknown framework", "There is no such framework.").exception();
  }
}
