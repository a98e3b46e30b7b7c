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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.mastery.model.Timeline;
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
         where i.identifier = any(:competencies) and exists (
           select from competency.mastery_policy p
            where p.framework = i.framework
              and (p.state = 'adopted' or p.id = :proposed::uuid))
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
         and (p.state = 'adopted' or p.id = :proposed::uuid)
         and (p.competency = up.node or (p.competency is null and up.distance = 0))
      """;

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
    return of(competencies, Optional.empty());
  }

  /** What would hold, were a proposed version adopted. */
  public Map<UUID, Timeline> with(Collection<UUID> competencies, PolicyVersion proposed) {
    return of(competencies, Optional.of(proposed.id()));
  }

  private Map<UUID, Timeline> of(Collection<UUID> competencies, Optional<UUID> proposed) {
    if (competencies.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Timeline.Adopted>> adopted = new HashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(TIMELINES)
            .bind("competencies", competencies.toArray(UUID[]::new))
            .bind("framework", FRAMEWORK)
            .bind("proposed", proposed.map(UUID::toString))
            .map((row, context) ->
                adopted
                    .computeIfAbsent(
                        row.getObject("competency", UUID.class), key -> new ArrayList<>())
                    .add(adopted(row)))
            .list());
    return adopted.entrySet().stream()
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
