package org.vellum.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Stops reading a request's body where it exceeds what the operator allows. */
@Component
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimit implements ContainerRequestFilter {
  @Inject private PlatformConfiguration configuration;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod().isAnnotationPresent(BoundsItsBody.class)) {
      return;
    }
    int maximum = configuration.maximumUpload();
    if (request.getLength() > maximum) {
      throw tooLarge(maximum).exception();
    }
    // A form's fields are read by the container, which bounds them; it could not, once the stream
    // has been asked for.
    if (!isForm(request.getMediaType()) && request.hasEntity()) {
      request.setEntityStream(new BoundedStream(request.getEntityStream(), maximum));
    }
  }

  private static boolean isForm(@Nullable MediaType type) {
    return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
  }

  /** A body that ends the request with 413 where it has more bytes, for who bounds it by itself. */
  public static InputStream bounded(InputStream body, long maximum) {
    return new BoundedStream(body, maximum);
  }

  static Problem tooLarge(long maximum) {
    return Problem.of(
        413, "Request too large", "At most " + maximum + " bytes are read in one request.");
  }
}
