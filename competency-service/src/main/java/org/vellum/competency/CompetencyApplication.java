package org.vellum.competency;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.platform.web.PlatformProviders;

/** What the competency service answers. */
@ApplicationPath("/")
public class CompetencyApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return new HashSet<>(PlatformProviders.classes());
  }
}
