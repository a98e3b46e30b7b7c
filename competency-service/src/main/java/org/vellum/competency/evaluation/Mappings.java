package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/** What sources mean by their identifiers. What held once is kept. */
@Repository
public class Mappings {
  private final Jdbi jdbi;

  @Inject
  public Mappings(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A mapping in force, to be read.
   *
   * @param id our identifier of it
   * @param source the system that uses the identifier
   * @param kind {@code learner} or {@code line item}
   * @param identifier the source's identifier
   * @param meant {@code sourcedId} of the roster
   * @param madeAt since when it holds
   * @param madeBy sign-in name of who made it
   */
  public record InForce(
      UUID id,
      String source,
      String kind,
      String identifier,
      String meant,
      Instant madeAt,
      String madeBy) {}

  /** Makes one that takes the place of the one before. */
  void make(UUID id, Mapping mapping, String actor, Instant now) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              update competency.identifier_mapping set ended_at = :now
               where source_system = :source and kind = :kind and identifier = :identifier
                 and ended_at is null
              """)
          .bind("now", now)
          .bind("source", mapping.source())
          .bind("kind", mapping.kind().word())
          .bind("identifier", mapping.identifier())
          .execute();
      handle
          .createUpdate(
              """
              insert into competency.identifier_mapping
                (id, source_system, kind, identifier, meant, made_at, made_by)
              values (:id, :source, :kind, :identifier, :meant, :now, :actor)
              """)
          .bind("id", id)
          .bind("source", mapping.source())
          .bind("kind", mapping.kind().word())
          .bind("identifier", mapping.identifier())
          .bind("meant", mapping.meant())
          .bind("now", now)
          .bind("actor", actor)
          .execute();
    });
  }

  /**
   * Ends one; what was stored by it stays.
   *
   * @return whether it was in force
   */
  boolean end(UUID id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.identifier_mapping set ended_at = :now
                 where id = :id and ended_at is null
                """)
            .bind("id", id)
            .bind("now", now)
            .execute())
        > 0;
  }

  /** Those in force, the newest first. */
  public List<InForce> list(int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, source_system as source, kind, identifier, meant, made_at, made_by
                  from competency.identifier_mapping where ended_at is null
                 order by made_at desc, id desc limit :limit offset :offset
                """)
            .bind("limit", limit)
            .bind("offset", offset)
            .map(ConstructorMapper.of(InForce.class))
            .list());
  }
}
