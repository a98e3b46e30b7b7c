package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.mastery.model.Basis;
import org.vellum.competency.mastery.model.Part;
import org.vellum.platform.usecase.Repository;

/** Competencies by which others are mastered: children and exact matches (CASE 1.1). */
@Repository
public class Parts {
  /** Associations that make an item a part of a whole, both as identifiers. */
  private static final String CHILDREN =
      """
      select competency.as_uuid(l.destination) as whole, competency.as_uuid(l.origin) as part,
             'CHILD' as kind
        from competency.cf_association l
       where l.type = 'isChildOf' and l.retired_at is null\
      """;

  /** The same for exact matches, one way round and the other. */
  private static final String MATCHES =
      """
      select competency.as_uuid(l.destination) as whole, competency.as_uuid(l.origin) as part,
             'MATCH' as kind
        from competency.cf_association l
       where l.type = 'exactMatchOf' and l.retired_at is null and %1$s = any(:nodes)
      union
      select competency.as_uuid(l.origin), competency.as_uuid(l.destination), 'MATCH'
        from competency.cf_association l
       where l.type = 'exactMatchOf' and l.retired_at is null and %2$s = any(:nodes)
      """;

  private static final String OF_COMPETENCY =
      "with part as ("
          + CHILDREN
          + " and l.destination = any(:nodes) union "
          + MATCHES.formatted("l.destination", "l.origin")
          + """
          )
          select part.part, part.kind, a.id, a.achieved_at,
          """
          + StoredBasis.COLUMNS
          + """
          from part
          join competency.cf_item i on i.identifier = part.part
          join competency.framework f on f.identifier = i.framework and not f.draft
          left join competency.achievement a on a.learner = :learner and a.standing
           and a.kind = 'competency' and a.subject = part.part::text
           and not exists (
             with recursive below (achievement) as (
               select a.id
               union
               select d.through from below
                 join competency.achievement_basis d
                   on d.achievement = below.achievement
                where d.through is not null)
             select from below
               join competency.achievement e on e.id = below.achievement
              where e.kind = 'competency' and e.subject = :competency::text)
          left join (
          """
          + StoredBasis.TABLES
          + ") on b.achievement = a.id where part.part <> :competency"
          + " order by part.kind, part.part, b.position";

  private static final String UNFOUNDED =
      """
      from competency.achievement a
      join competency.achievement_basis b on b.achievement = a.id
      join competency.achievement t on t.id = b.through and not t.standing
      where a.standing and a.kind = 'competency' and\
      """
          + " ";

  private final Jdbi jdbi;

  @Inject
  public Parts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The parts of a competency and how the learner masters them. What the learner masters by the
   * competency itself, be it through others, is not mastered for it: nobody lifts himself up by his
   * own hair.
   */
  public List<Part> of(UUID learner, UUID competency) {
    Map<Key, List<Basis>> basis = new LinkedHashMap<>();
    Map<Key, Part> parts = new LinkedHashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(OF_COMPETENCY)
            .bindArray("nodes", String.class, competency.toString())
            .bind("competency", competency)
            .bind("learner", learner)
            .map((row, context) -> read(row, parts, basis))
            .list());
    return parts.entrySet().stream()
        .map(entry -> with(entry.getValue(), basis.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private record Key(UUID part, Part.Kind kind) {}

  private static Key read(ResultSet row, Map<Key, Part> parts, Map<Key, List<Basis>> basis)
      throws SQLException {
    Key key = new Key(row.getObject("part", UUID.class), Part.Kind.valueOf(row.getString("kind")));
    UUID achievement = row.getObject("id", UUID.class);
    if (achievement == null) {
      parts.put(key, new Part(key.part(), key.kind(), Optional.empty()));
      return key;
    }
    LocalDate day =
        LocalDate.ofInstant(
            row.getObject("achieved_at", OffsetDateTime.class).toInstant(), ZoneOffset.UTC);
    parts.put(
        key,
        new Part(key.part(), key.kind(), Optional.of(new Part.Held(achievement, day, List.of()))));
    if (row.getObject("result", UUID.class) != null) {
      basis.computeIfAbsent(key, any -> new ArrayList<>()).add(StoredBasis.of(row));
    }
    return key;
  }

  private static Part with(Part part, List<Basis> basis) {
    return new Part(
        part.competency(),
        part.kind(),
        part.held().map(held -> new Part.Held(held.achievement(), held.day(), basis)));
  }

  /** What may be mastered by these competencies. */
  public Set<UUID> wholesOf(Collection<UUID> competencies) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select whole from ("
                    + CHILDREN
                    + " and l.origin = any(:nodes) union "
                    + MATCHES.formatted("l.origin", "l.destination")
                    + ") parts where whole is not null and part is not null")
            .bindArray("nodes", String.class, competencies.stream().map(UUID::toString).toList())
            .mapTo(UUID.class)
            .set());
  }

  /** Which of these learners have something that stands though a ground of it does not. */
  Set<UUID> unfoundedOf(Collection<UUID> learners) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select distinct a.learner " + UNFOUNDED + "a.learner = any(:learners)")
            .bind("learners", learners.toArray(UUID[]::new))
            .mapTo(UUID.class)
            .set());
  }

  /** What of the learner stands though something on which it rests does not any more. */
  Set<UUID> unfounded(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select distinct a.subject::uuid " + UNFOUNDED + "a.learner = :learner")
            .bind("learner", learner)
            .mapTo(UUID.class)
            .set());
  }
}
