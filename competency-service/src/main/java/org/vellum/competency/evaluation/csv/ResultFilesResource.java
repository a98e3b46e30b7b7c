package org.vellum.competency.evaluation.csv;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterReports;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/**
 * Results by file: a template to fill in, the file taken in, the report of each. Who teaches sends
 * results of their own classes only, and sees the reports of their own files only.
 */
@Component
@Path("/results/files")
public class ResultFilesResource {
  private static final String TEMPLATES = "org/vellum/competency/evaluation/csv/";
  private static final int PAGE = 200;

  @Inject private ImportResults importResults;
  @Inject private Teaching teaching;
  @Inject private RosterReports reports;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The form, and the line items for which there is a template. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page() {
    return Page.of(TEMPLATES + "files", Map.of("items", teaching.items(teacher(), PAGE, 0)));
  }

  /** The template, with a line for each student of a line item's class if one is named. */
  @GET
  @Path("template.csv")
  @Produces("text/csv;charset=UTF-8")
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response template(@QueryParam("lineItem") @Nullable String lineItem) {
    List<Teaching.Student> students =
        lineItem == null ? List.of() : teaching.students(teacher(), lineItem);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Response.ok(ResultTemplate.of(lineItem == null ? "" : lineItem, students, today))
        .header("Content-Disposition", "attachment; filename=\"results.csv\"")
        .build();
  }

  /** Takes in a file that is sent as it is. */
  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response receive(InputStream csv) throws IOException {
    RosterReport report = imported(csv);
    return Response.created(address(report)).entity(report).build();
  }

  /** Takes in a file that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response receiveFromPage(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getName().equals("results"))
            .findFirst()
            .orElseThrow(
                () -> Problem.of(422, "No file", "Choose a CSV file to send.").exception());
    return Flash.to(address(imported(file.getContent())), "The results were taken in.");
  }

  /** What became of each row, to be read. */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page reportPage(@PathParam("id") UUID id) {
    return Page.of(TEMPLATES + "report", Map.of("report", report(id)));
  }

  /** What became of each row. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public RosterReport report(@PathParam("id") UUID id) {
    return reports
        .find(id)
        .filter(report -> caller.has(Roles.REGISTRAR) || report.importedBy().equals(caller.actor()))
        .orElseThrow(
            () -> Problem.of(404, "Unknown import", "There is no such import.").exception());
  }

  private static URI address(RosterReport report) {
    return URI.create("/competency/results/files/" + report.id());
  }

  private Teaching.Teacher teacher() {
    return new Teaching.Teacher(caller.actor(), caller.has(Roles.REGISTRAR));
  }

  private Predicate<String> allowed() {
    if (caller.has(Roles.REGISTRAR)) {
      return lineItem -> true;
    }
    Set<String> own = teaching.identifiers(teacher());
    return own::contains;
  }

  private RosterReport imported(InputStream csv) throws IOException {
    java.nio.file.Path file = Files.createTempFile("results", ".csv");
    try {
      Files.copy(csv, file, StandardCopyOption.REPLACE_EXISTING);
      return switch (importResults.fromFile(file, caller.actor(), allowed())) {
        case ImportResults.Result.Imported(RosterReport report) -> report;
        case ImportResults.Result.Nothing nothing -> throw refused(List.of());
        case ImportResults.Result.Refused(List<Finding> findings) -> throw refused(findings);
      };
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static RuntimeException refused(List<Finding> findings) {
    return Problem.of(
            422,
            "File refused",
            "The file cannot be read as results: nothing was stored.",
            findings)
        .exception();
  }
}
