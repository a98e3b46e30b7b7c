package org.vellum.finaid.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.StudentFacts;

/** Some learners with all that is known of them, by one statement for each kind of fact. */
final class LearnerPage {
  /** Without their titles, which no rule asks for. */
  private static final String ATTEMPTS =
      """
      select learner, unit_id, kind, attempt, begin_date, first_engagement, last_engagement,
             end_date, outcome, outcome_date, units
        from financial_aid.unit_attempt where learner = any(:learners)
      """;

  private static final String ENGAGEMENT =
      """
      select learner, week_start, source, count, types, substantive_count, instructor_initiated,
             last_at
        from financial_aid.engagement_week where learner = any(:learners)
      """;

  private static final String NONE = "[]";

  private final Handle handle;
  private final Supplier<ProgramBook> book;
  private final LocalDate day;
  private final Map<UUID, LearnerDraft> learners = new LinkedHashMap<>();
  private final Map<String, EnrollmentDraft> enrollments = new HashMap<>();

  /**
   * A page.
   *
   * @param book asked for only if there are learners: where nothing changed nobody needs it
   */
  LearnerPage(Handle handle, Supplier<ProgramBook> book, LocalDate day) {
    this.handle = handle;
    this.book = book;
    this.day = day;
  }

  List<LearnerFacts> read(Query query) {
    query
        .map((row, context) -> Map.entry(row.getObject("id", UUID.class), learner(row)))
        .forEach(each -> learners.put(each.getKey(), each.getValue()));
    if (learners.isEmpty()) {
      return List.of();
    }
    readEnrollments();
    ofEnrollments("enrollment_status", "effective_date", EnrollmentDraft::addStatus);
    ofEnrollments("learner_leave", "from_date", EnrollmentDraft::addLeave);
    ofEnrollments("withdrawal", "determination_date", EnrollmentDraft::addWithdrawal);
    ofEnrollments("sap_evaluation", "evaluation_date", EnrollmentDraft::addEvaluation);
    ofEnrollments("subscription_period", "from_date", EnrollmentDraft::addSubscription);
    ofEnrollments("recognized_unit", "unit_id", EnrollmentDraft::addRecognized);
    readAttempts();
    readEngagement();
    return learners.values().stream().map(LearnerDraft::facts).toList();
  }

  private static LearnerDraft learner(ResultSet row) throws SQLException {
    return new LearnerDraft(
        new StudentFacts(
            row.getString("student_id"),
            Stored.optionalText(row, "given_name"),
            Stored.optionalText(row, "middle_name"),
            row.getString("family_name"),
            Stored.optionalDay(row, "birth_date"),
            externalIds(row.getString("external_ids"))),
        row.getBoolean("suppressed"),
        row.getInt("facts_version"),
        Stored.instant(row, "source_as_of"));
  }

  /** Most have none, and then there is nothing to read. */
  private static List<StudentFacts.ExternalId> externalIds(String json) {
    return json.equals(NONE) ? List.of() : Stored.read(json, new TypeReference<>() {});
  }

  private void readEnrollments() {
    rows(
        "select * from financial_aid.enrollment where learner = any(:learners)"
            + " order by learner, begin_date, id",
        row -> {
          EnrollmentDraft draft = EnrollmentDraft.of(row, book.get());
          enrollments.put(row.getString("id"), draft);
          learner(row, LearnerDraft::addEnrollment, draft);
        });
  }

  private void ofEnrollments(String table, String order, RowTaker<EnrollmentDraft> taker) {
    rows(
        "select t.* from financial_aid.%s t join financial_aid.enrollment e on e.id = t.enrollment"
                .formatted(table)
            + " where e.learner = any(:learners) order by t.enrollment, t."
            + order,
        row -> {
          EnrollmentDraft draft = enrollments.get(row.getString("enrollment"));
          if (draft != null) {
            taker.take(draft, row);
          }
        });
  }

  private void readAttempts() {
    rows(ATTEMPTS, row -> learner(row, LearnerDraft::addAttempt, AttemptRow.of(row, day)));
  }

  private void readEngagement() {
    rows(
        ENGAGEMENT,
        row ->
            learner(
                row,
                LearnerDraft::addWeek,
                new LearnerDraft.ToldWeek(row.getString("source"), week(row))));
  }

  private static EngagementWeek week(ResultSet row) throws SQLException {
    return new EngagementWeek(
        Stored.day(row, "week_start"),
        row.getInt("count"),
        types((String[]) row.getArray("types").getArray()),
        row.getInt("substantive_count"),
        row.getBoolean("instructor_initiated"),
        row.getObject("last_at") == null
            ? Optional.empty()
            : Optional.of(Stored.instant(row, "last_at")));
  }

  private static Set<EngagementWeek.Type> types(String[] names) {
    Set<EngagementWeek.Type> types = EnumSet.noneOf(EngagementWeek.Type.class);
    for (String each : names) {
      types.add(EngagementWeek.Type.valueOf(each));
    }
    return types;
  }

  private <T> void learner(ResultSet row, BiConsumer<LearnerDraft, T> add, T fact)
      throws SQLException {
    LearnerDraft draft = learners.get(row.getObject("learner", UUID.class));
    if (draft != null) {
      add.accept(draft, fact);
    }
  }

  private void rows(String sql, Rows taker) {
    handle
        .createQuery(sql)
        .bindArray("learners", UUID.class, learners.keySet())
        .setFetchSize(5_000)
        .map((row, context) -> {
          taker.take(row);
          return 1;
        })
        .forEach(one -> {});
  }

  /** Takes rows as they come. */
  @FunctionalInterface
  private interface Rows {
    void take(ResultSet row) throws SQLException;
  }

  /** Adds a row to what it belongs to. */
  @FunctionalInterface
  interface RowTaker<T> {
    void take(T draft, ResultSet row) throws SQLException;
  }
}
