package org.vellum.platform.pages;

import java.util.HashMap;
import java.util.Map;

/**
 * A page to be rendered: what a resource returns for {@code text/html}.
 *
 * @param template path of the Pebble template on the class path, without its ending {@code .peb}
 * @param model what the template prints; the layout adds {@code user}, {@code roles}, {@code
 *     institution}, {@code baseUrl}, {@code path}, {@code flash} and {@code navigation}
 */
public record Page(String template, Map<String, Object> model) {

  public Page {
    model = Map.copyOf(model);
  }

  /** A page that needs nothing but its template. */
  public static Page of(String template) {
    return new Page(template, Map.of());
  }

  public static Page of(String template, Map<String, Object> model) {
    return new Page(template, model);
  }

  /** The same page with one more thing to print. */
  public Page with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(model);
    more.put(name, value);
    return new Page(template, more);
  }
}
