package org.vellum.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.facts.LearnerFactsSource;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.profile.MappedFiles;
import org.vellum.finaid.profile.MappingConfiguration;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.run.EndRun;
import org.vellum.finaid.run.FactsReadings;
import org.vellum.finaid.run.FinishPackage;
import org.vellum.finaid.run.PackageKeys;
import org.vellum.finaid.run.RequestRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunContexts;
import org.vellum.finaid.run.RunProgress;
import org.vellum.finaid.run.RunRequest;
import org.vellum.finaid.run.RunRequests;
import org.vellum.finaid.run.RunSteps;
import org.vellum.finaid.run.Runs;
import org.vellum.finaid.run.TakeSnapshot;
import org.vellum.finaid.ssn.KeptNumbers;
import org.vellum.finaid.ssn.NumbersConfiguration;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.finaid.week.model.WeekCounting;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.Ids;

/** A school of any size, the same each time, and everything that a run needs beside a container. */
final class AidSchool {
  static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final List<String> TABLES =
      List.of("learner", "enrollment", "enrollment_status", "unit_attempt", "engagement_week");

  private static final int CHECKPOINT = 200;
  private static final int PARTS = 4 * THREADS;

  private final Jdbi jdbi;
  private final Clock clock = Clock.systemUTC();
  private final Runs runs;
  private final RunProgress progress;
  private final RequestRun requestRun;
  private final RunSteps steps;

  AidSchool(BenchmarkDatabase database, Path folder) {
    DataSource source = new KeptConnections(database.postgres().getPostgresDatabase());
    Schemas.migrate(source, "platform", "financial_aid");
    this.jdbi = Database.over(source);
    PlatformConfiguration platform =
        new PlatformConfiguration(
            URI.create("http://localhost"), "School", "s".repeat(32), Duration.ofHours(1), 1000);
    RunConfiguration configuration =
        new RunConfiguration(
            "00123400",
            folder.toString(),
            "k".repeat(32),
            THREADS,
            "",
            "DELTA",
            "standard",
            Duration.ofDays(90),
            Duration.ofDays(1461),
            600);
    AuditLog audit = new AuditLog(jdbi, clock, platform);
    this.runs = new Runs(jdbi);
    this.progress = new RunProgress(jdbi);
    this.requestRun =
        new RequestRun(
            runs,
            new RunRequests(jdbi),
            configuration,
            audit,
            clock,
            new Ids(clock, new SecureRandom()));
    RunContexts contexts = new RunContexts(runs, configuration);
    PackageKeys keys = new PackageKeys(jdbi, configuration, platform, clock);
    PublishedLearners published = new PublishedLearners(jdbi);
    RunNumbers numbers = new RunNumbers(new KeptNumbers(jdbi), new NumbersConfiguration("", ""));
    this.steps =
        new RunSteps(
            contexts,
            progress,
            new TakeSnapshot(
                runs,
                progress,
                configuration,
                FactsReadings.of(new LearnerFactsSource(jdbi, clock), clock),
                published,
                keys,
                numbers),
            new FinishPackage(
                contexts,
                runs,
                progress,
                keys,
                published,
                new EndRun(runs, progress, audit, clock),
                new MappedFiles(new MappingConfiguration("")),
                numbers));
  }

  /**
   * Enrolls learners in a program of four academic years: thirty attempts each, or as many as there
   * was time for, of which nine in ten are passed, and a dozen weeks of engagement.
   *
   * @return how many rows that are
   */
  long enroll(int learners) throws JsonProcessingException {
    String parameters = Json.mapper().writeValueAsString(program());
    jdbi.useHandle(handle -> {
      handle.execute("select setseed(0.5)");
      handle
          .createUpdate(
              """
              insert into financial_aid.program (code, title, courses, position, published_at)
              select 'DATA', 'Data practice',
                     jsonb_agg(jsonb_build_object(
                       'sourcedId', 'unit-' || lpad(u::text, 3, '0'),
                       'title', 'Unit ' || u, 'credits', 4)),
                     1, now()
                from generate_series(1, 30) u
              """)
          .execute();
      handle
          .createUpdate(
              "insert into financial_aid.program_parameters values"
                  + " ('DATA', date '2024-01-01', 1, cast(:parameters as jsonb), 'officer', now())")
          .bind("parameters", parameters)
          .execute();
      handle
          .createScript(
              """
              insert into financial_aid.learner
                (id, student_id, given_name, family_name, birth_date, position, source_as_of)
              select uuid_in(md5('l' || i)::cstring), 'S' || lpad(i::text, 8, '0'), 'Given' || i %% 977,
                     'Family' || i %% 4999, date '1985-01-01' + i %% 7000, i, now()
                from generate_series(1, %1$d) i;
              insert into financial_aid.enrollment (id, learner, program, begin_date)
              select 'E' || lpad(i::text, 8, '0'), uuid_in(md5('l' || i)::cstring), 'DATA',
                     date '2024-07-01' + i %% 400
                from generate_series(1, %1$d) i;
              insert into financial_aid.enrollment_status
              select id, begin_date, 'ENROLLED' from financial_aid.enrollment;
              insert into financial_aid.unit_attempt
              select e.learner, 'unit-' || lpad(u::text, 3, '0'), 1, 'COURSE', 'Unit ' || u,
                     e.begin_date + u * 14, e.begin_date + u * 14, e.begin_date + u * 14 + 12,
                     e.begin_date + u * 14 + 13,
                     case when (u + e.begin_date - date '2024-01-01') %% 10 = 0
                          then 'NOT_PASSED' else 'PASSED' end,
                     e.begin_date + u * 14 + 13, 4
                from financial_aid.enrollment e, generate_series(1, 30) u
               where e.begin_date + u * 14 + 13 < current_date;
              insert into financial_aid.engagement_week
              select e.learner, e.begin_date + w * 7, 'lms', 1 + w %% 9,
                     array['ATTENDANCE', 'ASSIGNMENT'], w %% 3, w %% 2 = 0, null
                from financial_aid.enrollment e, generate_series(0, 11) w;
              analyze;
              """
                  .formatted(learners))
          .execute();
    });
    return TABLES.stream().mapToLong(this::count).sum();
  }

  /** What a run reads of learners. */
  static List<String> tables() {
    return TABLES.stream().map(table -> "financial_aid." + table).toList();
  }

  private long count(String table) {
    return jdbi.withHandle(handle ->
        handle.createQuery("select count(*) from financial_aid." + table).mapTo(Long.class).one());
  }

  /** Something happens to the first learners. */
  void change(int learners) {
    jdbi.useHandle(handle ->
        handle
            .createScript(
                """
                update financial_aid.unit_attempt set outcome_date = outcome_date + 1
                 where unit_id = 'unit-003'
                   and learner in (select id from financial_aid.learner order by student_id limit %1$d);
                update financial_aid.learner
                   set facts_version = facts_version + 1, changed = pg_current_xact_id(),
                       source_as_of = now()
                 where id in (select id from financial_aid.learner order by student_id limit %1$d);
                """
                    .formatted(learners))
            .execute());
  }

  /** Does several things at once. */
  interface AtOnce {
    void perform(List<Callable<Void>> work) throws Exception;
  }

  /** A run, step after step as the container would do them. */
  Run run(RunInfo.Kind kind, String profile, AtOnce atOnce, Consumer<String> laps)
      throws Exception {
    RequestRun.Result asked = requestRun.request("officer", new RunRequest(kind, profile, ""), "");
    UUID run = ((RequestRun.Result.Accepted) asked).run().id();
    progress.begin(run, Optional.empty(), clock.instant());
    Instant start = clock.instant();
    steps.perform(run, RunSteps.Step.SNAPSHOT);
    start = lap("snapshot", start, laps);
    atOnce.perform(parts(run));
    start = lap("records", start, laps);
    atOnce.perform(lists(run, RunSteps.ListStep.ASSEMBLE, PackageAssembly.names()));
    start = lap("assemble", start, laps);
    atOnce.perform(lists(run, RunSteps.ListStep.CHECK, EntityTable.names()));
    start = lap("check", start, laps);
    for (RunSteps.Step step :
        List.of(
            RunSteps.Step.BALANCE,
            RunSteps.Step.REMEMBER,
            RunSteps.Step.SIGN,
            RunSteps.Step.PUBLISH)) {
      steps.perform(run, step);
      start = lap(step.name(), start, laps);
    }
    return runs.get(run);
  }

  private Instant lap(String step, Instant start, Consumer<String> laps) {
    Instant now = clock.instant();
    laps.accept(step + " " + ChronoUnit.MILLIS.between(start, now) + " ms");
    return now;
  }

  private List<Callable<Void>> parts(UUID run) throws Exception {
    long learners = steps.learners(run);
    List<Callable<Void>> parts = new ArrayList<>();
    parts.add(() -> {
      try (RunSteps.Part part = steps.part(run, 0, "")) {
        part.programs();
        part.checkpoint();
      }
      return null;
    });
    for (int i = 0; i < PARTS; i++) {
      long from = learners * i / PARTS;
      long to = learners * (i + 1) / PARTS;
      int number = i + 1;
      parts.add(() -> part(run, number, from, to));
    }
    return parts;
  }

  private Void part(UUID run, int number, long from, long to) throws Exception {
    try (RunSteps.Part part = steps.part(run, number, "")) {
      if (from < to) {
        try (RunSteps.Learners learners = steps.learners(run, from)) {
          for (long i = from; i < to; i++) {
            part.learner(learners.next());
            if (i % CHECKPOINT == 0) {
              part.checkpoint();
            }
          }
        }
      }
      part.checkpoint();
    }
    return null;
  }

  private List<Callable<Void>> lists(UUID run, RunSteps.ListStep step, List<String> names) {
    List<Callable<Void>> lists = new ArrayList<>();
    for (String name : names) {
      lists.add(() -> {
        steps.perform(run, step, name);
        return null;
      });
    }
    return lists;
  }

  private static ProgramFacts program() {
    LocalDate from = LocalDate.of(2024, 1, 1);
    return new ProgramFacts(
        "DATA@" + from,
        new ProgramFacts.Identity(
            "DATA",
            from.toString(),
            1,
            from,
            Optional.empty(),
            "Data practice",
            "00123400",
            "11.0701",
            2020,
            "05",
            Optional.empty()),
        new ProgramTerms(
            CalendarType.NON_TERM,
            ProgramLevel.UNDERGRADUATE,
            UnitMeasure.SEMESTER,
            UnitsAndWeeks.of(120, 120),
            UnitsAndWeeks.of(30, 30),
            false),
        ProgramFacts.Delivery.DISTANCE,
        false,
        Optional.empty(),
        Optional.of(
            new ProgramFacts.PublishedLength(
                new BigDecimal(4), ProgramFacts.PublishedLength.Unit.YEARS)),
        new BigDecimal(30),
        new AidMethods(
            AidMethods.PellFormulaCode.F4,
            AidMethods.AnnualLimitYear.BBAY3,
            AidMethods.ReturnBasis.PAYMENT_PERIOD),
        false,
        WeekCounting.ELAPSED_INSTRUCTIONAL,
        Set.of(),
        Optional.of(from),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Instant.parse("2024-01-01T00:00:00Z"));
  }
}
