package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** Prerequisites with their past: what is in the catalogue has no end. */
@Repository
public class Prerequisites {
  private static final String IN_FORCE =
      """
      select id, course_sourced_id, competency, requires, starts_on, ends_on
        from competency.prerequisite where effective_to is null
      """;
  private static final String ORDER =
      " order by course_sourced_id, competency, requires, starts_on";

  private final Jdbi jdbi;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public Prerequisites(Jdbi jdbi, Clock clock, Ids ids) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.ids = ids;
  }

  /** All that are in the catalogue, by their identifiers. */
  public Map<UUID, Prerequisite> inForce() {
    return jdbi.withHandle(handle -> byId(handle.createQuery(IN_FORCE + ORDER)));
  }

  /** Since when those that are in the catalogue are in it, by their identifiers. */
  public Map<UUID, Instant> since() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select id, effective_from from competency.prerequisite where effective_to is null")
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  all.put(
                      row.getColumn("id", UUID.class),
                      row.getColumn("effective_from", OffsetDateTime.class).toInstant());
                  return all;
                }));
  }

  /** Those of a course, and those that it is for. */
  public Map<UUID, Prerequisite> around(String course) {
    return jdbi.withHandle(handle ->
        byId(
            handle
                .createQuery(
                    IN_FORCE
                        + " and course_sourced_id is not null"
                        + " and (course_sourced_id = :course or requires = :course)"
                        + ORDER)
                .bind("course", course)));
  }

  /** Those of a competency, and those that it is for. */
  public Map<UUID, Prerequisite> around(UUID competency) {
    return jdbi.withHandle(handle ->
        byId(
            handle
                .createQuery(
                    IN_FORCE
                        + " and competency is not null"
                        + " and (competency = :competency or requires = :name)"
                        + ORDER)
                .bind("competency", competency)
                .bind("name", competency.toString())));
  }

  /** A clock that went back must not let one end before it began. */
  int end(Collection<UUID> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.prerequisite set effective_to = greatest(effective_from, :now)
                 where id = any(:ids) and effective_to is null
                """)
            .bind("now", clock.instant())
            .bind("ids", identifiers.toArray(UUID[]::new))
            .execute());
  }

  void insert(List<Prerequisite> prerequisites) {
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into competency.prerequisite
                (id, course_sourced_id, competency, requires, starts_on, ends_on, effective_from)
              values (:id, :course, :competency::uuid, :requires, :from, :to, :now)
              """);
      for (Prerequisite prerequisite : prerequisites) {
        batch.bindMethods(prerequisite).bind("id", ids.next()).bind("now", now).add();
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    });
  }

  private static Map<UUID, Prerequisite> byId(Query query) {
    return query.reduceRows(
        new LinkedHashMap<>(),
        (all, row) -> {
          all.put(row.getColumn("id", UUID.class), prerequisite(row));
          return all;
        });
  }

  private static Prerequisite prerequisite(RowView row) {
    return new Prerequisite(
        Optional.ofNullable(row.getColumn("course_sourced_id", String.class)),
        Optional.ofNullable(row.getColumn("competency", UUID.class)),
        row.getColumn("requires", String.class),
        Optional.ofNullable(row.getColumn("starts_on", LocalDate.class)),
        Optional.ofNullable(row.getColumn("ends_on", LocalDate.class)));
  }
}
