package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.finaid.progress.model.UnitAttempt.Outcome;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Repository;

/** What events told of learners' work on units, and the attempts that follow from it. */
@Repository
public class UnitFacts {
  private final Jdbi jdbi;
  private final Learners learners;

  @Inject
  public UnitFacts(Jdbi jdbi, Learners learners) {
    this.jdbi = jdbi;
    this.learners = learners;
  }

  void keep(UnitFact fact, EventContext event) {
    jdbi.useHandle(handle -> {
      int kept =
          handle
              .createUpdate(
                  """
                  insert into financial_aid.unit_fact as f
                    (id, learner, unit_id, unit_kind, kind, title, day, ended, units, stands,
                     position)
                  values (:id, :learner, :unit, :unitKind, :what, :title, :day, :ended, :units,
                          :stands, :position)
                  on conflict (id) do update
                     set unit_id = excluded.unit_id, kind = excluded.kind, title = excluded.title,
                         day = excluded.day, ended = excluded.ended, units = excluded.units,
                         stands = excluded.stands, position = excluded.position
                   where f.position < excluded.position
                  """)
              .bind("id", fact.id())
              .bind("learner", fact.learner())
              .bind("unit", fact.unitId())
              .bind("unitKind", fact.unitKind().name())
              .bind("what", fact.what().name())
              .bind("title", fact.title())
              .bind("day", fact.day())
              .bind("ended", fact.ended().orElse(null))
              .bind("units", fact.units().orElse(null))
              .bind("stands", fact.stands())
              .bind("position", event.position())
              .execute();
      if (kept > 0) {
        derive(handle, fact.learner(), fact.unitId(), event);
      }
    });
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
      units.stream().distinct().forEach(unit -> derive(handle, learner, unit, event));
    });
  }

  private void derive(Handle handle, UUID learner, String unit, EventContext event) {
    List<Attempt> attempts =
        Attempt.of(
            handle
                .createQuery(
                    "select * from financial_aid.unit_fact where learner = :learner"
                        + " and unit_id = :unit")
                .bind("learner", learner)
                .bind("unit", unit)
                .map(UnitFacts::fact)
                .list());
    List<Attempt> before =
        handle
            .createQuery(
                "select * from financial_aid.unit_attempt where learner = :learner"
                    + " and unit_id = :unit order by attempt")
            .bind("learner", learner)
            .bind("unit", unit)
            .map(UnitFacts::attempt)
            .list();
    if (!attempts.equals(before)) {
      replace(handle, learner, unit, attempts);
      learners.changed(List.of(learner), event.occurredAt());
    }
  }

  private static void replace(Handle handle, UUID learner, String unit, List<Attempt> attempts) {
    handle
        .createUpdate(
            "delete from financial_aid.unit_attempt where learner = :learner and unit_id = :unit")
        .bind("learner", learner)
        .bind("unit", unit)
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into financial_aid.unit_attempt
              (learner, unit_id, attempt, kind, title, begin_date, first_engagement,
               last_engagement, end_date, outcome, outcome_date, units)
            values (:learner, :unit, :attempt, :kind, :title, :begin, :first, :last, :end,
                    :outcome, :outcomeDate, :units)
            """);
    for (Attempt each : attempts) {
      batch
          .bind("learner", learner)
          .bind("unit", unit)
          .bind("attempt", each.number())
          .bind("kind", each.kind().name())
          .bind("title", each.title())
          .bind("begin", each.begin())
          .bind("first", each.firstEngagement().orElse(null))
          .bind("last", each.lastEngagement().orElse(null))
          .bind("end", each.end().orElse(null))
          .bind("outcome", each.outcome().name())
          .bind("outcomeDate", each.outcomeDate().orElse(null))
          .bind("units", each.units().orElse(null))
          .add();
    }
    if (!attempts.isEmpty()) {
      batch.execute();
    }
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
