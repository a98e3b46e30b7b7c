package org.vellum.platform.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Csrf;

/** What every page knows beside its own model. */
@RequestScoped
class PageModel {
  private final @Nullable Shared shared;

  /** What is asked of the request; kept together since the proxy of the scope has none of it. */
  private record Shared(
      HttpServletRequest request,
      Caller caller,
      Csrf csrf,
      Navigation navigation,
      PlatformConfiguration configuration) {}

  /** For the proxy of the request scope only. */
  PageModel() {
    this.shared = null;
  }

  @Inject
  PageModel(
      HttpServletRequest request,
      Caller caller,
      Csrf csrf,
      Navigation navigation,
      PlatformConfiguration configuration) {
    this.shared = new Shared(request, caller, csrf, navigation, configuration);
  }

  Map<String, Object> of(Page page) {
    if (shared == null) {
      throw new IllegalStateException("asked outside a request");
    }
    Set<String> roles = shared.caller().roles().collect(Collectors.toUnmodifiableSet());
    Map<String, Object> model = new HashMap<>();
    model.put("user", shared.caller().person().orElse(""));
    model.put("roles", roles);
    model.put("csrf", shared.csrf().token());
    model.put("navigation", shared.navigation().forRoles(roles));
    model.put("institution", shared.configuration().institutionName());
    model.put("baseUrl", shared.configuration().baseUrl().toString());
    model.put("path", shared.request().getRequestURI());
    model.put("flash", Flash.of(shared.request()).orElse(""));
    model.put("assets", Assets.addresses());
    model.putAll(page.model());
    return model;
  }
}
