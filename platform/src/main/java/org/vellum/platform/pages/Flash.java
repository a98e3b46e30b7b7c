package org.vellum.platform.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A message that is shown once, on the page to which an action leads. */
public final class Flash {
  static final String COOKIE = "vellum-flash";
  private static final int LONGEST = 500;

  private Flash() {}

  /**
   * Leads the browser to a page that shows a message once.
   *
   * @param page where to go, a path on this server from its root, or an absolute address
   * @param message one sentence, at most 500 characters, without a secret
   */
  public static Response to(URI page, String message) {
    String value =
        Base64.getUrlEncoder().withoutPadding().encodeToString(shortened(message).getBytes(UTF_8));
    // As a header: seeOther would look for the path below the application's own (RESTEasy).
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, page.toString())
        .cookie(cookie(value, 60))
        .build();
  }

  private static String shortened(String message) {
    if (message.length() <= LONGEST) {
      return message;
    }
    // Never half of a character that takes two.
    boolean split = Character.isHighSurrogate(message.charAt(LONGEST - 1));
    return message.substring(0, split ? LONGEST - 1 : LONGEST);
  }

  /** The message that the browser brings, if it brings one. */
  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .findFirst()
            .flatMap(cookie -> text(cookie.getValue()));
  }

  /** The cookie that makes the browser forget the message. */
  static NewCookie forgotten() {
    return cookie("", 0);
  }

  private static NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  private static Optional<String> text(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
