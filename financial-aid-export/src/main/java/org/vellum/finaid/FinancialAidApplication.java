package org.vellum.finaid;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.finaid.delivery.ApiResource;
import org.vellum.finaid.delivery.ChangesResource;
import org.vellum.finaid.delivery.RequestLimitExceptionMapper;
import org.vellum.finaid.delivery.RunPagesResource;
import org.vellum.finaid.delivery.RunsResource;
import org.vellum.finaid.home.HomeResource;
import org.vellum.finaid.imports.ImportsResource;
import org.vellum.finaid.parameters.ProgramsResource;
import org.vellum.finaid.ssn.NumbersResource;
import org.vellum.finaid.timeline.LearnersResource;
import org.vellum.platform.web.PlatformProviders;

/** What the financial aid service answers. */
@ApplicationPath("/")
public class FinancialAidApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.add(HomeResource.class);
    classes.add(ImportsResource.class);
    classes.add(LearnersResource.class);
    classes.add(NumbersResource.class);
    classes.add(ProgramsResource.class);
    classes.add(ApiResource.class);
    classes.add(ChangesResource.class);
    classes.add(RequestLimitExceptionMapper.class);
    classes.add(RunPagesResource.class);
    classes.add(RunsResource.class);
    return classes;
  }
}
