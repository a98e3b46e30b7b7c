package org.vellum.finaid.delivery;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Says when to ask again (RFC 6585, section 4). */
@Component
@Provider
public class RequestLimitExceptionMapper
    implements ExceptionMapper<RequestLimit.ExceededException> {
  private static final String SECONDS = "60";

  @Override
  public Response toResponse(RequestLimit.ExceededException thrown) {
    return Response.status(429)
        .header(HttpHeaders.RETRY_AFTER, SECONDS)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(429, "Too many requests", "Ask again in a minute; fewer requests do."))
        .build();
  }
}
