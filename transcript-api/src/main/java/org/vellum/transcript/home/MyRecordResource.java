package org.vellum.transcript.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.exporting.ElmoExport;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;
import org.vellum.transcript.printing.PrintRecord;

/** A learner's own record: as a page, and as it was signed. */
@Component
@Path("/my")
public class MyRecordResource {
  private static final String SIGNED = "application/vc+ld+json";
  private static final String PDF = "application/pdf";
  private static final String XML = "application/xml;charset=UTF-8";

  @Inject private PublishedRecords records;
  @Inject private MyRecordPage page;
  @Inject private PrintRecord printRecord;
  @Inject private ElmoExport elmoExport;
  @Inject private Issuer issuer;
  @Inject private Caller caller;

  @GET
  @Path("record")
  @Produces(MediaType.TEXT_HTML + ";qs=1.0")
  @RolesAllowed(Roles.LEARNER)
  public Page page() {
    return page.of(username());
  }

  /** The credential exactly as signed. */
  @GET
  @Path("record")
  @Produces({
    SIGNED + ";qs=0.9",
    "application/vc;qs=0.8",
    "application/ld+json;qs=0.8",
    MediaType.APPLICATION_JSON + ";qs=0.7"
  })
  @RolesAllowed(Roles.LEARNER)
  public byte[] document() {
    PublishedRecord record =
        records
            .findCurrentOf(username())
            .orElseThrow(() ->
                Problem.of(404, "No record yet", "Nothing is published for you yet.").exception());
    return record.credential().getBytes(StandardCharsets.UTF_8);
  }

  /** The same, to be kept as a file. */
  @GET
  @Path("record.json")
  @Produces({SIGNED, MediaType.WILDCARD})
  @RolesAllowed(Roles.LEARNER)
  public Response download() {
    return Response.ok(document(), SIGNED)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-record.json\"")
        .build();
  }

  /** The record as a page to print or hand on, with the signed record in it. */
  @GET
  @Path("record.pdf")
  @Produces({PDF, MediaType.WILDCARD})
  @RolesAllowed(Roles.LEARNER)
  public Response pdf() {
    String credential = new String(document(), StandardCharsets.UTF_8);
    byte[] pdf = printRecord.print(username(), credential, issuer.address("/verify"));
    return Response.ok(pdf, PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-record.pdf\"")
        .build();
  }

  /** The record for student systems that read ELMO; it is not signed. */
  @GET
  @Path("record.elmo.xml")
  @Produces({XML, MediaType.WILDCARD})
  @RolesAllowed(Roles.LEARNER)
  public Response elmo() {
    return Response.ok(elmoExport.export(new String(document(), StandardCharsets.UTF_8)), XML)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-record.elmo.xml\"")
        .build();
  }

  private String username() {
    return caller.person().orElseThrow();
  }
}
