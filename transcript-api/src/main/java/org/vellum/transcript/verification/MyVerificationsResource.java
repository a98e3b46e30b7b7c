package org.vellum.transcript.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;

/** The verification of a learner's own record, one click away from it. */
@Component
@Path("/my/record/verification")
public class MyVerificationsResource {
  @Inject private PublishedRecords records;
  @Inject private VerifyDocument verifyDocument;
  @Inject private Caller caller;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Roles.LEARNER)
  public Page page() {
    PublishedRecord record =
        records
            .findCurrentOf(caller.person().orElseThrow())
            .orElseThrow(() ->
                Problem.of(404, "No record yet", "Nothing is published for you yet.").exception());
    return Page.of(
        VerificationsResource.RESULT,
        Map.of("verification", verifyDocument.verify(record.credential().getBytes(UTF_8))));
  }
}
