package org.vellum.competency.evaluation;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.Achievement;
import org.vellum.competency.mastery.Achievements;
import org.vellum.competency.mastery.DecideAgain;
import org.vellum.competency.mastery.DecideMastery;
import org.vellum.competency.mastery.Parts;
import org.vellum.competency.mastery.RecordAchievement;
import org.vellum.competency.mastery.RollUps;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.ThrowingSupplier;

/**
 * The use cases over a real database with a small institution: learners {@code ada} and {@code
 * bea}; line items {@code lab}, {@code essay} (homework, 0 to 10) and {@code exam} (final, 0 to
 * 100) of one course; rules for three competencies and for the course.
 */
public final class EvaluationFixture {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final UUID ADA = UUID.fromString("01900000-0000-7000-8000-00000000000a");

  /** Evidenced by {@code lab} or by {@code essay} at 0.8. */
  public static final UUID CLEANING = UUID.fromString("a2ad9128-4501-588f-8cef-cadb106930c6");

  /** Evidenced by the course at 0.9. */
  public static final UUID WHOLE = UUID.fromString("b2ad9128-4501-488f-8cef-cadb106930c6");

  /** Evidenced by {@code lab}, but in no framework. */
  public static final UUID UNKNOWN = UUID.fromString("c2ad9128-4501-488f-8cef-cadb106930c6");

  /** Holds the items that are in one. */
  public static final UUID FRAMEWORK = UUID.fromString("d2ad9128-4501-488f-8cef-cadb106930c6");

  public final TestDatabase database;
  public final Jdbi jdbi;
  public final EvaluationResults results;
  public final Achievements achievements;
  public final RejectedResults rejected;
  public final RecordArrived recordArrived;
  private final MapIdentifier mapIdentifier;
  private final ReplayRejection replay;
  private final RecordResult recordResult;
  private final SingleResults singleResults;
  private final ClearResult clearResult;
  private final JudgeAgain judgeAgain;
  private final RecordResults recordResults;
  private final RecordAllOrNone recordAllOrNone;

  public EvaluationFixture(TestDatabase database) {
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    this.results = new EvaluationResults(jdbi);
    this.achievements = new Achievements(jdbi);
    Ids ids = new Ids(CLOCK, new SecureRandom());
    Roster roster = new Roster(jdbi);
    Rulebook rulebook = new Rulebook(new Catalogue(jdbi));
    EventLog events = new EventLog(jdbi, CLOCK);
    RecordAchievement recorder =
        new RecordAchievement(new Frameworks(jdbi), roster, rulebook, achievements, events, ids);
    Timelines timelines = new Timelines(jdbi);
    RollUps rollUps = new RollUps(new Parts(jdbi), timelines, rulebook, achievements, recorder);
    DecideMastery mastery =
        new DecideMastery(rulebook, timelines, achievements, recorder, rollUps, CLOCK);
    this.rejected = new RejectedResults(jdbi, ids);
    ResultBatch batches =
        new ResultBatch(
            new BatchTurns(jdbi, new Plans(jdbi)), results, rejected, mastery, CLOCK, ids);
    this.recordResult = new RecordResult(batches);
    this.recordArrived = recordArrived(batches);
    this.singleResults = new SingleResults(recordArrived);
    this.recordResults = new RecordResults(batches);
    this.recordAllOrNone = new RecordAllOrNone(batches);
    this.replay = new ReplayRejection(rejected, recordResult);
    this.mapIdentifier =
        new MapIdentifier(
            roster,
            new Mappings(jdbi),
            new AuditLog(jdbi, CLOCK, FrameworkFixture.PLATFORM),
            CLOCK,
            ids);
    this.clearResult = new ClearResult(results, mastery, CLOCK, ids);
    this.judgeAgain =
        new JudgeAgain(
            results,
            rulebook,
            new DecideAgain(rulebook, timelines, achievements, recorder, rollUps, CLOCK),
            events);
  }

  /** Stores the institution. */
  public void found() {
    jdbi.useHandle(handle -> handle.createScript(INSTITUTION).execute());
  }

  public Recorded record(SentResult sent) throws Exception {
    return database.inTransaction(() -> recordResult.record(sent));
  }

  public Recorded record(Results sent) throws Exception {
    return record(sent.sent());
  }

  public MapIdentifier.Result map(Mapping mapping) throws Exception {
    return database.inTransaction(() -> mapIdentifier.map(mapping, "registrar"));
  }

  public Optional<Recorded> replay(UUID rejection) throws Exception {
    return database.inTransaction(() -> replay.replay(rejection));
  }

  public boolean clear(String source, String sourcedId) throws Exception {
    return database.inTransaction(() -> clearResult.clear(source, sourcedId));
  }

  /** Judges again what new rules cover, so many learners at a time. */
  public void judgeAgain(RulesBegun begun, int atATime) throws Exception {
    database.inTransaction(() -> judgeAgain.judge(begun, atATime));
  }

  public RecordResult recordResult() {
    return recordResult;
  }

  private <T> T inTransaction(ThrowingSupplier<T> work) {
    try {
      return database.inTransaction(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** In a transaction of its own, or in that of the caller. */
  private RecordArrived recordArrived(ResultBatch batches) {
    return new RecordArrived(batches) {
      @Override
      public List<Recorded> record(List<Arrived> arrived) {
        return inTransaction(() -> super.record(arrived));
      }
    };
  }

  public SingleResults singleResults() {
    return singleResults;
  }

  public RecordResults recordResults() {
    return recordResults;
  }

  public RecordAllOrNone recordAllOrNone() {
    return recordAllOrNone;
  }

  public ClearResult clearResult() {
    return clearResult;
  }

  /** What stands of a learner, by title. */
  public List<String> standing(UUID learner) {
    return achievements.list(learner).stream()
        .filter(achievement -> achievement.withdrawnAt().isEmpty())
        .map(Achievement::title)
        .sorted()
        .toList();
  }

  /** How many results were announced. */
  public int announcedResults() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from platform.event where type = 'ResultRecorded'")
            .mapTo(Integer.class)
            .one());
  }

  /** The types of the events of what was decided, in their order. */
  public List<String> events() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select type from platform.event where type <> 'ResultRecorded' order by position")
            .mapTo(String.class)
            .list());
  }

  public Optional<String> lastEvent(String type) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select payload from platform.event where type = :type"
                    + " order by position desc limit 1")
            .bind("type", type)
            .mapTo(String.class)
            .findFirst());
  }

  public int facts() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from competency.evaluation_result")
            .mapTo(Integer.class)
            .one());
  }

  /** How many results this connection has read of late. */
  public long read() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables"
                    + " where relid = 'competency.evaluation_result'::regclass")
            .mapTo(Long.class)
            .one());
  }

  public void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  /** The rule of the institution by which a result on a line item masters {@link #CLEANING}. */
  static Rule onLineItem(String lineItem) {
    return new Rule(
        Subject.competency(CLEANING),
        Optional.of(lineItem),
        Optional.empty(),
        Optional.empty(),
        new BigDecimal("0.8"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final String INSTITUTION =
      """
      insert into competency.org values ('uni', true, 'University', 'school', null, null, now());
      insert into competency.course (sourced_id, active, title, course_code, org_sourced_id,
        last_modified) values ('course-1', true, 'Data practice', 'DP1', 'uni', now());
      insert into competency.class (sourced_id, active, title, course_sourced_id, class_type,
        school_sourced_id, term_sourced_ids, last_modified)
        values ('class-1', true, 'Data practice, autumn', 'course-1', 'scheduled', 'uni', '{}', now());
      insert into competency.category values ('homework', true, 'Homework', null, now()),
        ('final', true, 'Final', null, now());
      insert into competency.line_item (sourced_id, active, title, assign_date, due_date,
        class_sourced_id, category_sourced_id, result_value_min, result_value_max, last_modified)
        select id, true, title, '2026-04-01', '2026-05-01', 'class-1', category, 0, maximum,
          '2026-04-01'
        from (values ('lab', 'Data cleaning lab', 'homework', 10), ('essay', 'Essay', 'homework', 10),
          ('exam', 'Examination', 'final', 100)) as v (id, title, category, maximum);
      insert into competency.roster_user (sourced_id, id, active, enabled, username, given_name,
        family_name, last_modified) values
        ('ada', '%1$s', true, true, 'ada', 'Ada', '<b>Lovelace</b>', now()),
        ('bea', '01900000-0000-7000-8000-00000000000b', true, true, 'bea', 'Bea', 'B', now());
      insert into competency.framework (identifier, uri, package_uri, title, creator, version,
        adoption_status, published_here, skeleton, received, fingerprint, sent, findings,
        imported_at, imported_by, changed_at)
        values ('%2$s', 'http://localhost/f', 'http://localhost/p', 'Framework', 'Uni', '2.1',
        'Adopted', true, '{}', '{}', '', '{}', '[]', now(), 'registrar', now());
      insert into competency.cf_item (identifier, framework, positions, uri, human_code, item_type,
        statement, received, fingerprint, sent)
        values ('%3$s', '%2$s', '{1}', 'http://localhost/i1', 'DC.1', null, 'Cleans data', '{}', '', '{}'),
        ('%4$s', '%2$s', '{2}', 'http://localhost/i2', null, null, 'Works with data', '{}', '', '{}');
      insert into competency.evidence_rule (id, competency, line_item_sourced_id, course_sourced_id,
        threshold, effective_from) values
        (gen_random_uuid(), '%3$s', 'lab', null, 0.8, now()),
        (gen_random_uuid(), '%3$s', 'essay', null, 0.8, now()),
        (gen_random_uuid(), '%4$s', null, 'course-1', 0.9, now()),
        (gen_random_uuid(), '%5$s', 'lab', null, 0.1, now());
      insert into competency.completion_rule values
        (gen_random_uuid(), 'course-1', 'final', 0.7, 3, null, now(), null);
      """
          .formatted(ADA, FRAMEWORK, CLEANING, WHOLE, UNKNOWN);
}
