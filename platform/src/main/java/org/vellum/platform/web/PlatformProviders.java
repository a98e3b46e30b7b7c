package org.vellum.platform.web;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.Set;
import org.vellum.platform.pages.PageWriter;
import org.vellum.platform.security.AccessFilter;
import org.vellum.platform.security.CsrfFilter;

/** The providers that each service's application registers beside its own resources. */
public final class PlatformProviders {
  private PlatformProviders() {}

  /** All of them. */
  public static Set<Class<?>> classes() {
    return Set.of(
        AccessFilter.class,
        BodyLimit.class,
        CsrfFilter.class,
        ErrorAnswer.class,
        JacksonJsonProvider.class,
        JsonMapperResolver.class,
        PageWriter.class,
        SecurityHeaders.class);
  }
}
