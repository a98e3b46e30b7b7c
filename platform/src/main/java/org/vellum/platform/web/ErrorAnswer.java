package org.vellum.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.imsx.Dialect;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * Answers whatever went wrong: in the dialect of the standard that the resource speaks, else as a
 * page for a browser, else as a problem (RFC 9457). Never with a stack trace.
 */
@Component
@Provider
public class ErrorAnswer implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ErrorAnswer.class.getName());

  /** What an answer must keep of the headers that came with its status (RFC 9110, section 15). */
  private static final List<String> TELLING =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

  @Inject private Ids ids;

  @Context private ResourceInfo resource;

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable thrown) {
    Optional<Dialect> dialect = dialect();
    return switch (thrown) {
      case ImsxException e when dialect.isPresent() ->
          imsx(dialect.get(), e.fault(), e.fault().status(), e.description());
      case WebApplicationException e when isFinished(e.getResponse()) -> e.getResponse();
      default -> {
        Problem problem = problem(thrown);
        Response answer =
            dialect
                .map(words -> imsx(words, fault(problem), problem.status(), problem.detail()))
                .orElseGet(() -> answer(problem));
        yield thrown instanceof WebApplicationException e
            ? withHeadersOf(e.getResponse(), answer)
            : answer;
      }
    };
  }

  /** What the status promises beside its words, such as the methods that an address knows. */
  private static Response withHeadersOf(Response said, Response answer) {
    Response.ResponseBuilder builder = Response.fromResponse(answer);
    for (String name : TELLING) {
      if (said.getHeaderString(name) != null) {
        builder.header(name, said.getHeaderString(name));
      }
    }
    return builder.build();
  }

  private Problem problem(Throwable thrown) {
    return switch (thrown) {
      case ProblemException e -> e.problem();
      case ImsxException e -> Problem.of(e.fault().status(), "Refused", e.description());
      case WebApplicationException e when isUnreadable(e.getCause()) -> ofStatus(400);
      case WebApplicationException e -> ofStatus(e.getResponse().getStatus());
      case JsonProcessingException e when isUnreadable(e) -> ofStatus(400);
      default -> unexpected(thrown);
    };
  }

  /** Without the exception's message, in which there might be what somebody sent. */
  private Problem unexpected(Throwable thrown) {
    Optional<ProblemException> cause = problemWithin(thrown);
    if (cause.isPresent()) {
      return cause.get().problem();
    }
    UUID incident = ids.next();
    LOG.log(Level.SEVERE, "Incident " + incident + ": " + Traces.withoutMessages(thrown));
    return Problem.of(
        500,
        "Internal error",
        "This is our fault. Name the incident " + incident + " to ask about it.");
  }

  /** JSON that was sent and cannot be read as what was asked for; not what we failed to write. */
  private static boolean isUnreadable(@Nullable Throwable thrown) {
    return thrown instanceof StreamReadException
        || thrown instanceof StreamConstraintsException
        || thrown instanceof MismatchedInputException
        || (thrown instanceof JsonMappingException && isUnreadable(thrown.getCause()));
  }

  /** A bound that was exceeded while the body was read arrives wrapped by whoever was reading. */
  private static Optional<ProblemException> problemWithin(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ProblemException problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "Bad request", "What was sent cannot be read.");
      case 404 -> Problem.of(404, "Not found", "There is nothing at this address.");
      case 405 -> Problem.of(405, "Not possible", "This address does not know this method.");
      case 406 -> Problem.of(406, "Not available so", "There is no answer in an accepted form.");
      case 415 -> Problem.of(415, "Unknown form", "This address does not read this media type.");
      default -> Problem.of(status, "Refused", "The request was refused.");
    };
  }

  private static boolean isFinished(Response response) {
    return response.hasEntity() || response.getStatus() < 400;
  }

  private Optional<Dialect> dialect() {
    Class<?> asked = resource.getResourceClass();
    return Optional.ofNullable(asked == null ? null : asked.getAnnotation(Speaks.class))
        .map(speaks -> Dialect.of(speaks.value()));
  }

  private static Fault fault(Problem problem) {
    return switch (problem.status()) {
      case 401 -> Fault.UNAUTHORISED;
      case 403 -> Fault.FORBIDDEN;
      case 404 -> Fault.UNKNOWN_OBJECT;
      case 413 -> Fault.TOO_LARGE;
      case 422 -> Fault.INVALID_DATA;
      case 429, 503 -> Fault.BUSY;
      default -> problem.status() < 500 ? Fault.MALFORMED : Fault.INTERNAL;
    };
  }

  private static Response imsx(Dialect dialect, Fault fault, int status, String description) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(dialect.statusInfo(fault, description));
    return (status == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer).build();
  }

  private Response answer(Problem problem) {
    if (prefersPage()) {
      return Response.status(problem.status())
          .type(MediaType.TEXT_HTML_TYPE)
          .entity(Page.of("org/vellum/platform/web/error").with("problem", problem))
          .build();
    }
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    return (problem.status() == 401 && takesTokens()
            ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
            : answer)
        .build();
  }

  /** Whether a token would have let the request through (RFC 6750, section 3). */
  private boolean takesTokens() {
    return resource.getResourceMethod() != null
        && resource.getResourceMethod().isAnnotationPresent(Scopes.class);
  }

  private boolean prefersPage() {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> !type.isWildcardType())
        .findFirst()
        .filter(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE))
        .isPresent();
  }
}
