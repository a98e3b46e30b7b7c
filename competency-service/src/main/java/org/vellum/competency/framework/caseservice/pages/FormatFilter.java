package org.vellum.competency.framework.caseservice.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.vellum.platform.usecase.Component;

/**
 * Lets a person follow a link to the JSON of what a browser otherwise sees as a page: {@code
 * ?format=json} at an address of the CASE service.
 */
@Component
@Provider
@PreMatching
public class FormatFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    boolean json = "json".equals(request.getUriInfo().getQueryParameters().getFirst("format"));
    if (json && request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("ims/case/")) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }
  }
}
