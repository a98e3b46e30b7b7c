package org.vellum.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as the container would give it. */
public final class FakeRequest {
  private final List<Cookie> cookies = new ArrayList<>();
  private final Map<String, String> parameters = new HashMap<>();
  private @Nullable String user;
  private Set<String> roles = Set.of();

  public FakeRequest cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  public FakeRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public FakeRequest by(String name, String... withRoles) {
    user = name;
    roles = Set.of(withRoles);
    return this;
  }

  public HttpServletRequest asServletRequest() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  // As the servlet specification has it, none is null and not an empty array.
                  case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                  case "getParameter" -> parameters.get(arguments[0]);
                  case "getUserPrincipal" -> principal();
                  case "isUserInRole" -> roles.contains(arguments[0]);
                  case "getRequestURI" -> "/page";
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private @Nullable Principal principal() {
    String name = user;
    return name == null ? null : () -> name;
  }
}
