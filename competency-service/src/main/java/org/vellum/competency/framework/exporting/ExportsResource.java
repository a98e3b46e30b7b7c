package org.vellum.competency.framework.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.ReceivedPackages;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.competency.framework.ctdlasn.CtdlAsn;
import org.vellum.competency.framework.document.FrameworkDocuments;
import org.vellum.competency.framework.spreadsheet.Spreadsheets;
import org.vellum.competency.framework.spreadsheet.TemplatesResource;
import org.vellum.platform.limits.ClientAddress;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Downloads of a framework. */
@Component
@Path("/frameworks/{framework}/exports")
public class ExportsResource {
  private static final String TOO_LONG =
      "A value of this framework is longer than a cell of a workbook may be; use the CSV file.";

  private static final int MOST = 20;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final String TOO_LARGE =
      "This framework is too large to be laid out as pages; use the Markdown.";

  @Inject private Frameworks frameworks;
  @Inject private ReceivedPackages received;
  @Inject private Spreadsheets spreadsheets;
  @Inject private CtdlAsn ctdlAsn;
  @Inject private FrameworkDocuments documents;
  @Inject private RateLimit limit;
  @Inject private ClientAddress addresses;
  @Inject private HttpServletRequest request;
  @Inject private Caller caller;

  /** The CFPackage as it was received, equal to what its publisher sent, member by member. */
  @GET
  @Path("received.json")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.REGISTRAR)
  public Response receivedPackage(@PathParam("framework") String identifier) {
    Framework framework = get(identifier);
    return file(framework, "received.json", out -> received.write(framework.identifier(), out));
  }

  /** One CSV file with every field. */
  @GET
  @Path("framework.csv")
  @Produces(TemplatesResource.CSV)
  @PermitAll
  public Response csv(@PathParam("framework") String identifier) {
    Framework framework = get(identifier);
    return file(framework, "csv", out -> spreadsheets.writeCsv(framework, out));
  }

  /** A workbook with every field. */
  @GET
  @Path("framework.xlsx")
  @Produces(TemplatesResource.XLSX)
  @PermitAll
  public Response workbook(@PathParam("framework") String identifier) {
    Framework framework = get(identifier);
    count();
    byte[] workbook =
        spreadsheets
            .findWorkbook(framework)
            .orElseThrow(() -> Problem.of(422, "Value too long", TOO_LONG).exception());
    return file(framework, "xlsx", out -> out.write(workbook));
  }

  /** The framework as CTDL-ASN. */
  @GET
  @Path("ctdl-asn.jsonld")
  @Produces("application/ld+json")
  @PermitAll
  public Response ctdlAsn(@PathParam("framework") String identifier) {
    Framework framework = get(identifier);
    return file(framework, "jsonld", out -> out.write(ctdlAsn.write(framework)));
  }

  /** The framework as Markdown, for people. */
  @GET
  @Path("framework.md")
  @Produces("text/markdown;charset=UTF-8")
  @PermitAll
  public Response markdown(@PathParam("framework") String identifier) throws IOException {
    Framework framework = get(identifier);
    byte[] text = documents.markdown(framework).getBytes(UTF_8);
    return file(framework, "md", out -> out.write(text));
  }

  /** The framework as a PDF, for people. */
  @GET
  @Path("framework.pdf")
  @Produces("application/pdf")
  @PermitAll
  public Response pdf(@PathParam("framework") String identifier) throws IOException {
    Framework framework = get(identifier);
    count();
    byte[] pdf =
        documents
            .findPdf(framework)
            .orElseThrow(() -> Problem.of(422, "Framework too large", TOO_LARGE).exception());
    return file(framework, "pdf", out -> out.write(pdf));
  }

  /** What takes long to make is made for strangers so many times only. */
  private void count() {
    String key = addresses.key("framework-export", request.getRemoteAddr());
    if (!caller.has(Roles.REGISTRAR) && !limit.allow(key, MOST, WINDOW)) {
      throw Problem.of(429, "Too many downloads", "Try again in some minutes.").exception();
    }
  }

  private static Response file(Framework framework, String ending, StreamingOutput output) {
    return Response.ok(output)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + framework.identifier() + "." + ending + "\"")
        .build();
  }

  private Framework get(String identifier) {
    return CaseIdentifier.parse(identifier)
        .flatMap(known -> frameworks.find(known, Audience.of(caller)))
        .orElseThrow(
            () -> Problem.of(404, "Unknown framework", "There is no such framework.").exception());
  }
}
