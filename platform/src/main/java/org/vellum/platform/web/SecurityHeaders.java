package org.vellum.platform.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** Tells the browser what a page may do: nothing from elsewhere, no inline script, no framing. */
@Component
@Provider
public class SecurityHeaders implements ContainerResponseFilter {
  /** Name of the header in which a page says what it may do. */
  public static final String POLICY_HEADER = "Content-Security-Policy";

  private static final String POLICY = policy("");

  @Inject private PlatformConfiguration configuration;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    // A page whose form leads to another system says so itself, and says all the rest too.
    if (!headers.containsKey(POLICY_HEADER)) {
      headers.putSingle(POLICY_HEADER, POLICY);
    }
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Referrer-Policy", "no-referrer");
    headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    headers.putSingle("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (configuration.isSecure()) {
      headers.putSingle("Strict-Transport-Security", "max-age=31536000");
    }
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /**
   * The policy of a page whose form leads to another system.
   *
   * @param target the origin of that system; from there it may lead on to any secure address
   */
  public static String leadingTo(String target) {
    return policy(" https: " + target);
  }

  private static String policy(String formTarget) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " font-src 'self'; connect-src 'self'; form-action 'self'"
        + formTarget
        + "; base-uri 'none'; frame-ancestors 'none'";
  }
}
