package org.vellum.competency.evaluation.csv;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.platform.web.BoundsItsBody;

/**
 * Results by file: a template to fill in, the file taken in, the report of each. Who teaches sends
 * results of their own classes only, and sees the reports of their own files only.
 */
@Component
@Path("/results/files")
public class ResultFilesResource {
  private static final String TEMPLATES = "org/vellum/competency/evaluation/csv/";
  private static final int PAGE = 200;
  private static final int RECENT = 10;

  @Inject private ImportResults importResults;
  @Inject private ResultImports imports;
  @Inject private SentFiles files;
  @Inject private ImportWorker worker;
  @Inject private AllowedLineItems allowed;
  @Inject private Ids ids;
  @Inject private Teaching teaching;
  @Inject private RosterReports reports;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** The form, and the line items for which there is a template. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page page() {
    Optional<String> sender =
        caller.has(Roles.REGISTRAR) ? Optional.empty() : Optional.of(caller.actor());
    return Page.of(
        TEMPLATES + "files",
        Map.of(
            "items", teaching.items(teacher(), PAGE, 0), "imports", imports.list(sender, RECENT)));
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

  /**
   * Takes in a file that is sent as it is: in the request, or afterwards if the sender would rather
   * not wait ({@code Prefer: respond-async}, RFC 7240, section 4.1).
   */
  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  @BoundsItsBody
  public Response receive(@HeaderParam("Prefer") @Nullable String prefer, InputStream csv)
      throws IOException {
    UUID id = ids.next();
    files.keep(id, csv);
    if (prefer != null && prefer.contains("respond-async")) {
      takeInLater(id);
      return Response.accepted()
          .location(address(id))
          .header("Preference-Applied", "respond-async")
          .build();
    }
    return Response.created(address(id)).entity(imported(id)).build();
  }

  private void takeInLater(UUID id) {
    imports.add(id, teacher(), clock.instant());
    worker.wake();
  }

  /** Takes in a file that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  @BoundsItsBody
  public Response receiveFromPage(List<EntityPart> parts) throws IOException {
    EntityPart file =
        parts.stream()
            .filter(part -> part.getName().equals("results"))
            .findFirst()
            .orElseThrow(
                () -> Problem.of(422, "No file", "Choose a CSV file to send.").exception());
    UUID id = ids.next();
    files.keep(id, file.getContent());
    takeInLater(id);
    return Flash.to(address(id), "The file was sent.");
  }

  /** How far an import is, or what became of each row, to be read. */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Page reportPage(@PathParam("id") UUID id) {
    return sent(id)
        .filter(sent -> sent.isUnderWay() || sent.failure().isPresent())
        .map(sent -> Page.of(TEMPLATES + "import", progress(sent)))
        .orElseGet(() -> Page.of(TEMPLATES + "report", Map.of("report", report(id))));
  }

  static Map<String, Object> progress(ResultImport sent) {
    return Map.of("import", sent, "underWay", sent.isUnderWay());
  }

  /** What became of each row, or, with status 202, how far the import is. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REGISTRAR, Roles.FACULTY})
  public Response status(@PathParam("id") UUID id) {
    Optional<ResultImport> sent = sent(id);
    if (sent.filter(ResultImport::isUnderWay).isPresent()) {
      return Response.accepted(sent.get()).build();
    }
    sent.flatMap(ResultImport::failure)
        .ifPresent(why -> {
          throw Problem.of(422, "File refused", why, sent.get().findings()).exception();
        });
    return Response.ok(report(id)).build();
  }

  private Optional<ResultImport> sent(UUID id) {
    return imports
        .find(id)
        .filter(sent -> caller.has(Roles.REGISTRAR) || sent.sentBy().equals(caller.actor()));
  }

  private RosterReport report(UUID id) {
    return reports
        .find(id)
        .filter(report -> caller.has(Roles.REGISTRAR) || report.importedBy().equals(caller.actor()))
        .orElseThrow(
            () -> Problem.of(404, "Unknown import", "There is no such import.").exception());
  }

  private static URI address(UUID id) {
    return URI.create("/competency/results/files/" + id);
  }

  private Teaching.Teacher teacher() {
    return new Teaching.Teacher(caller.actor(), caller.has(Roles.REGISTRAR));
  }

  private RosterReport imported(UUID id) throws IOException {
    try {
      return switch (importResults.fromFile(
          files.path(id),
          id,
          caller.actor(),
          allowed.to(teacher()),
          ImportResults.Progress.UNHEARD)) {
        case ImportResults.Result.Imported(RosterReport report) -> report;
        case ImportResults.Result.Nothing nothing -> throw refused(List.of());
        case ImportResults.Result.Refused(List<Finding> findings) -> throw refused(findings);
      };
    } finally {
      files.forget(id);
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
