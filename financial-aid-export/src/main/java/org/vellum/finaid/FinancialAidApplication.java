package org.vellum.finaid;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.finaid.home.HomeResource;
import org.vellum.platform.web.PlatformProviders;

/** What the financial aid service answers. */
@ApplicationPath("/")
public class FinancialAidApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.add(HomeResource.class);
    return classes;
  }
}
