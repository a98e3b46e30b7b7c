package org.vellum.competency;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.competency.catalogue.pages.CatalogueResource;
import org.vellum.competency.catalogue.pages.CompetencyResource;
import org.vellum.competency.catalogue.pages.EvidenceRulesResource;
import org.vellum.competency.catalogue.pages.PrerequisitesResource;
import org.vellum.competency.catalogue.pages.ProgramResource;
import org.vellum.competency.catalogue.pages.RelationsResource;
import org.vellum.competency.evaluation.ProgressResource;
import org.vellum.competency.evaluation.oneroster.LineItemsResource;
import org.vellum.competency.evaluation.oneroster.ResultsResource;
import org.vellum.competency.framework.FrameworksResource;
import org.vellum.competency.framework.caseservice.CaseObjectsResource;
import org.vellum.competency.framework.caseservice.CasePagesResource;
import org.vellum.competency.framework.caseservice.DefinitionsResource;
import org.vellum.competency.roster.RostersResource;
import org.vellum.platform.web.PlatformProviders;

/** What the competency service answers. */
@ApplicationPath("/")
public class CompetencyApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.add(FrameworksResource.class);
    classes.add(CaseObjectsResource.class);
    classes.add(CasePagesResource.class);
    classes.add(DefinitionsResource.class);
    classes.add(RostersResource.class);
    classes.add(CatalogueResource.class);
    classes.add(EvidenceRulesResource.class);
    classes.add(RelationsResource.class);
    classes.add(PrerequisitesResource.class);
    classes.add(ProgramResource.class);
    classes.add(CompetencyResource.class);
    classes.add(LineItemsResource.class);
    classes.add(ProgressResource.class);
    classes.add(ResultsResource.class);
    return classes;
  }
}
