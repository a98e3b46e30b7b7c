package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/**
 * Refuses a request that would change something on behalf of a signed-in person, unless it proves
 * that it came from our own page. A client with an access token needs no proof, since no browser
 * sends its token by itself.
 */
@Component
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CsrfFilter implements ContainerRequestFilter {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final int PEEK = 4_096;
  private static final Pattern FIRST_PART =
      Pattern.compile(
          "\\A--[^\\r\\n]+\\r\\nContent-Disposition: form-data; name=\""
              + Csrf.FIELD
              + "\"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([A-Za-z0-9_-]+)\\r\\n",
          Pattern.CASE_INSENSITIVE);

  @Inject private Caller caller;
  @Inject private Csrf csrf;

  @Context private HttpServletRequest servletRequest;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (HARMLESS.contains(request.getMethod()) || caller.person().isEmpty() || isFromElsewhere()) {
      return;
    }
    if (!csrf.proves(sent(request).orElse(null))) {
      throw Problem.of(
              403,
              "Form not from this site",
              "The form is too old or came from elsewhere: load the page again and repeat.")
          .exception();
    }
  }

  private boolean isFromElsewhere() {
    return resource.getResourceMethod().isAnnotationPresent(FromElsewhere.class);
  }

  private Optional<String> sent(ContainerRequestContext request) throws IOException {
    String header = request.getHeaderString(Csrf.HEADER);
    MediaType type = request.getMediaType();
    if (header != null || type == null) {
      return Optional.ofNullable(header);
    }
    if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return Optional.ofNullable(servletRequest.getParameter(Csrf.FIELD));
    }
    if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      return firstPart(request);
    }
    return Optional.empty();
  }

  /** Reads the head of the body, where our forms put the token, and gives the body back whole. */
  private static Optional<String> firstPart(ContainerRequestContext request) throws IOException {
    InputStream body = request.getEntityStream();
    byte[] head = body.readNBytes(PEEK);
    request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(head), body));
    Matcher part = FIRST_PART.matcher(new String(head, ISO_8859_1));
    return part.find() ? Optional.of(part.group(1)) : Optional.empty();
  }
}
