package org.vellum.competency.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.platform.web.BodyLimit;
import org.vellum.platform.web.BoundsItsBody;

/** Imports of rosters: made, listed, looked at. */
@Component
@Path("/rosters")
public class RostersResource {
  private static final String TEMPLATES = "org/vellum/competency/roster/";
  private static final int NEWEST = 50;

  @Inject private ImportRoster importRoster;
  @Inject private RosterReports reports;
  @Inject private FurtherFiles further;
  @Inject private ImportsGoingOn goingOn;
  @Inject private RosterConfiguration configuration;
  @Inject private Clock clock;
  @Inject private Caller caller;

  /** The newest imports, and the form for another. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page page() {
    return Page.of(
        TEMPLATES + "rosters", Map.of("reports", reports.list(NEWEST), "goingOn", goingOn.list()));
  }

  /** The newest imports, without their findings. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public List<RosterReport> list() {
    return reports.list(NEWEST);
  }

  /** Imports a zip that is sent as it is. */
  @POST
  @Consumes({"application/zip", "application/x-zip-compressed", "application/octet-stream"})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  @BoundsItsBody
  public Response receive(InputStream zip) throws IOException {
    RosterReport report = imported(zip);
    return Response.created(address(report)).entity(report).build();
  }

  /** Imports a zip that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  @BoundsItsBody
  public Response receiveFromPage(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getName().equals("roster"))
            .findFirst()
            .orElseThrow(
                () -> Problem.of(422, "No file", "Choose a zip file to import.").exception());
    return Flash.to(address(imported(file.getContent())), "The roster was imported.");
  }

  /** What an import did, to be read. */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.REGISTRAR)
  public Page reportPage(@PathParam("id") UUID id) {
    return Page.of(TEMPLATES + "report", Map.of("report", get(id)));
  }

  /** What an import did. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public RosterReport report(@PathParam("id") UUID id) {
    return get(id);
  }

  /** What was found in an import, for a spreadsheet. */
  @GET
  @Path("{id}/findings")
  @Produces("text/csv;charset=UTF-8")
  @RolesAllowed(Roles.REGISTRAR)
  public Response findings(@PathParam("id") UUID id) {
    return Response.ok(FindingsCsv.of(get(id).findings()))
        .header("Content-Disposition", "attachment; filename=\"roster-findings.csv\"")
        .build();
  }

  private RosterReport get(UUID id) {
    return reports
        .find(id)
        .orElseThrow(
            () -> Problem.of(404, "Unknown import", "There is no such import.").exception());
  }

  private static URI address(RosterReport report) {
    return URI.create("/competency/rosters/" + report.id());
  }

  /** The zip is kept in a file while it is read: its directory stands at its end. */
  private RosterReport imported(InputStream zip) throws IOException {
    java.nio.file.Path file = Files.createTempFile("roster", ".zip");
    ImportProgress progress = new ImportProgress(clock.instant(), caller.actor());
    goingOn.begin(progress);
    try {
      Files.copy(
          BodyLimit.bounded(zip, configuration.maximumArchive()),
          file,
          StandardCopyOption.REPLACE_EXISTING);
      return switch (importRoster.importFrom(file, caller.actor(), progress)) {
        case ImportRoster.Result.Imported(RosterReport report, boolean holdsResults) -> {
          if (holdsResults) {
            progress.does("Storing results");
            further.read(file, caller.actor());
          }
          yield report;
        }
        case ImportRoster.Result.Refused(List<Finding> findings) ->
            throw Problem.of(
                    422,
                    "Roster refused",
                    "The archive cannot be read as a OneRoster 1.2 roster: nothing was stored.",
                    findings)
                .exception();
      };
    } finally {
      goingOn.end(progress);
      Files.deleteIfExists(file);
    }
  }
}
