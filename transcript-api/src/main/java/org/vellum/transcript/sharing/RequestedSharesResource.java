package org.vellum.transcript.sharing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Leads the employer who asked to the link that the learner agreed to. */
@Component
@Path("/requested-shares/{request}")
public class RequestedSharesResource {
  @Inject private RequestedShares requested;
  @Inject private Caller caller;

  /** To the share; whether it still shows something is said there. */
  @GET
  @RolesAllowed(Roles.EMPLOYER)
  public Response show(@PathParam("request") UUID request) {
    return requested
        .findAddress(request, caller.person().orElseThrow())
        .map(address ->
            Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address.toString())
                .build())
        .orElseThrow(() ->
            Problem.of(
                    404,
                    "Not found",
                    "There is no link for this request yet, or it was not asked by you. A link that"
                        + " a learner has just agreed to is here within seconds.")
                .exception());
  }
}
