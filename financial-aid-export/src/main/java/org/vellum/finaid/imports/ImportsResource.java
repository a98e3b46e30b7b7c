package org.vellum.finaid.imports;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Imports of facts: made, listed, looked at; and the templates for them. */
@Component
@Path("/imports")
public class ImportsResource {
  private static final String TEMPLATES = "org/vellum/finaid/imports/";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final int NEWEST = 50;

  @Inject private ImportFacts importFacts;
  @Inject private ImportReports reports;
  @Inject private Caller caller;

  /** The newest imports, and the form for another. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page page() {
    return Page.of(
        TEMPLATES + "imports", Map.of("reports", reports.list(NEWEST), "kinds", Kinds.ALL));
  }

  /** The newest imports, without their findings. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public List<ImportReport> list() {
    return reports.list(NEWEST);
  }

  /** A file with a header and one example of a row, to be filled in. */
  @GET
  @Path("templates/{kind}.csv")
  @Produces(CSV)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response template(@PathParam("kind") String kind) {
    Kind known = Kinds.find(kind).orElseThrow(ImportsResource::unknownKind);
    return Response.ok(CsvText.template(known))
        .header("Content-Disposition", "attachment; filename=\"" + known.name() + ".csv\"")
        .build();
  }

  /** Imports a file that is sent as it is. */
  @POST
  @Path("{kind}")
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response receive(@PathParam("kind") String kind, InputStream csv) throws IOException {
    ImportReport report = imported(kind, csv);
    return Response.created(address(report)).entity(report).build();
  }

  /** Imports a file that is sent from the page. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response receiveFromPage(List<EntityPart> parts) throws IOException {
    String kind = part(parts, "kind").getContent(String.class);
    ImportReport report = imported(kind, part(parts, "file").getContent());
    return Flash.to(
        address(report), report.stored() + " rows were stored, " + report.refused() + " refused.");
  }

  /** What an import did, to be read. */
  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.AID_OFFICER)
  public Page reportPage(@PathParam("id") UUID id) {
    return Page.of(TEMPLATES + "report", Map.of("report", get(id)));
  }

  /** What an import did. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.AID_OFFICER)
  public ImportReport report(@PathParam("id") UUID id) {
    return get(id);
  }

  /** Why rows were refused, for a spreadsheet. */
  @GET
  @Path("{id}/findings")
  @Produces(CSV)
  @RolesAllowed(Roles.AID_OFFICER)
  public Response findings(@PathParam("id") UUID id) {
    return Response.ok(CsvText.of(get(id).findings()))
        .header("Content-Disposition", "attachment; filename=\"refused-rows.csv\"")
        .build();
  }

  private ImportReport get(UUID id) {
    return reports
        .find(id)
        .orElseThrow(
            () -> Problem.of(404, "Unknown import", "There is no such import.").exception());
  }

  private static EntityPart part(List<EntityPart> parts, String name) {
    return parts.stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Problem.of(422, "No file", "Choose a kind and a file to import.").exception());
  }

  private static ProblemException unknownKind() {
    return Problem.of(404, "Unknown kind of file", "There is no such kind of file.").exception();
  }

  private static URI address(ImportReport report) {
    return URI.create("/financial-aid/imports/" + report.id());
  }

  private ImportReport imported(String kind, InputStream csv) throws IOException {
    return switch (importFacts.importFrom(kind, csv, caller.actor())) {
      case ImportFacts.Result.Imported(ImportReport report) -> report;
      case ImportFacts.Result.Refused(List<Finding> findings) ->
          throw Problem.of(
                  422,
                  "File refused",
                  "The file is not of this kind: nothing was stored.",
                  findings)
              .exception();
      case ImportFacts.Result.UnknownKind() -> throw unknownKind();
    };
  }
}
