package org.vellum.transcript.sharing;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.display.ShowRecord;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.issuer.TranscriptConfiguration;
import org.vellum.transcript.issuing.Publisher;
import org.vellum.transcript.sharing.CreateShare.Wish;

/** Where a learner makes links and strangers come with them. */
public final class Desk {
  public final Publisher publisher;
  public final Institution institution;
  public final PlatformConfiguration platform =
      new PlatformConfiguration(
          URI.create("https://records.example.edu"),
          "Example University",
          "another secret that is long enough",
          Duration.ofHours(1),
          1_000_000);
  public final ShareLinks links;
  public final Shares shares;
  public final OpenShare openShare;
  final CreateShare createShare;
  private final UnlockShare unlockShare;
  private final WithdrawShare withdrawShare;
  final TestDatabase database;

  public Desk(TestDatabase database) {
    this(database, "a secret that is long enough for a test");
  }

  Desk(TestDatabase database, String secret) {
    this.database = database;
    publisher = new Publisher(database);
    institution = publisher.institution();
    TranscriptConfiguration configuration =
        new TranscriptConfiguration(secret, "", "", "", false, "", "");
    links = new ShareLinks(institution.ids, platform, configuration);
    shares = new Shares(institution.jdbi, institution.clock, links);
    SelectionSigner signer =
        new SelectionSigner(
            institution.issuer,
            institution.signer,
            institution.audit,
            institution.clock,
            institution.ids);
    createShare =
        new CreateShare(
            publisher.records(),
            shares,
            links,
            signer,
            institution.audit,
            institution.clock,
            institution.ids);
    AccessPasses passes = new AccessPasses(configuration, institution.clock);
    ShareDoor door =
        new ShareDoor(shares, publisher.records(), passes, institution.clock, institution.ids);
    openShare =
        new OpenShare(
            door,
            shares,
            institution.learners,
            new ShowRecord(institution.revocations),
            institution.audit,
            institution.ids);
    unlockShare = new UnlockShare(door, passes);
    withdrawShare = new WithdrawShare(shares, institution.audit);
  }

  LocalDate today() {
    return LocalDate.ofInstant(institution.clock.instant(), ZoneOffset.UTC);
  }

  public Wish all() {
    return new Wish(Optional.empty(), today().plusDays(30), "", "");
  }

  Wish withCode(String code) {
    return new Wish(Optional.empty(), today().plusDays(30), "", code);
  }

  public Wish only(UUID... achievements) {
    return new Wish(Optional.of(Set.of(achievements)), today().plusDays(30), "", "");
  }

  CreateShare.Result create(String username, Wish wish) throws Exception {
    return database.inTransaction(() -> createShare.create(username, wish));
  }

  /** A share of Ada's record. */
  public CreateShare.Result.Created created(Wish wish) throws Exception {
    return (CreateShare.Result.Created) create("ada", wish);
  }

  OpenShare.Result open(String token) throws Exception {
    return open(token, Presented.nothing());
  }

  OpenShare.Result open(String token, Presented presented) throws Exception {
    return database.inTransaction(() -> openShare.open(token, presented, OpenShare.Kind.PAGE));
  }

  public OpenShare.Result.Shown shown(String token) throws Exception {
    return (OpenShare.Result.Shown) open(token);
  }

  UnlockShare.Result unlock(String token, String code) throws Exception {
    return database.inTransaction(() -> unlockShare.unlock(token, Presented.of(code, null)));
  }

  WithdrawShare.Result withdraw(String username, UUID share) throws Exception {
    return database.inTransaction(() -> withdrawShare.withdraw(username, share));
  }
}
