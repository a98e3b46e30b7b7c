package org.vellum.finaid.facts;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.EngagementObserved;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Repository;

/** Weekly academic engagement that systems observed. */
@Repository
public class EngagementWeeks {
  /** What the aid office imported; it stands above what a system told of the same week. */
  public static final String IMPORTED = "import";

  private final Jdbi jdbi;
  private final Learners learners;

  @Inject
  public EngagementWeeks(Jdbi jdbi, Learners learners) {
    this.jdbi = jdbi;
    this.learners = learners;
  }

  void keep(EngagementObserved fact, EventContext event) {
    int kept =
        jdbi.withHandle(handle ->
            handle
                .createUpdate(
                    """
                    insert into financial_aid.engagement_week as w
                      (learner, week_start, source, count, types, substantive_count,
                       instructor_initiated, last_at, position)
                    values (:learner, :week, :source, :count, :types, :substantive, :instructor,
                            :last, :position)
                    on conflict (learner, week_start, source) do update
                       set count = excluded.count, types = excluded.types,
                           substantive_count = excluded.substantive_count,
                           instructor_initiated = excluded.instructor_initiated,
                           last_at = excluded.last_at, position = excluded.position
                     where w.position < excluded.position
                    """)
                .bind("learner", fact.learner())
                .bind("week", fact.weekStart())
                .bind("source", "system:" + fact.source())
                .bind("count", fact.count())
                .bindArray(
                    "types", String.class, fact.ways().stream().map(Enum::name).sorted().toList())
                .bind("substantive", fact.substantiveCount())
                .bind("instructor", fact.instructorInitiated())
                .bind("last", fact.last().orElse(null))
                .bind("position", event.position())
                .execute());
    if (kept > 0) {
      learners.changed(List.of(fact.learner()), event.occurredAt());
    }
  }
}
