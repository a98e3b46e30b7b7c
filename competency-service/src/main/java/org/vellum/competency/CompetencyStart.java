package org.vellum.competency;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import org.vellum.competency.catalogue.change.AnnounceCatalogue;
import org.vellum.competency.catalogue.pages.TaughtViews;
import org.vellum.competency.evaluation.csv.ImportResults;
import org.vellum.competency.evaluation.csv.ImportWorker;
import org.vellum.competency.evaluation.oneroster.GradebookIntake;
import org.vellum.competency.framework.FrameworkPages;
import org.vellum.competency.framework.Successions;
import org.vellum.competency.lti.tool.ReadCourses;
import org.vellum.competency.mastery.policy.CarryPolicies;
import org.vellum.competency.roster.AnnounceDue;
import org.vellum.competency.roster.FurtherFiles;
import org.vellum.competency.roster.sources.FurtherObjects;
import org.vellum.competency.roster.sources.SourceWorker;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventReaders;
import org.vellum.platform.pages.Navigation;
import org.vellum.platform.pages.Navigation.Link;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;

/** Brings the service up: its schema, its links at the head of every page, its event readers. */
@Component
class CompetencyStart {
  private static final Set<String> STAFF = Set.of(Roles.REGISTRAR, Roles.FACULTY);

  private static final Set<String> LEARNERS_TOO =
      Set.of(Roles.REGISTRAR, Roles.FACULTY, Roles.LEARNER);

  private final Database database;
  private final Navigation navigation;
  private final AnnounceDue announceDue;
  private final AnnounceCatalogue announceCatalogue;
  private final FrameworkPages frameworkPages;
  private final TaughtViews taught;
  private final Successions successions;
  private final CarryPolicies carryPolicies;
  private final FurtherFiles furtherFiles;
  private final ImportResults importResults;
  private final FurtherObjects furtherObjects;
  private final GradebookIntake gradebookIntake;
  private final SourceWorker sourceWorker;
  private final ImportWorker importWorker;
  private final EventReaders readers;
  private final ReadCourses readCourses;
  private final Instance<EventConsumer> consumers;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  @Inject
  CompetencyStart(
      Database database,
      Navigation navigation,
      AnnounceDue announceDue,
      AnnounceCatalogue announceCatalogue,
      FrameworkPages frameworkPages,
      TaughtViews taught,
      Successions successions,
      CarryPolicies carryPolicies,
      FurtherFiles furtherFiles,
      ImportResults importResults,
      FurtherObjects furtherObjects,
      GradebookIntake gradebookIntake,
      SourceWorker sourceWorker,
      ImportWorker importWorker,
      EventReaders readers,
      ReadCourses readCourses,
      Instance<EventConsumer> consumers) {
    this.database = database;
    this.navigation = navigation;
    this.announceDue = announceDue;
    this.announceCatalogue = announceCatalogue;
    this.frameworkPages = frameworkPages;
    this.taught = taught;
    this.successions = successions;
    this.carryPolicies = carryPolicies;
    this.furtherFiles = furtherFiles;
    this.importResults = importResults;
    this.furtherObjects = furtherObjects;
    this.gradebookIntake = gradebookIntake;
    this.sourceWorker = sourceWorker;
    this.importWorker = importWorker;
    this.readers = readers;
    this.readCourses = readCourses;
    this.consumers = consumers;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    Schemas.migrate(database.dataSource(), "platform");
    Schemas.migrate(database.dataSource(), "competency", CompetencyStart.class.getClassLoader());
    announceDue.announce();
    announceCatalogue.announce();
    navigation.add(new Link(10, "/competency/frameworks", "Frameworks", STAFF));
    navigation.add(new Link(20, "/competency/rosters", "Roster", Set.of(Roles.REGISTRAR)));
    navigation.add(new Link(30, "/competency/catalogue", "Catalogue", STAFF));
    navigation.add(new Link(35, "/competency/progress", "Progress", LEARNERS_TOO));
    navigation.add(
        new Link(
            36,
            "/competency/lti/links",
            "Activities",
            Set.of(Roles.LEARNER, Roles.FACULTY, Roles.REGISTRAR)));
    navigation.add(
        new Link(78, "/competency/lti/tools", "LTI tools", Set.of(Roles.REGISTRAR, Roles.ADMIN)));
    navigation.add(
        new Link(
            79,
            "/competency/lti/platforms",
            "LTI platforms",
            Set.of(Roles.REGISTRAR, Roles.ADMIN)));
    navigation.add(new Link(25, "/competency/judging", "Evaluate", STAFF));
    frameworkPages.showTaught(taught::find);
    successions.areFollowedBy(carryPolicies::carryOver);
    furtherFiles.areReadBy(importResults::fromArchive);
    furtherObjects.areStoredBy(gradebookIntake::store);
    readers.start(consumers, threads);
    readCourses.start(threads);
    sourceWorker.start(threads);
    importWorker.start(threads);
  }

  @PreDestroy
  void stop() {
    readCourses.stop();
    sourceWorker.stop();
    importWorker.stop();
    readers.stop();
  }
}
