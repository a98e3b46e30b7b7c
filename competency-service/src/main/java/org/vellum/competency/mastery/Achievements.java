package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.vellum.competency.mastery.model.Basis;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Standing;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.policy.PolicyReader;
import org.vellum.competency.mastery.policy.PolicyWriter;
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
    return standing(
        """
        a.id in (select g.achievement from competency.achievement_basis g
          where g.through is null and g.result in (
            select n.id from competency.evaluation_result n
             where n.source_system = :source and n.sourced_id = :sourcedId))
          or a.kind || ':' || a.subject = any(:subjects)
        """,
        learner,
        query ->
            query
                .bind("source", fact.source())
                .bind("sourcedId", fact.sourcedId())
                .bind("subjects", subjects.stream().map(Achievements::key).toArray(String[]::new)));
  }

  /** What stands of this subject. */
  Optional<StandingAchievement> findStanding(UUID learner, Subject subject) {
    return Optional.ofNullable(
        standing(
                "a.kind = :kind and a.subject = :subject",
                learner,
                query -> query.bind("kind", kind(subject)).bind("subject", subject.id()))
            .get(subject));
  }

  private Map<Subject, StandingAchievement> standing(
      String which, UUID learner, UnaryOperator<Query> bound) {
    Map<Subject, StandingAchievement> all = new LinkedHashMap<>();
    jdbi.useHandle(handle ->
        bound
            .apply(
                handle.createQuery(
                    "select a.id, a.kind, a.subject, a.stated, a.achieved_at, a.policy, "
                        + StoredBasis.COLUMNS
                        + " from competency.achievement a left join ("
                        + StoredBasis.TABLES
                        + ") on b.achievement = a.id and b.through is null"
                        + " where a.learner = :learner and a.standing and ("
                        + which
                        + ") order by a.id, b.position"))
            .bind("learner", learner)
            .map((row, context) -> standing(row))
            .forEach(each -> all.merge(each.subject(), each, Achievements::together)));
    return all;
  }

  private static StandingAchievement together(StandingAchievement one, StandingAchievement other) {
    one.grounds().addAll(other.grounds());
    return one;
  }

  /** How the competencies that stand were attained, each in one sentence. */
  public Map<UUID, String> explanations(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select subject::uuid as competency, explanation from competency.achievement"
                    + " where learner = :learner and standing and kind = 'competency'")
            .bind("learner", learner)
            .map((row, context) ->
                Map.entry(row.getObject("competency", UUID.class), row.getString("explanation")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** All that stands of the learner. */
  Set<Subject> standing(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select kind, subject from competency.achievement"
                    + " where learner = :learner and standing")
            .bind("learner", learner)
            .map((row, context) -> StoredBasis.subject(row))
            .set());
  }

  void add(UUID id, UUID learner, Met met, Record stated, Instant now) {
    jdbi.useHandle(handle ->
        StoredBasis.bind(
                met.basis(),
                handle.createUpdate(
                    """
                    with added as (
                      insert into competency.achievement (id, learner, kind, subject, stated,
                        achieved_at, recorded_at, explanation, result, rule, policy)
                      values (:id, :learner, :kind, :subject, :stated, :at, :now, :explanation,
                        :result, :rule::jsonb, :policy::jsonb)
                      returning id)
                    insert into competency.achievement_basis
                      (achievement, position, result, rule, through)
                    select added.id, b.position, b.result, b.rule::jsonb, b.through
                      from added, unnest(:results, :rules, :throughs) with ordinality
                        as b (result, rule, through, position)
                    """))
            .bind("id", id)
            .bind("learner", learner)
            .bind("kind", kind(met.subject()))
            .bind("subject", met.subject().id())
            .bind("stated", new Jsonb(StoredBasis.json(stated)))
            .bind("at", met.at())
            .bind("now", now)
            .bind("explanation", met.explanation())
            .bind("result", met.decisive().result())
            .bind("rule", met.decisive().rule().map(StoredBasis::json))
            .bind("policy", policy(met.policy()))
            .execute());
  }

  private static Optional<String> policy(Policy policy) {
    return policy.equals(Policy.byDefault())
        ? Optional.empty()
        : Optional.of(PolicyWriter.json(policy).toString());
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
    UUID id = row.getObject("id", UUID.class);
    String policy = row.getString("policy");
    List<Standing> grounds = new ArrayList<>();
    if (row.getString("rule") != null) {
      Basis basis = StoredBasis.of(row);
      basis
          .rule()
          .map(rule -> new Standing(id, basis.source(), basis.sourcedId(), rule, basis.evidence()))
          .ifPresent(grounds::add);
    }
    return new StandingAchievement(
        id,
        StoredBasis.subject(row),
        policy == null ? Policy.byDefault() : PolicyReader.stored(policy),
        LocalDate.ofInstant(
            row.getObject("achieved_at", OffsetDateTime.class).toInstant(), ZoneOffset.UTC),
        grounds,
        row.getString("stated"));
  }

  private static String key(Subject subject) {
    return kind(subject) + ":" + subject.id();
  }

  private static String kind(Subject subject) {
    return subject.kind().name().toLowerCase(Locale.ROOT);
  }
}
