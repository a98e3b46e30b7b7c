package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** Which policies hold for which competency, by days. */
@Repository
public class Timelines {
  /** Farther than any competency stands below its framework. */
  private static final int FRAMEWORK = 1_000;

  private static final String TIMELINES =
      """
      with recursive up (competency, node, framework, distance) as (
        select i.identifier, i.identifier, i.framework, 0
          from competency.cf_item i
         where i.identifier = any(%2$s) and exists (
           select from competency.mastery_policy p
            where p.framework = i.framework
              and %1$s)
        union
        select up.competency, p.identifier, up.framework, up.distance + 1
          from up
          join competency.cf_association a on a.framework = up.framework
           and a.type = 'isChildOf' and a.origin = up.node::text
           and a.retired_at is null
          join competency.cf_item p on p.framework = up.framework
           and p.identifier = competency.as_uuid(a.destination)
         where up.distance < 50)
      select up.competency, case when p.competency is null then :framework
               else up.distance end as distance,
             p.starts_on, p.ends_on, p.version, p.policy
        from up
        join competency.mastery_policy p on p.framework = up.framework
         and %1$s
         and (p.competency = up.node or (p.competency is null and up.distance = 0))
      """;

  private static final String NAMED = ":competencies";
  private static final String STATE = "p.state = 'adopted'";
  private static final String ADOPTED = TIMELINES.formatted(STATE, NAMED);
  private static final String WITH_PROPOSED =
      TIMELINES.formatted("(p.state = 'adopted' or p.id = :proposed)", NAMED);

  private final Jdbi jdbi;

  @Inject
  public Timelines(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What holds for these competencies on which days, as far as it is not the default. Those of a
   * framework without any policy cost nothing more than to see that.
   */
  public Map<UUID, Timeline> of(Collection<UUID> competencies) {
    return Together.alone(jdbi, together -> ask(together, competencies));
  }

  /** The same, asked with what else goes to the database: the answer, once it is there. */
  public Supplier<Map<UUID, Timeline>> ask(Together together, Collection<UUID> competencies) {
    return ask(ADOPTED, query -> {}, together, competencies);
  }

  /**
   * The same for competencies that another question names.
   *
   * @param question SQL that answers with their identifiers
   * @param values binds what it asks with
   */
  public Supplier<Map<UUID, Timeline>> askOf(
      Together together, String question, Consumer<Query> values) {
    return ask(TIMELINES.formatted(STATE, "array(" + question + ")"), values, together);
  }

  /** What would hold, were a proposed version adopted. */
  public Map<UUID, Timeline> with(Collection<UUID> competencies, PolicyVersion proposed) {
    return Together.alone(
        jdbi,
        together ->
            ask(
                WITH_PROPOSED,
                query -> query.bind("proposed", proposed.id()),
                together,
                competencies));
  }

  private static Supplier<Map<UUID, Timeline>> ask(
      String sql, Consumer<Query> more, Together together, Collection<UUID> competencies) {
    if (competencies.isEmpty()) {
      return Map::of;
    }
    return ask(
        sql,
        query -> {
          query.bind("competencies", competencies.toArray(UUID[]::new));
          more.accept(query);
        },
        together);
  }

  private static Supplier<Map<UUID, Timeline>> ask(
      String sql, Consumer<Query> values, Together together) {
    Map<UUID, List<Timeline.Adopted>> adopted = new HashMap<>();
    together.ask(
        sql,
        query -> values.accept(query.bind("framework", FRAMEWORK)),
        row ->
            adopted
                .computeIfAbsent(row.getObject("competency", UUID.class), key -> new ArrayList<>())
                .add(adopted(row)));
    return () ->
        adopted.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Timeline.of(entry.getValue())));
  }

  /** What holds for one. */
  public Timeline of(UUID competency) {
    return of(Set.of(competency)).getOrDefault(competency, Timeline.DEFAULT);
  }

  private static Timeline.Adopted adopted(ResultSet row) throws SQLException {
    return new Timeline.Adopted(
        row.getInt("distance"),
        row.getObject("starts_on", LocalDate.class),
        Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
        row.getInt("version"),
        PolicyReader.stored(row.getString("policy")));
  }
}
