package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Repository;

/** What events told of learners' work on units, and the attempts that follow from it. */
@Repository
public class UnitFacts {
  /**
   * Not told is of what says the same as before, nor of a new evaluation that says what is known of
   * that day already: they change nothing, and all the work of who is evaluated a hundred times is
   * not looked at as often.
   */
  private static final String KEEP =
      """
      with kept as (
        insert into financial_aid.unit_fact as f
          (id, learner, unit_id, unit_kind, kind, title, day, ended, units, stands, position)
        select id, learner::uuid, unit, unit_kind, kind, title, day::date, ended::date,
               units::numeric, stands::boolean, position::bigint
          from unnest(:ids, :learners, :units, :unitKinds, :kinds, :titles, :days, :ended,
            :credits, :standing, :positions) as n (id, learner, unit, unit_kind, kind, title, day,
            ended, units, stands, position)
        on conflict (id) do update
           set unit_id = excluded.unit_id, kind = excluded.kind, title = excluded.title,
               day = excluded.day, ended = excluded.ended, units = excluded.units,
               stands = excluded.stands, position = excluded.position
         where f.position < excluded.position
        returning f.*, f.xmax = 0 and f.stands and f.kind in ('EVALUATED', 'FAILED') as evaluation)
      select k.learner, k.unit_id, k.position from kept k
       where not exists (
         select from financial_aid.unit_fact before
          where before.learner = k.learner and before.unit_id = k.unit_id
            and before.unit_kind = k.unit_kind and before.kind = k.kind and before.title = k.title
            and before.day = k.day and before.ended is not distinct from k.ended
            and before.units is not distinct from k.units and before.stands = k.stands
            and (before.id = k.id or k.evaluation))
      """;

  /** Work of one day that was evaluated alike says the same, however often it was. */
  private static final String FACTS =
      """
      select one.* from unnest(:learners, :units) as w (learner, unit)
       cross join lateral (
         select distinct on (kind, day, units, other) *
           from (select f.*, case when f.kind in ('BEGUN', 'PASSED') then f.id end as other
                   from financial_aid.unit_fact f
                  where f.learner = w.learner and f.unit_id = w.unit and f.stands) f
          order by kind, day, units, other, id collate "C") one
      """;

  private static final String ATTEMPTS =
      """
      select a.* from unnest(:learners, :units) as w (learner, unit)
        join financial_aid.unit_attempt a on a.learner = w.learner and a.unit_id = w.unit
       order by a.attempt
      """;

  private final Jdbi jdbi;
  private final Learners learners;

  @Inject
  public UnitFacts(Jdbi jdbi, Learners learners) {
    this.jdbi = jdbi;
    this.learners = learners;
  }

  /**
   * A fact, and the event that told of it.
   *
   * @param fact what was told
   * @param event what the log knows of the event
   */
  record Told(UnitFact fact, EventContext event) {}

  /** A learner's work on a unit. */
  private record Work(UUID learner, String unit) {}

  /** Keeps facts in the order in which they were told, however many with as few questions. */
  void keepAll(List<Told> told) {
    Map<String, Told> last = new LinkedHashMap<>();
    told.forEach(each -> last.put(each.fact().id(), each));
    jdbi.useHandle(handle -> derive(handle, kept(handle, List.copyOf(last.values()))));
  }

  /** What was new, each with the time of the last event that told of it. */
  private static Map<Work, Instant> kept(Handle handle, List<Told> told) {
    Map<Work, Instant> kept = new LinkedHashMap<>();
    if (told.isEmpty()) {
      return kept;
    }
    Map<Long, Instant> times = new HashMap<>();
    told.forEach(each -> times.put(each.event().position(), each.event().occurredAt()));
    Columns columns = new Columns(handle.createQuery(KEEP), told);
    columns.put("ids", each -> each.fact().id());
    columns.put("learners", each -> each.fact().learner().toString());
    columns.put("units", each -> each.fact().unitId());
    columns.put("unitKinds", each -> each.fact().unitKind().name());
    columns.put("kinds", each -> each.fact().what().name());
    columns.put("titles", each -> each.fact().title());
    columns.put("days", each -> each.fact().day().toString());
    columns.put("ended", each -> text(each.fact().ended()));
    columns.put("credits", each -> text(each.fact().units()));
    columns.put("standing", each -> Boolean.toString(each.fact().stands()));
    columns.put("positions", each -> Long.toString(each.event().position()));
    columns
        .query()
        .map((row, context) ->
            Map.entry(
                new Work(row.getObject("learner", UUID.class), row.getString("unit_id")),
                times.getOrDefault(row.getLong("position"), Instant.EPOCH)))
        .forEach(each -> kept.merge(each.getKey(), each.getValue(), UnitFacts::later));
    return kept;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable String text(Optional<?> value) {
    return value
        .map(some -> some instanceof BigDecimal number ? number.toPlainString() : some.toString())
        .orElse(null);
  }

  /** The columns of a question, as arrays of the same length. */
  private record Columns(Query query, List<Told> rows) {
    void put(String name, Function<Told, @Nullable String> text) {
      query.bind(name, rows.stream().map(text).toArray(String[]::new));
    }
  }

  /** Takes back a fact and what belongs to it. */
  void takeBack(String id, UUID learner, EventContext event) {
    jdbi.useHandle(handle -> {
      List<String> units =
          handle
              .createQuery(
                  """
                  update financial_aid.unit_fact set stands = false, position = :position
                   where learner = :learner and (id = :id or id like :id || '/%')
                     and position < :position
                  returning unit_id
                  """)
              .bind("id", id)
              .bind("learner", learner)
              .bind("position", event.position())
              .mapTo(String.class)
              .list();
      Map<Work, Instant> work = new LinkedHashMap<>();
      units.forEach(unit -> work.put(new Work(learner, unit), event.occurredAt()));
      derive(handle, work);
    });
  }

  private void derive(Handle handle, Map<Work, Instant> changed) {
    if (changed.isEmpty()) {
      return;
    }
    Map<Work, List<UnitFact>> facts = of(handle, FACTS, changed.keySet(), UnitFacts::fact);
    Map<Work, List<Attempt>> before = of(handle, ATTEMPTS, changed.keySet(), UnitFacts::attempt);
    Map<Work, List<Attempt>> after = new LinkedHashMap<>();
    Map<Instant, List<UUID>> concerned = new LinkedHashMap<>();
    changed.forEach((work, at) -> {
      List<Attempt> attempts = Attempt.of(facts.getOrDefault(work, List.of()));
      if (!attempts.equals(before.getOrDefault(work, List.of()))) {
        after.put(work, attempts);
        concerned.computeIfAbsent(at, any -> new ArrayList<>()).add(work.learner());
      }
    });
    replace(handle, before, after);
    concerned.forEach((at, all) -> learners.changed(all, at));
  }

  private static <T> Map<Work, List<T>> of(
      Handle handle, String sql, Collection<Work> work, RowMapper<T> mapper) {
    Map<Work, List<T>> found = new HashMap<>();
    bound(handle.createQuery(sql), work)
        .map((row, context) ->
            Map.entry(
                new Work(row.getObject("learner", UUID.class), row.getString("unit_id")),
                mapper.map(row, context)))
        .forEach(each ->
            found.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(each.getValue()));
    return found;
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Collection<Work> work) {
    return statement
        .bind("learners", work.stream().map(Work::learner).toArray(UUID[]::new))
        .bind("units", work.stream().map(Work::unit).toArray(String[]::new));
  }

  private static void replace(
      Handle handle, Map<Work, List<Attempt>> before, Map<Work, List<Attempt>> after) {
    List<Work> gone = after.keySet().stream().filter(before::containsKey).toList();
    if (!gone.isEmpty()) {
      bound(
              handle.createUpdate(
                  """
                  delete from financial_aid.unit_attempt a
                   using unnest(:learners, :units) as w (learner, unit)
                   where a.learner = w.learner and a.unit_id = w.unit
                  """),
              gone)
          .execute();
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into financial_aid.unit_attempt
              (learner, unit_id, attempt, kind, title, begin_date, first_engagement,
               last_engagement, end_date, outcome, outcome_date, units)
            values (:learner, :unit, :attempt, :kind, :title, :begin, :first, :last, :end,
                    :outcome, :outcomeDate, :units)
            """);
    after.forEach((work, attempts) -> attempts.forEach(each -> add(batch, work, each)));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static void add(PreparedBatch batch, Work work, Attempt attempt) {
    batch
        .bind("learner", work.learner())
        .bind("unit", work.unit())
        .bind("attempt", attempt.number())
        .bind("kind", attempt.kind().name())
        .bind("title", attempt.title())
        .bind("begin", attempt.begin())
        .bind("first", attempt.firstEngagement().orElse(null))
        .bind("last", attempt.lastEngagement().orElse(null))
        .bind("end", attempt.end().orElse(null))
        .bind("outcome", attempt.outcome().name())
        .bind("outcomeDate", attempt.outcomeDate().orElse(null))
        .bind("units", attempt.units().orElse(null))
        .add();
  }

  private static UnitFact fact(ResultSet row, StatementContext context) throws SQLException {
    return new UnitFact(
        row.getString("id"),
        row.getObject("learner", UUID.class),
        row.getString("unit_id"),
        Kind.valueOf(row.getString("unit_kind")),
        UnitFact.What.valueOf(row.getString("kind")),
        row.getString("title"),
        Stored.day(row, "day"),
        Stored.optionalDay(row, "ended"),
        Stored.optionalNumber(row, "units"),
        row.getBoolean("stands"));
  }

  private static Attempt attempt(ResultSet row, StatementContext context) throws SQLException {
    return new Attempt(
        row.getInt("attempt"),
        Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        Stored.day(row, "begin_date"),
        Stored.optionalDay(row, "first_engagement"),
        Stored.optionalDay(row, "last_engagement"),
        Stored.optionalDay(row, "end_date"),
        Outcome.valueOf(row.getString("outcome")),
        Stored.optionalDay(row, "outcome_date"),
        Stored.optionalNumber(row, "units"));
  }
}
