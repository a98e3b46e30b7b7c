package org.vellum.competency.framework.spreadsheet;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.vellum.platform.usecase.Component;

/** Forms to fill in with a framework, for a spreadsheet. */
@Component
@Path("/frameworks/templates")
public class TemplatesResource {
  /** The media type of a workbook. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The media type of a CSV file. */
  public static final String CSV = "text/csv;charset=UTF-8";

  @Inject private Spreadsheets spreadsheets;

  @GET
  @Path("framework.xlsx")
  @Produces(XLSX)
  @PermitAll
  public Response workbook() {
    return template(Spreadsheets.Form.XLSX, "framework.xlsx");
  }

  @GET
  @Path("framework.csv")
  @Produces(CSV)
  @PermitAll
  public Response csv() {
    return template(Spreadsheets.Form.CSV, "framework.csv");
  }

  private Response template(Spreadsheets.Form form, String name) {
    StreamingOutput output = out -> spreadsheets.writeTemplate(form, out);
    return Response.ok(output)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
