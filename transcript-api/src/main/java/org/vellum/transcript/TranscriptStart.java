package org.vellum.transcript;

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
import org.vellum.transcript.issuer.PrepareSigningKey;
import org.vellum.transcript.issuer.Seal;

/** Brings the service up: its schema, its links at the head of every page, its event readers. */
@Component
class TranscriptStart {
  private final Database database;
  private final Navigation navigation;
  private final EventReaders readers;
  private final Instance<EventConsumer> consumers;
  private final PrepareSigningKey prepareSigningKey;
  private final Seal seal;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  @Inject
  TranscriptStart(
      Database database,
      Navigation navigation,
      EventReaders readers,
      Instance<EventConsumer> consumers,
      PrepareSigningKey prepareSigningKey,
      Seal seal) {
    this.database = database;
    this.navigation = navigation;
    this.readers = readers;
    this.consumers = consumers;
    this.prepareSigningKey = prepareSigningKey;
    this.seal = seal;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    Schemas.migrate(database.dataSource(), "platform");
    Schemas.migrate(database.dataSource(), "transcript", TranscriptStart.class.getClassLoader());
    prepareSigningKey.prepare();
    tellOfTheSeal();
    navigation.add(new Link(40, "/records", "Records", Set.of(Roles.REGISTRAR)));
    navigation.add(new Link(50, "/my/record", "My record", Set.of(Roles.LEARNER)));
    navigation.add(new Link(85, "/audit", "Audit log", Set.of(Roles.ADMIN)));
    navigation.add(
        new Link(80, "/clients", "Connected systems", Set.of(Roles.REGISTRAR, Roles.ADMIN)));
    navigation.add(new Link(81, "/oauth/keys/list", "Token keys", Set.of(Roles.ADMIN)));
    navigation.add(new Link(82, "/issuer/keys", "Signing keys", Set.of(Roles.ADMIN)));
    navigation.add(new Link(90, "/verify", "Verify", Set.of()));
    readers.start(consumers, threads);
  }

  private void tellOfTheSeal() {
    System.getLogger(TranscriptStart.class.getName())
        .log(
            System.Logger.Level.INFO,
            seal.key().isPresent()
                ? "Transcripts as PDF are sealed."
                : "Transcripts as PDF are not sealed: vellum.transcript.seal-file is empty.");
  }

  @PreDestroy
  void stop() {
    readers.stop();
  }
}
