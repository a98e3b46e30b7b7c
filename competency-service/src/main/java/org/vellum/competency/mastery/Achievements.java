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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.mastery.model.Basis;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Standing;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.policy.PolicyReader;
import org.vellum.competency.mastery.policy.PolicyWriter;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** What learners have achieved, with its whole history. */
@Repository
public class Achievements {
  private static final String ADD =
      """
      with added as (
        insert into competency.achievement (id, learner, kind, subject, stated, achieved_at,
          recorded_at, explanation, result, rule, policy)
        select id, learner, kind, subject, stated::jsonb, achieved::timestamptz,
               recorded::timestamptz, explanation, result, rule::jsonb, policy::jsonb
          from unnest(:ids, :learners, :kinds, :subjects, :stated, :achieved, :recorded,
            :explanations, :decisive, :rules, :policies) as n (id, learner, kind, subject, stated,
            achieved, recorded, explanation, result, rule, policy)
        returning id)
      insert into competency.achievement_basis (achievement, position, result, rule, through)
      select added.id, b.position::integer, b.result, b.rule::jsonb, b.through
        from unnest(:basisOf, :positions, :results, :basisRules, :throughs)
          as b (achievement, position, result, rule, through)
        join added on added.id = b.achievement
      """;

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

  /** What goes to the database next: nothing yet. */
  Together together() {
    return new Together(jdbi);
  }

  /**
   * Asks, with what else goes to the database, what stands of learners that facts may be about, or
   * that rests on what they correct.
   *
   * @return the answer, once it is there
   */
  Supplier<Map<UUID, Map<Subject, StandingAchievement>>> askStanding(
      Together together, List<NewFact> facts) {
    return ask(
        together,
        AskedStanding.OF_LINE_ITEMS,
        corrected(facts),
        query ->
            query
                .bind("ofLearners", facts.stream().map(NewFact::learner).toArray(UUID[]::new))
                .bind("ofItems", texts(facts, news -> news.fact().lineItem().sourcedId()))
                .bind("ofCourses", texts(facts, news -> news.fact().lineItem().course())));
  }

  private static List<NewFact> corrected(List<NewFact> facts) {
    return facts.stream().filter(NewFact::corrects).toList();
  }

  /** The same of one fact, asked by itself, where it is known what it is about. */
  Map<Subject, StandingAchievement> standing(NewFact news, Collection<Subject> subjects) {
    return standing(news.learner(), subjects, corrected(List.of(news)));
  }

  private Map<Subject, StandingAchievement> standing(
      UUID learner, Collection<Subject> subjects, List<NewFact> corrected) {
    return Together.alone(
            jdbi,
            together ->
                ask(
                    together,
                    AskedStanding.OF_SUBJECTS,
                    corrected,
                    query ->
                        query
                            .bind(
                                "learners",
                                subjects.stream().map(s -> learner).toArray(UUID[]::new))
                            .bind("kinds", texts(subjects, Achievements::kind))
                            .bind("subjects", texts(subjects, Subject::id))))
        .getOrDefault(learner, Map.of());
  }

  private static Supplier<Map<UUID, Map<Subject, StandingAchievement>>> ask(
      Together together,
      AskedStanding.Asked asked,
      List<NewFact> corrected,
      Consumer<Query> values) {
    Map<UUID, Map<Subject, StandingAchievement>> all = new HashMap<>();
    together.ask(
        corrected.isEmpty() ? asked.ofNew() : asked.ofCorrected(),
        query -> {
          values.accept(query);
          if (!corrected.isEmpty()) {
            query
                .bind("correctedOf", corrected.stream().map(NewFact::learner).toArray(UUID[]::new))
                .bind("sources", texts(corrected, news -> news.fact().source()))
                .bind("sourcedIds", texts(corrected, news -> news.fact().sourcedId()));
          }
        },
        row -> {
          StandingAchievement one = standing(row);
          all.computeIfAbsent(row.getObject("learner", UUID.class), any -> new LinkedHashMap<>())
              .merge(one.subject(), one, Achievements::together);
        });
    return () -> all;
  }

  private static <E> @Nullable String[] texts(
      Collection<E> all, Function<E, @Nullable String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  /** What stands of this subject. */
  Optional<StandingAchievement> findStanding(UUID learner, Subject subject) {
    return Optional.ofNullable(standing(learner, List.of(subject), List.of()).get(subject));
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

  /** Keeps them with what they rest on, with what else goes to the database. */
  void addAll(List<NewAchievement> achieved, Together together) {
    if (achieved.isEmpty()) {
      return;
    }
    List<NewAchievement> added = List.copyOf(achieved);
    together.change(
        ADD,
        query ->
            StoredBasis.bind(added, query)
                .bind("ids", added.stream().map(NewAchievement::id).toArray(UUID[]::new))
                .bind("learners", added.stream().map(NewAchievement::learner).toArray(UUID[]::new))
                .bind("kinds", texts(added, each -> kind(each.met().subject())))
                .bind("subjects", texts(added, each -> each.met().subject().id()))
                .bind("stated", texts(added, each -> StoredBasis.json(each.stated())))
                .bind("achieved", texts(added, each -> each.met().at().toString()))
                .bind("recorded", texts(added, each -> each.now().toString()))
                .bind("explanations", texts(added, each -> each.met().explanation()))
                .bind(
                    "decisive",
                    added.stream().map(each -> each.met().decisive().result()).toArray(UUID[]::new))
                .bind("rules", texts(added, each -> rule(each.met())))
                .bind("policies", texts(added, each -> policy(each.met().policy()))));
  }

  private static @Nullable String rule(Met met) {
    return met.decisive().rule().map(StoredBasis::json).orElse(null);
  }

  private static @Nullable String policy(Policy policy) {
    return policy.equals(Policy.byDefault()) ? null : PolicyWriter.json(policy).toString();
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

  private static String kind(Subject subject) {
    return subject.kind().name().toLowerCase(Locale.ROOT);
  }
}
