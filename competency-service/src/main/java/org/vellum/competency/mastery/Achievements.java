package org.vellum.competency.mastery;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.competency.mastery.model.Evidence;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Scale;
import org.vellum.competency.mastery.model.Standing;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** What learners have achieved, with its whole history. */
@Repository
public class Achievements {
  private final Jdbi jdbi;

  @Inject
  public Achievements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All that the learner achieved, what ceased to stand included, the newest first. */
  public List<Achievement> list(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select a.id, a.kind, coalesce(a.stated ->> 'statement', a.stated ->> 'title') as title,
                       coalesce(a.stated ->> 'humanCode', a.stated ->> 'code') as code,
                       a.stated ->> 'frameworkTitle' as framework,
                       a.stated ->> 'frameworkVersion' as framework_version,
                       a.achieved_at, a.explanation, a.result,
                       r.line_item_title as line_item, r.score, r.scale_maximum as score_maximum,
                       r.score_date, w.withdrawn_at, w.reason
                  from competency.achievement a
                  join competency.evaluation_result r on r.id = a.result
                  left join competency.achievement_withdrawal w on w.achievement = a.id
                 where a.learner = :learner
                 order by a.achieved_at desc, a.id desc
                """)
            .bind("learner", learner)
            .map(ConstructorMapper.of(Achievement.class))
            .list());
  }

  /** What stands of these subjects, and what stands on this result. */
  Map<Subject, StandingAchievement> standing(
      UUID learner, Fact fact, Collection<Subject> subjects) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select a.id, a.kind, a.subject, a.stated, a.rule, r.source_system, r.sourced_id,
                       r.scale_minimum, r.scale_maximum, coalesce(o.score, r.score) as score,
                       r.score_date, r.comment
                  from competency.achievement a
                  join competency.evaluation_result r on r.id = a.result
                  left join competency.result_objective o on o.result = r.id
                   and o.competency = case a.kind when 'competency' then a.subject::uuid end
                 where a.learner = :learner and a.standing
                   and ((r.source_system = :source and r.sourced_id = :sourcedId)
                     or a.kind || ':' || a.subject = any(:subjects))
                """)
            .bind("learner", learner)
            .bind("source", fact.source())
            .bind("sourcedId", fact.sourcedId())
            .bind("subjects", subjects.stream().map(Achievements::key).toArray(String[]::new))
            .map((row, context) -> standing(row))
            .collect(Collectors.toMap(StandingAchievement::subject, Function.identity())));
  }

  /** All that stands of the learner. */
  Set<Subject> standing(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select kind, subject from competency.achievement"
                    + " where learner = :learner and standing")
            .bind("learner", learner)
            .map((row, context) -> subject(row))
            .set());
  }

  void add(UUID id, UUID learner, Met met, Record stated, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.achievement (id, learner, kind, subject, stated,
                  achieved_at, recorded_at, explanation, result, rule)
                values (:id, :learner, :kind, :subject, :stated, :at, :now, :explanation,
                  :result, :rule)
                """)
            .bind("id", id)
            .bind("learner", learner)
            .bind("kind", kind(met.rule().subject()))
            .bind("subject", met.rule().subject().id())
            .bind("stated", json(stated))
            .bind("at", met.at())
            .bind("now", now)
            .bind("explanation", met.explanation())
            .bind("result", met.fact().id())
            .bind("rule", json(met.rule()))
            .execute());
  }

  void withdraw(UUID achievement, UUID result, Instant now, String reason) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                with ended as (
                  update competency.achievement set standing = false where id = :id returning id)
                insert into competency.achievement_withdrawal
                  (achievement, result, withdrawn_at, reason)
                select id, :result, :now, :reason from ended
                """)
            .bind("id", achievement)
            .bind("result", result)
            .bind("now", now)
            .bind("reason", reason)
            .execute());
  }

  private static StandingAchievement standing(ResultSet row) throws SQLException {
    Evidence evidence =
        new Evidence(
            new Scale(row.getBigDecimal("scale_minimum"), row.getBigDecimal("scale_maximum")),
            row.getBigDecimal("score"),
            row.getObject("score_date", LocalDate.class),
            Optional.ofNullable(row.getString("comment")));
    Standing standing =
        new Standing(
            row.getObject("id", UUID.class),
            row.getString("source_system"),
            row.getString("sourced_id"),
            rule(row.getString("rule")),
            evidence);
    return new StandingAchievement(subject(row), standing, row.getString("stated"));
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("subject"));
  }

  private static String key(Subject subject) {
    return kind(subject) + ":" + subject.id();
  }

  private static String kind(Subject subject) {
    return subject.kind().name().toLowerCase(Locale.ROOT);
  }

  private static Rule rule(String json) {
    try {
      return Json.mapper().readValue(json, Rule.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored rule can be read", e);
    }
  }

  private static Jsonb json(Record stored) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(stored));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record of ours can be written as JSON", e);
    }
  }
}
