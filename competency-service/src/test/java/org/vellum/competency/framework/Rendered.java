package org.vellum.competency.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;

/** Pages as a browser gets them. */
public final class Rendered {
  private Rendered() {}

  /** The page, without the script that the layout brings along. */
  public static String html(Page page) {
    Map<String, Object> model = new HashMap<>(page.model());
    model.putAll(
        Map.of(
            "user", "rita",
            "roles", Set.of("registrar"),
            "csrf", "token",
            "navigation", List.of(),
            "institution", "Alder Ridge",
            "baseUrl", FrameworkFixture.BASE,
            "path", "/competency/frameworks",
            "flash", "",
            "assets", Map.of("icon.svg", "i", "vellum.css", "c", "htmx.js", "h", "tree.js", "f")));
    return new Templates()
        .fill(page.template(), model, Rendered.class.getClassLoader())
        .replace("<script src=\"h\" defer></script>", "")
        .replace("<script src=\"f\" defer></script>", "");
  }
}
