package org.vellum.competency;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.competency.catalogue.caseexport.PrerequisitesPackageResource;
import org.vellum.competency.catalogue.pages.CatalogueResource;
import org.vellum.competency.catalogue.pages.CompetencyResource;
import org.vellum.competency.catalogue.pages.EvidenceRulesResource;
import org.vellum.competency.catalogue.pages.PrerequisitesResource;
import org.vellum.competency.catalogue.pages.ProgramResource;
import org.vellum.competency.catalogue.pages.RelationsResource;
import org.vellum.competency.catalogue.pages.RequirementsResource;
import org.vellum.competency.evaluation.ProgressResource;
import org.vellum.competency.evaluation.oneroster.LineItemsResource;
import org.vellum.competency.evaluation.oneroster.ResultsResource;
import org.vellum.competency.evaluation.rejected.MappingsResource;
import org.vellum.competency.evaluation.rejected.RejectedResultsResource;
import org.vellum.competency.framework.FrameworksResource;
import org.vellum.competency.framework.caseservice.Case10Resource;
import org.vellum.competency.framework.caseservice.Case11Resource;
import org.vellum.competency.framework.caseservice.pages.Case10PagesResource;
import org.vellum.competency.framework.caseservice.pages.Case11PagesResource;
import org.vellum.competency.framework.caseservice.pages.FormatFilter;
import org.vellum.competency.framework.editing.DraftCrosswalkResource;
import org.vellum.competency.framework.editing.DraftHistoryResource;
import org.vellum.competency.framework.editing.DraftItemsResource;
import org.vellum.competency.framework.editing.DraftObjectsResource;
import org.vellum.competency.framework.editing.DraftRubricsResource;
import org.vellum.competency.framework.editing.NewFrameworkResource;
import org.vellum.competency.framework.editing.ReviewResource;
import org.vellum.competency.framework.exporting.ExportsResource;
import org.vellum.competency.framework.importing.ImportsResource;
import org.vellum.competency.framework.importing.RevisionsResource;
import org.vellum.competency.framework.importing.RowReportsResource;
import org.vellum.competency.framework.remote.RemoteImportsResource;
import org.vellum.competency.framework.spreadsheet.TemplatesResource;
import org.vellum.competency.framework.versions.AttainmentsResource;
import org.vellum.competency.framework.versions.DifferencesResource;
import org.vellum.competency.framework.versions.DiscardResource;
import org.vellum.competency.framework.versions.VersionsResource;
import org.vellum.competency.roster.RostersResource;
import org.vellum.platform.web.PlatformProviders;

/** What the competency service answers. */
@ApplicationPath("/")
public class CompetencyApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.add(FrameworksResource.class);
    classes.add(Case10Resource.class);
    classes.add(Case10PagesResource.class);
    classes.add(Case11PagesResource.class);
    classes.add(FormatFilter.class);
    classes.add(Case11Resource.class);
    classes.add(ExportsResource.class);
    classes.add(TemplatesResource.class);
    classes.add(ImportsResource.class);
    classes.add(RevisionsResource.class);
    classes.add(RowReportsResource.class);
    classes.add(RemoteImportsResource.class);
    classes.add(DraftCrosswalkResource.class);
    classes.add(DraftHistoryResource.class);
    classes.add(DraftItemsResource.class);
    classes.add(DraftObjectsResource.class);
    classes.add(DraftRubricsResource.class);
    classes.add(NewFrameworkResource.class);
    classes.add(ReviewResource.class);
    classes.add(VersionsResource.class);
    classes.add(DifferencesResource.class);
    classes.add(DiscardResource.class);
    classes.add(AttainmentsResource.class);
    classes.add(RostersResource.class);
    classes.add(CatalogueResource.class);
    classes.add(EvidenceRulesResource.class);
    classes.add(RelationsResource.class);
    classes.add(PrerequisitesResource.class);
    classes.add(PrerequisitesPackageResource.class);
    classes.add(ProgramResource.class);
    classes.add(RequirementsResource.class);
    classes.add(CompetencyResource.class);
    classes.add(LineItemsResource.class);
    classes.add(ProgressResource.class);
    classes.add(ResultsResource.class);
    classes.add(RejectedResultsResource.class);
    classes.add(MappingsResource.class);
    return classes;
  }
}
