package org.vellum.platform.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Lets a request through to a resource method only as the method's annotation says. */
@Component
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
  private static final String BEARER = "bearer ";

  @Inject private Caller caller;
  @Inject private AccessTokens tokens;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    Scopes scopes = method.getAnnotation(Scopes.class);
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (scopes != null) {
      admitClient(request, List.of(scopes.value()));
    } else if (roles != null) {
      admitPerson(request, roles);
    } else if (method.getAnnotation(PermitAll.class) == null) {
      throw refused(Fault.FORBIDDEN, "Nobody may do this.");
    }
  }

  private void admitClient(ContainerRequestContext request, List<String> scopes) {
    AccessToken token =
        bearer(request)
            .flatMap(tokens::find)
            .orElseThrow(() ->
                refused(
                    Fault.UNAUTHORISED,
                    "This needs an access token that is known and has not expired."));
    caller.identifyAs(token.clientId());
    if (scopes.stream().noneMatch(token.scopes()::contains)) {
      throw refused(Fault.FORBIDDEN, "The access token lacks the scope " + scopes.getFirst() + ".");
    }
  }

  private static Optional<String> bearer(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private void admitPerson(ContainerRequestContext request, RolesAllowed roles) {
    if (caller.person().isEmpty()) {
      if (isPageVisit(request)) {
        request.abortWith(Response.seeOther(SignInAddress.backTo(request.getUriInfo())).build());
        return;
      }
      throw refused(Fault.UNAUTHORISED, "Sign in first.");
    }
    if (Arrays.stream(roles.value()).noneMatch(caller::has)) {
      throw refused(Fault.FORBIDDEN, "Your role does not allow this.");
    }
  }

  private static boolean isPageVisit(ContainerRequestContext request) {
    return request.getMethod().equals("GET")
        && request.getAcceptableMediaTypes().stream()
            .anyMatch(
                type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
  }

  /** In the words of the standard that the resource speaks, or as a problem of our own. */
  private RuntimeException refused(Fault fault, String why) {
    if (resource.getResourceClass().isAnnotationPresent(Speaks.class)) {
      return new ImsxException(fault, why);
    }
    String title = fault == Fault.FORBIDDEN ? "Not allowed" : "Not signed in";
    return Problem.of(fault.status(), title, why).exception();
  }

  /** Where somebody signs in and is then sent on to what was asked for. */
  private static final class SignInAddress {
    static java.net.URI backTo(jakarta.ws.rs.core.UriInfo asked) {
      java.net.URI here = asked.getRequestUri();
      String next =
          here.getRawQuery() == null
              ? here.getRawPath()
              : here.getRawPath() + "?" + here.getRawQuery();
      return UriBuilder.fromUri(here.resolve("/sign-in")).queryParam("next", "{next}").build(next);
    }
  }
}
