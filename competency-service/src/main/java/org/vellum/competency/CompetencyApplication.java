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
import org.vellum.competency.evaluation.csv.ArchivesResource;
import org.vellum.competency.evaluation.csv.ResultFilesResource;
import org.vellum.competency.evaluation.judging.JudgingResource;
import org.vellum.competency.evaluation.oneroster.AssessmentLineItemsResource;
import org.vellum.competency.evaluation.oneroster.AssessmentResultsResource;
import org.vellum.competency.evaluation.oneroster.CategoriesResource;
import org.vellum.competency.evaluation.oneroster.ClassGradebookResource;
import org.vellum.competency.evaluation.oneroster.LineItemsResource;
import org.vellum.competency.evaluation.oneroster.ResultsResource;
import org.vellum.competency.evaluation.oneroster.SchoolGradebookResource;
import org.vellum.competency.evaluation.oneroster.ScoreScalesResource;
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
import org.vellum.competency.lti.ags.ScoresResource;
import org.vellum.competency.lti.deeplinking.DeepLinksResource;
import org.vellum.competency.lti.launch.LaunchesResource;
import org.vellum.competency.lti.launch.ReturnsResource;
import org.vellum.competency.lti.nrps.MembershipsResource;
import org.vellum.competency.lti.pages.LinksResource;
import org.vellum.competency.lti.pages.ToolsResource;
import org.vellum.competency.lti.registration.RegistrationsResource;
import org.vellum.competency.lti.tool.CoursesResource;
import org.vellum.competency.lti.tool.JoinResource;
import org.vellum.competency.lti.tool.PlatformsResource;
import org.vellum.competency.lti.tool.ToolLaunchResource;
import org.vellum.competency.policy.PoliciesResource;
import org.vellum.competency.progress.GroupResource;
import org.vellum.competency.progress.LearnersResource;
import org.vellum.competency.progress.ProgressResource;
import org.vellum.competency.roster.RostersResource;
import org.vellum.competency.roster.oneroster.RosteringResource;
import org.vellum.competency.roster.sources.SourcesResource;
import org.vellum.platform.web.PlatformProviders;

/** What the competency service answers. */
@ApplicationPath("/")
public class CompetencyApplication extends Application {

  private static final Set<Class<?>> FRAMEWORKS =
      Set.of(
          FrameworksResource.class,
          Case10Resource.class,
          Case10PagesResource.class,
          Case11PagesResource.class,
          FormatFilter.class,
          Case11Resource.class,
          ExportsResource.class,
          TemplatesResource.class,
          ImportsResource.class,
          RevisionsResource.class,
          RowReportsResource.class,
          RemoteImportsResource.class,
          DraftCrosswalkResource.class,
          DraftHistoryResource.class,
          DraftItemsResource.class,
          DraftObjectsResource.class,
          DraftRubricsResource.class,
          NewFrameworkResource.class,
          ReviewResource.class,
          VersionsResource.class,
          DifferencesResource.class,
          DiscardResource.class,
          AttainmentsResource.class);

  private static final Set<Class<?>> CATALOGUE_AND_RESULTS =
      Set.of(
          RostersResource.class,
          CatalogueResource.class,
          EvidenceRulesResource.class,
          RelationsResource.class,
          PrerequisitesResource.class,
          PrerequisitesPackageResource.class,
          ProgramResource.class,
          RequirementsResource.class,
          CompetencyResource.class,
          ProgressResource.class,
          LearnersResource.class,
          GroupResource.class,
          PoliciesResource.class,
          RejectedResultsResource.class,
          MappingsResource.class);

  private static final Set<Class<?>> LTI =
      Set.of(
          ToolsResource.class,
          LinksResource.class,
          LaunchesResource.class,
          ReturnsResource.class,
          DeepLinksResource.class,
          RegistrationsResource.class,
          org.vellum.competency.lti.ags.LineItemsResource.class,
          ScoresResource.class,
          ToolLaunchResource.class,
          JoinResource.class,
          PlatformsResource.class,
          CoursesResource.class,
          MembershipsResource.class);

  private static final Set<Class<?>> ONE_ROSTER =
      Set.of(
          RosteringResource.class,
          SourcesResource.class,
          ArchivesResource.class,
          ResultFilesResource.class,
          JudgingResource.class,
          CategoriesResource.class,
          ScoreScalesResource.class,
          LineItemsResource.class,
          ResultsResource.class,
          AssessmentLineItemsResource.class,
          AssessmentResultsResource.class,
          ClassGradebookResource.class,
          SchoolGradebookResource.class);

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.addAll(FRAMEWORKS);
    classes.addAll(CATALOGUE_AND_RESULTS);
    classes.addAll(LTI);
    classes.addAll(ONE_ROSTER);
    return classes;
  }
}
