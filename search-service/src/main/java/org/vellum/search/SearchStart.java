package org.vellum.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventReaders;
import org.vellum.platform.pages.Navigation;
import org.vellum.platform.pages.Navigation.Link;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.security.Roles;
import org.vellum.platform.usecase.Component;
import org.vellum.search.elasticsearch.ClusterFeeder;

/** Brings the service up: its schema, its link at the head of every page, its event readers. */
@Component
class SearchStart {
  private final Database database;
  private final Navigation navigation;
  private final EventReaders readers;
  private final Instance<EventConsumer> consumers;
  private final ClusterFeeder feeder;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  @Inject
  SearchStart(
      Database database,
      Navigation navigation,
      EventReaders readers,
      Instance<EventConsumer> consumers,
      ClusterFeeder feeder) {
    this.database = database;
    this.navigation = navigation;
    this.readers = readers;
    this.consumers = consumers;
    this.feeder = feeder;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    Schemas.migrate(database.dataSource(), "platform");
    Schemas.migrate(database.dataSource(), "search", SearchStart.class.getClassLoader());
    navigation.add(new Link(55, "/search/my/profile", "Be found", Set.of(Roles.LEARNER)));
    navigation.add(new Link(70, "/search", "Find people", Set.of(Roles.EMPLOYER)));
    navigation.add(
        new Link(72, "/search/occupations", "Occupations", Set.of(Roles.REGISTRAR, Roles.ADMIN)));
    navigation.add(new Link(86, "/search/index", "Index of search", Set.of(Roles.ADMIN)));
    readers.start(consumers, threads);
    feeder.start(threads);
  }

  @PreDestroy
  void stop() {
    feeder.stop();
    readers.stop();
  }
}
