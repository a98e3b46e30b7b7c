package org.vellum.platform.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Csrf;

/** What every page knows beside its own model. */
@RequestScoped
class PageModel {
  @Inject private HttpServletRequest request;
  @Inject private Caller caller;
  @Inject private Csrf csrf;
  @Inject private Navigation navigation;
  @Inject private PlatformConfiguration configuration;

  Map<String, Object> of(Page page) {
    Set<String> roles = caller.roles().collect(Collectors.toUnmodifiableSet());
    Map<String, Object> model = new HashMap<>();
    model.put("user", caller.person().orElse(""));
    model.put("roles", roles);
    model.put("csrf", csrf.token());
    model.put("navigation", navigation.forRoles(roles));
    model.put("institution", configuration.institutionName());
    model.put("baseUrl", configuration.baseUrl().toString());
    model.put("path", request.getRequestURI());
    model.put("flash", Flash.of(request).orElse(""));
    model.put("assets", Assets.addresses());
    model.putAll(page.model());
    return model;
  }
}
