package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.time.Ids;

/**
 * The token by which a form proves that it came from our own page: the same value in a cookie that
 * other sites can neither read nor set for us, and in the form.
 */
@RequestScoped
public class Csrf {
  /** Name of the cookie. */
  public static final String COOKIE = "vellum-csrf";

  /** Name of the form's field; in a multipart form it is the first part. */
  public static final String FIELD = "csrf";

  /** Header in which a program that acts for a signed-in person sends the token. */
  public static final String HEADER = "X-CSRF-Token";

  private static final int BYTES = 24;

  @Inject private HttpServletRequest request;
  @Inject private Ids ids;
  private @Nullable String fresh;

  /** The token for the forms of this answer. */
  public String token() {
    if (fresh != null) {
      return fresh;
    }
    return fromCookie().orElseGet(this::make);
  }

  /** The token that this answer must set as a cookie; empty if the browser has one. */
  public Optional<String> toSet() {
    return Optional.ofNullable(fresh);
  }

  /** Whether what was sent is the token of this browser. */
  public boolean proves(@Nullable String sent) {
    return sent != null
        && fromCookie()
            .filter(token -> MessageDigest.isEqual(token.getBytes(UTF_8), sent.getBytes(UTF_8)))
            .isPresent();
  }

  private Optional<String> fromCookie() {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> value.matches("[A-Za-z0-9_-]{32}"))
            .findFirst();
  }

  private String make() {
    String made = ids.secret(BYTES);
    fresh = made;
    return made;
  }
}
