package org.vellum.finaid.facts;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.CourseCompleted;
import org.vellum.contracts.CourseEnrollmentChanged;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.ProgramPublished.ProgramCourse;
import org.vellum.contracts.ResultRecorded;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.week.model.WeekCounting;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.persistence.Database;
import org.vellum.testsupport.TestDatabase;

/** The aid office of a small school, with the facts as the container would put them together. */
public final class Office {
  public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final UUID ADA = UUID.fromString("01890000-0000-7000-8000-00000000000a");
  public static final LocalDate START = LocalDate.of(2025, 9, 1);

  public final TestDatabase database;
  public final Jdbi jdbi;
  public final Learners learners;
  public final Programs programs;
  public final LearnerFactsSource source;
  public final FactsProjection projection;
  private long position;

  public Office(TestDatabase database) {
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    this.learners = new Learners(jdbi);
    this.programs = new Programs(jdbi);
    this.source = new LearnerFactsSource(jdbi, CLOCK);
    this.projection =
        new FactsProjection(
            learners, programs, new UnitFacts(jdbi, learners), new EngagementWeeks(jdbi, learners));
  }

  /** Tells an event, later than all before. */
  public Office told(Record event) throws Exception {
    tell(event, ++position);
    return this;
  }

  public void tell(Record event, long at) throws Exception {
    database.inTransaction(
        () -> projection.consume(event, new EventContext(at, "subject", NOW.plusSeconds(at))));
  }

  public Office learner(UUID id, String studentId, String family) throws Exception {
    return told(new LearnerEnrolled(id, studentId, studentId, "Ada", family, Optional.empty()));
  }

  /** A program of two courses of 12 semester credits each. */
  public Office program() throws Exception {
    return told(
        new ProgramPublished(
            "DATA",
            "Data practice",
            Optional.of("certificate"),
            List.of(course("course-1"), course("course-2")),
            List.of()));
  }

  private static ProgramCourse course(String id) {
    return new ProgramCourse(id, "Course " + id, Optional.of(new BigDecimal(12)));
  }

  /** In the program since {@link #START}. */
  public Office enrolled(String enrollment, UUID learner) {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into financial_aid.enrollment (id, learner, program, begin_date)"
                + " values (?, ?, 'DATA', ?)",
            enrollment,
            learner,
            START));
    return this;
  }

  /** Parameters of 24 credits in 30 weeks, in an academic year of the same. */
  public Office parameters(LocalDate from) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "insert into financial_aid.program_parameters values"
                    + " ('DATA', :from, 1, :parameters, 'officer', :now)")
            .bind("from", from)
            .bind("parameters", Stored.json(facts(from)))
            .bind("now", NOW)
            .execute());
    return this;
  }

  /** As the aid office would set them. */
  public static ProgramFacts facts(LocalDate from) {
    return new ProgramFacts(
        "DATA@" + from,
        identity(from),
        new ProgramTerms(
            CalendarType.NON_TERM,
            ProgramLevel.UNDERGRADUATE,
            UnitMeasure.SEMESTER,
            UnitsAndWeeks.of(24, 30),
            UnitsAndWeeks.of(24, 30),
            false),
        ProgramFacts.Delivery.DISTANCE,
        false,
        Optional.empty(),
        Optional.of(
            new ProgramFacts.PublishedLength(
                BigDecimal.ONE, ProgramFacts.PublishedLength.Unit.YEARS)),
        new BigDecimal(24),
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
        NOW);
  }

  private static ProgramFacts.Identity identity(LocalDate from) {
    return new ProgramFacts.Identity(
        "DATA",
        from.toString(),
        1,
        from,
        Optional.empty(),
        "Data practice",
        "00123400",
        "11.0701",
        2020,
        "01",
        Optional.empty());
  }

  public static CourseEnrollmentChanged onRoster(String course, String from) {
    return new CourseEnrollmentChanged(
        "class-" + course + from,
        ADA,
        course,
        "Course " + course,
        Optional.of(LocalDate.parse(from)),
        Optional.empty(),
        true);
  }

  public static ResultRecorded result(
      String id, String course, String day, ResultRecorded.Standing standing) {
    return new ResultRecorded(
        "lms/" + id, ADA, course, "Course " + course, LocalDate.parse(day), standing);
  }

  public static CourseCompleted completed(UUID id, String course, String day) {
    return new CourseCompleted(
        id,
        ADA,
        course,
        "Course " + course,
        Optional.empty(),
        Optional.of(new BigDecimal(12)),
        Instant.parse(day + "T00:00:00Z"),
        List.of());
  }

  /** All that is known of a learner. */
  public LearnerFacts facts(String studentId) {
    try (FactsSnapshot snapshot = source.open()) {
      return snapshot.find(studentId).orElseThrow();
    }
  }
}
