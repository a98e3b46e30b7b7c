package org.vellum.search.achievement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.Competency;
import org.vellum.contracts.Event;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.time.Ids;
import org.vellum.search.fixture.SetClock;
import org.vellum.search.index.Entries;
import org.vellum.search.index.Feed;
import org.vellum.search.index.Filters;
import org.vellum.search.index.FindPeople;
import org.vellum.search.index.IndexConfiguration;
import org.vellum.search.index.ReadQuery;
import org.vellum.search.index.Sightings;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.StandingPeople;
import org.vellum.search.index.Wanted;
import org.vellum.search.occupation.LoadOccupations;
import org.vellum.search.occupation.OccupationCatalogue;
import org.vellum.search.occupation.Occupations;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.search.profile.CheckTerms;
import org.vellum.search.profile.Employers;
import org.vellum.search.profile.GrantConsent;
import org.vellum.search.profile.ProfileIds;
import org.vellum.search.profile.Profiles;
import org.vellum.search.profile.Terms;
import org.vellum.search.profile.ViewProfile;
import org.vellum.search.profile.WithdrawConsent;
import org.vellum.search.vocabulary.Crosswalks;
import org.vellum.search.vocabulary.Skills;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.ThrowingRunnable;

/** A search service on a database, with learners who let themselves be found. */
public final class SearchCenter {
  public static final String KEY = "did:web:records.example.edu#key-1";
  public static final String ACME = "acme";
  public static final UUID FRAMEWORK = UUID.fromString("5f0c0f7e-1c1f-4b3a-9d2e-0a1b2c3d4e5f");

  public final SetClock clock = new SetClock();
  public final Ids ids = new Ids(clock, new SecureRandom());
  public final Jdbi jdbi;
  public final AuditLog audit;
  public final Skills skills;
  public final Occupations occupations;
  public final ReadQuery readQuery;
  public final SkillIndex index;
  public final Feed feed;
  public final StandingPeople standing;
  public final Sightings sightings;
  public final Achievements achievements;
  public final Learners learners;
  public final Profiles profiles;
  public final Employers employers;
  public final ViewProfile viewProfile;
  public final PlatformConfiguration platform =
      new PlatformConfiguration(
          URI.create("https://records.example.edu"),
          "Example University",
          "a secret that is long enough for all",
          Duration.ofHours(1),
          1_000_000);
  private final SearchProjection projection;
  private final GrantConsent grantConsent;
  private final WithdrawConsent withdrawConsent;
  public final FindPeople findPeople;
  public final CheckTerms checkTerms;
  private final TestDatabase database;
  private final ThrowingRunnable settle;
  private final Map<String, List<PublishedAchievement>> held = new HashMap<>();
  private long position;

  /** An index, and what brings it up to date before it is asked. */
  public record Indexed(SkillIndex index, ThrowingRunnable settle) {}

  /** With the index in the database. */
  public SearchCenter(TestDatabase database) {
    this(
        database,
        IndexConfiguration.DATABASE,
        jdbi -> new Indexed(new PostgresqlIndex(jdbi), () -> {}));
  }

  /** With an index that is made over the database. */
  public SearchCenter(
      TestDatabase database, IndexConfiguration configuration, Function<Jdbi, Indexed> making) {
    this.database = database;
    jdbi = Database.over(database.dataSource());
    audit = new AuditLog(jdbi, clock, platform);
    skills = new Skills(jdbi);
    occupations = new Occupations(jdbi);
    Indexed indexed = making.apply(jdbi);
    index = indexed.index();
    settle = indexed.settle();
    feed = new Feed(jdbi, configuration);
    Entries entries = new Entries(jdbi, feed);
    standing = new StandingPeople(jdbi);
    sightings = new Sightings(jdbi);
    achievements = new Achievements(jdbi);
    learners = new Learners(jdbi);
    profiles = new Profiles(jdbi);
    employers = new Employers(jdbi);
    ProfileIds profileIds = new ProfileIds(platform);
    viewProfile = new ViewProfile(achievements, profiles, profileIds, clock);
    projection =
        new SearchProjection(
            learners, new Programs(jdbi), achievements, skills, new Crosswalks(jdbi), entries);
    checkTerms = new CheckTerms(achievements, employers, clock);
    grantConsent =
        new GrantConsent(learners, profiles, checkTerms, entries, audit, clock, ids, profileIds);
    withdrawConsent = new WithdrawConsent(learners, profiles, feed, audit, clock, ids);
    readQuery = new ReadQuery(skills, occupations, new Plans(jdbi));
    findPeople = new FindPeople(readQuery, index, standing, sightings, audit, platform, clock, ids);
  }

  /** Lets the consumer read events as the log would give them. */
  public void hears(Event... events) throws Exception {
    for (Event event : events) {
      position++;
      EventContext context = new EventContext(position, event.subject(), clock.instant());
      database.inTransaction(() -> projection.consume((Record) event, context));
    }
  }

  /** The identifier of the learner with a sign-in name. */
  public static UUID learner(String username) {
    return UUID.nameUUIDFromBytes(username.getBytes(UTF_8));
  }

  /** A learner, on the roster and with a published record of these achievements. */
  public void learner(String username, PublishedAchievement... published) throws Exception {
    hears(
        new LearnerEnrolled(
            learner(username),
            "user-" + username,
            username,
            username.toUpperCase(Locale.ROOT),
            "Family",
            Optional.empty()));
    publish(username, published);
  }

  /** The learner's record is published. */
  public RecordPublished publish(String username, PublishedAchievement... published)
      throws Exception {
    held.put(username, List.of(published));
    RecordPublished event =
        new RecordPublished(
            ids.nextV4(),
            learner(username),
            "did:web:records.example.edu",
            "Example University",
            clock.instant(),
            List.of(published));
    hears(event);
    return event;
  }

  /** A competency that was attained. */
  public PublishedAchievement attained(String statement, int percent, LocalDate day) {
    UUID item = UUID.nameUUIDFromBytes(statement.getBytes(UTF_8));
    String base = "https://records.example.edu/competency/ims/case/v1p1/";
    return new PublishedAchievement(
        ids.nextV4(),
        statement,
        Optional.of(
            new Competency(
                item,
                base + "CFItems/" + item,
                statement,
                Optional.empty(),
                FRAMEWORK,
                base + "CFDocuments/" + FRAMEWORK,
                "Applied data practice",
                Optional.empty())),
        Optional.empty(),
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        clock.instant(),
        KEY,
        Optional.empty(),
        Optional.of(percent),
        List.of("Survey project"));
  }

  /** A competency that was attained on a day of this spring, with 90 percent. */
  public PublishedAchievement attained(String statement) {
    return attained(statement, 90, LocalDate.of(2026, 5, 4));
  }

  /** Terms by which a learner shows all to everyone under a pseudonym. */
  public Terms terms(String username) {
    List<UUID> all = new ArrayList<>();
    held.getOrDefault(username, List.of()).forEach(each -> all.add(each.credential()));
    return new Terms(
        Set.copyOf(all), false, "", Optional.empty(), Optional.empty(), LocalDate.of(2027, 1, 31));
  }

  public GrantConsent.Result grant(String username, Terms terms) throws Exception {
    return database.inTransaction(() -> grantConsent.grant(username, terms));
  }

  /** A learner who shows all to everyone under a pseudonym, and by what employers know them. */
  public UUID shown(String username, PublishedAchievement... published) throws Exception {
    learner(username, published);
    return granted(username, terms(username));
  }

  /** By what employers know a learner who agrees to the terms. */
  public UUID granted(String username, Terms terms) throws Exception {
    return ((GrantConsent.Result.Granted) grant(username, terms)).profile().id();
  }

  public WithdrawConsent.Result withdraw(String username) throws Exception {
    WithdrawConsent.Result result =
        database.inTransaction(() -> withdrawConsent.withdraw(username));
    index.takeOut();
    return result;
  }

  /** Brings the index up to date. */
  public void settle() throws Exception {
    settle.run();
  }

  public FindPeople.Result find(String employer, SkillQuery query, String cursor, int size)
      throws Exception {
    settle.run();
    return database.inTransaction(() -> findPeople.find(employer, query, cursor, size));
  }

  /** The first page of what an employer finds. */
  public FindPeople.Result.Page page(String employer, SkillQuery query) throws Exception {
    return (FindPeople.Result.Page) find(employer, query, "", 20);
  }

  /** Whom an employer finds by these skills, in order. */
  public List<UUID> found(String employer, String... skills) throws Exception {
    return page(employer, all(skills)).people().stream().map(each -> each.profile()).toList();
  }

  /** A query that requires these skills. */
  public static SkillQuery all(String... skills) {
    List<Wanted> wanted = List.of(skills).stream().map(Wanted::parse).toList();
    return new SkillQuery(wanted, List.of(), 0, Filters.NONE);
  }

  /** Loads a file about occupations. */
  public LoadOccupations.Result load(String file) throws Exception {
    LoadOccupations loading = new LoadOccupations(new OccupationCatalogue(jdbi), audit);
    return database.inTransaction(
        () -> loading.load(new ByteArrayInputStream(file.getBytes(UTF_8)), "registrar"));
  }

  /** How many entries of an action the audit log has. */
  public int audited(String action) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from platform.audit_entry where action = :action")
            .bind("action", action)
            .mapTo(Integer.class)
            .one());
  }

  public Instant now() {
    return clock.instant();
  }
}
