package org.vellum.competency.framework.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.spreadsheet.RowReport;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** What an import would say of each row of a spreadsheet, before anything is imported. */
@Component
@Path("/frameworks/imports/report")
public class RowReportsResource {
  @Inject private Incoming incoming;
  @Inject private FrameworkConfiguration bounds;

  /** The report on a file that a registrar chose in the page, as CSV. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces("text/csv")
  @RolesAllowed(Roles.REGISTRAR)
  public Response ofFile(List<EntityPart> parts) throws IOException {
    byte[] file = new byte[0];
    for (EntityPart part : parts) {
      if (part.getName().equals("file")) {
        file = bounded(part.getContent());
      } else {
        part.getContent().close();
      }
    }
    return Response.ok(report(file).csv())
        .type("text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"")
        .build();
  }

  /** The same for a program, as JSON. */
  @POST
  @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.9")
  @RolesAllowed(Roles.REGISTRAR)
  public RowReport of(InputStream body) throws IOException {
    return report(bounded(body));
  }

  private RowReport report(byte[] file) {
    return incoming
        .report(file)
        .orElseThrow(() ->
            Problem.of(
                    422,
                    "No spreadsheet",
                    "Only a CSV file or a workbook (XLSX) has rows to report on, and not too many.")
                .exception());
  }

  /** Reads at most one byte more than is allowed, by which it is seen that it is too large. */
  private byte[] bounded(InputStream body) throws IOException {
    try (body) {
      return body.readNBytes(bounds.maximumPackage() + 1);
    }
  }
}
