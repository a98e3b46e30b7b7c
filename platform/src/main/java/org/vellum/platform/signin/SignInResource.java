package org.vellum.platform.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.pages.Flash;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Csrf;
import org.vellum.platform.usecase.Component;

/** The page on which people sign in, and the way out. */
@Component
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
  private static final String TEMPLATE = "org/vellum/platform/signin/sign-in";

  @Inject private Csrf csrf;
  @Inject private Attempts attempts;

  @GET
  @Path("sign-in")
  @PermitAll
  public Page form(@QueryParam("next") @Nullable String next) {
    return page(next, "");
  }

  /** Signs a person in and goes on to {@code next}, if that is a page of this server. */
  @POST
  @Path("sign-in")
  @PermitAll
  public Response signIn(
      @Context HttpServletRequest request,
      @FormParam("csrf") @Nullable String token,
      @FormParam("name") @Nullable String name,
      @FormParam("password") @Nullable String password,
      @FormParam("next") @Nullable String next) {
    if (!csrf.proves(token)) {
      return refused(403, next, "The form was too old. Please try again.");
    }
    if (name == null || password == null || name.isBlank()) {
      return refused(400, next, "Please give your name and your password.");
    }
    if (!attempts.allow(name)) {
      return refused(429, next, "Too many attempts. Please wait a quarter of an hour.");
    }
    try {
      if (request.getUserPrincipal() != null) {
        request.logout();
      }
      request.login(name, password);
    } catch (ServletException e) {
      return refused(401, next, "This name and password do not fit.");
    }
    attempts.forget(name);
    return Response.seeOther(NextPage.of(next)).build();
  }

  /** Signs out. */
  @POST
  @Path("sign-out")
  @PermitAll
  public Response signOut(@Context HttpServletRequest request) {
    try {
      request.logout();
    } catch (ServletException e) {
      throw Problem.of(500, "Not signed out", "Signing out failed; close the browser.").exception();
    }
    return Flash.to(URI.create("/"), "You are signed out.");
  }

  private static Response refused(int status, @Nullable String next, String message) {
    return Response.status(status).entity(page(next, message)).build();
  }

  private static Page page(@Nullable String next, String message) {
    return Page.of(TEMPLATE, Map.of("next", NextPage.of(next).toString(), "message", message));
  }
}
