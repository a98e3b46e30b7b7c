package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Repository;

/** The plans that wait. */
@Repository
public class Plans {
  /** How many wait at most; the oldest is forgotten for a new one. */
  private static final int MOST = 50;

  private static final String COLUMNS =
      "select id, framework, base, publish_here, source, findings, made_at, made_by"
          + " from competency.import_plan where ends_at > :now";

  private final Jdbi jdbi;

  @Inject
  public Plans(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps a plan, and forgets those whose time is over. */
  void add(Plan plan, byte[] casePackage) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              delete from competency.import_plan where ends_at <= :now or id in (
                select id from competency.import_plan order by made_at desc, id desc
                offset :most)
              """)
          .bind("now", plan.madeAt())
          .bind("most", MOST - 1)
          .execute();
      handle
          .createUpdate(
              """
              insert into competency.import_plan (id, framework, base, publish_here, source,
                findings, package, made_at, made_by, ends_at)
              values (:id, :framework, :base, :here, :source, :findings, :package, :at, :by, :ends)
              """)
          .bind("id", plan.id())
          .bind("framework", plan.framework())
          .bind("base", plan.base().orElse(null))
          .bind("here", plan.publishHere())
          .bind("source", plan.source())
          .bind("findings", findings(plan.findings()))
          .bind("package", casePackage)
          .bind("at", plan.madeAt())
          .bind("by", plan.madeBy())
          .bind("ends", plan.madeAt().plus(Plan.LIFETIME))
          .execute();
    });
  }

  /** The plan, or empty if there is none any more. */
  Optional<Plan> find(UUID id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS + " and id = :id")
            .bind("id", id)
            .bind("now", now)
            .map((row, context) -> plan(row))
            .findOne());
  }

  /** The plans that wait, the newest first. */
  List<Plan> list(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS + " order by made_at desc, id desc")
            .bind("now", now)
            .map((row, context) -> plan(row))
            .list());
  }

  /** What a plan would take in. */
  byte[] getPackage(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select package from competency.import_plan where id = :id")
            .bind("id", id)
            .mapTo(byte[].class)
            .one());
  }

  /**
   * Ends a plan.
   *
   * @return whether there was one
   */
  boolean end(UUID id) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate("delete from competency.import_plan where id = :id")
                .bind("id", id)
                .execute()
            > 0);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getObject("id", UUID.class),
        row.getObject("framework", UUID.class),
        Optional.ofNullable(row.getObject("base", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("publish_here"),
        row.getString("source"),
        findings(row.getString("findings")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"));
  }

  private static Jsonb findings(List<Finding> findings) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(findings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of records can be written", e);
    }
  }

  private static List<Finding> findings(String json) {
    try {
      return Json.mapper().readValue(json, new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
