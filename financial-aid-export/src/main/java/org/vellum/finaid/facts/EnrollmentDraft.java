package org.vellum.finaid.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts.EntryCredit;
import org.vellum.finaid.facts.model.EnrollmentFacts.Origin;
import org.vellum.finaid.facts.model.EnrollmentFacts.Status;
import org.vellum.finaid.facts.model.EnrollmentFacts.StatusChange;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.ChangeOfProgram;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.withdrawal.model.Projection;

/** An enrollment while the rows are read. */
final class EnrollmentDraft {
  private final String id;
  private final String program;
  private final ProgramBook book;
  private final Optional<ProgramFacts> version;
  private final LocalDate begin;
  private final Optional<LocalDate> expectedEnd;
  private final Optional<LocalDate> end;
  private final EntryCredit credit;
  private final Origin origin;
  private final List<StatusChange> statuses = new ArrayList<>();
  private final List<LeaveFacts> leaves = new ArrayList<>();
  private final List<AttemptFacts> attempts = new ArrayList<>();
  private final List<EngagementWeek> weeks = new ArrayList<>();
  private final List<SapEvaluation> evaluations = new ArrayList<>();
  private final List<SubscriptionFacts> subscriptions = new ArrayList<>();
  private @Nullable WithdrawalFacts withdrawal;

  private EnrollmentDraft(ResultSet row, ProgramBook book) throws SQLException {
    this.id = row.getString("id");
    this.program = row.getString("program");
    this.book = book;
    this.begin = Stored.day(row, "begin_date");
    this.version = book.version(program, begin);
    this.expectedEnd = Stored.optionalDay(row, "expected_end");
    this.end = Stored.optionalDay(row, "end_date");
    this.credit = credit(row);
    this.origin = origin(row);
  }

  static EnrollmentDraft of(ResultSet row, ProgramBook book) throws SQLException {
    return new EnrollmentDraft(row, book);
  }

  private static EntryCredit credit(ResultSet row) throws SQLException {
    return new EntryCredit(
        row.getBigDecimal("transfer_units"),
        row.getBigDecimal("prior_learning_units"),
        row.getBigDecimal("remaining_units") == null
            ? Optional.empty()
            : Optional.of(
                new UnitsAndWeeks(
                    row.getBigDecimal("remaining_units"), row.getBigDecimal("remaining_weeks"))));
  }

  private static Origin origin(ResultSet row) throws SQLException {
    return new Origin(
        Stored.optionalText(row, "reentry_of"),
        Stored.optionalText(row, "change_of_program")
            .map(json -> Stored.read(json, new TypeReference<ChangeOfProgram>() {})));
  }

  /** Whether an attempt is coursework of the program and meets the enrollment's days. */
  boolean holds(AttemptRow attempt) {
    boolean direct = version.map(ProgramFacts::directAssessment).orElse(false);
    return !attempt.last().isBefore(begin)
        && end.map(last -> !attempt.begin().isAfter(last)).orElse(true)
        && book.holds(program, direct, attempt.kind(), attempt.unitId());
  }

  boolean meets(EngagementWeek week) {
    return !week.weekStart().plusDays(6).isBefore(begin)
        && end.map(last -> !week.weekStart().isAfter(last)).orElse(true);
  }

  void addAttempt(AttemptRow attempt) {
    attempts.add(
        attempt.in(
            book.credits(program, attempt.unitId()), version.map(each -> each.terms().measure())));
  }

  void addWeek(EngagementWeek week) {
    weeks.add(week);
  }

  void addStatus(ResultSet row) throws SQLException {
    statuses.add(
        new StatusChange(
            Status.valueOf(row.getString("status")), Stored.day(row, "effective_date")));
  }

  void addLeave(ResultSet row) throws SQLException {
    leaves.add(
        new LeaveFacts(
            LeaveFacts.Kind.valueOf(row.getString("kind")),
            Stored.day(row, "from_date"),
            Stored.optionalDay(row, "to_date"),
            Stored.optionalDay(row, "request_date"),
            row.getBoolean("request_signed"),
            Stored.optionalDay(row, "approved_date"),
            Stored.optionalDay(row, "confirmed_return"),
            Stored.optionalDay(row, "confirmation_received")));
  }

  void addWithdrawal(ResultSet row) throws SQLException {
    int days = row.getInt("others_days");
    withdrawal =
        new WithdrawalFacts(
            Stored.day(row, "determination_date"),
            Stored.optionalDay(row, "withdrawal_date"),
            Stored.optionalText(row, "others_method")
                .map(method ->
                    new WithdrawalFacts.PaceOfOthers(days, Projection.Method.valueOf(method))),
            Stored.optionalNumber(row, "scheduled_clock_hours"),
            Stored.optionalNumber(row, "institutional_charges"));
  }

  void addEvaluation(ResultSet row) throws SQLException {
    evaluations.add(
        new SapEvaluation(
            Stored.day(row, "evaluation_date"),
            Stored.optionalText(row, "qualitative_measure"),
            Stored.optionalText(row, "school_decision")));
  }

  void addSubscription(ResultSet row) throws SQLException {
    subscriptions.add(
        new SubscriptionFacts(
            Stored.day(row, "from_date"),
            Stored.day(row, "to_date"),
            row.getString("status"),
            row.getInt("academic_year")));
  }

  /** What was brought along was there on the first day of the program. */
  void addRecognized(ResultSet row) throws SQLException {
    LocalDate day = Stored.day(row, "recognized_on");
    attempts.add(
        new AttemptFacts(
            row.getString("unit_id"),
            AttemptFacts.Kind.valueOf(row.getString("kind")),
            1,
            Optional.of(
                new AttemptFacts.Size(
                    row.getBigDecimal("units"), UnitMeasure.valueOf(row.getString("measure")))),
            day,
            Optional.empty(),
            Optional.empty(),
            Optional.of(day),
            UnitAttempt.Outcome.PASSED,
            Optional.of(day),
            UnitAttempt.Origin.valueOf(row.getString("origin")),
            true,
            Optional.empty(),
            false,
            Optional.empty()));
  }

  EnrollmentFacts facts() {
    return new EnrollmentFacts(
        id,
        version.map(ProgramFacts::programVersionId).orElse(program),
        begin,
        expectedEnd,
        end,
        statusesFromTheFirstDay(),
        credit,
        origin,
        leaves,
        attempts,
        weeks,
        Optional.ofNullable(withdrawal),
        evaluations,
        subscriptions);
  }

  /** Who is in a program is enrolled since the first day, unless somebody said otherwise of it. */
  private List<StatusChange> statusesFromTheFirstDay() {
    List<StatusChange> all = new ArrayList<>(statuses);
    if (statuses.isEmpty() || statuses.getFirst().effectiveDate().isAfter(begin)) {
      all.addFirst(new StatusChange(Status.ENROLLED, begin));
    }
    return all;
  }
}
