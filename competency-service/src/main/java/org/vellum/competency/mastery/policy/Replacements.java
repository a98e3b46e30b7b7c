package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Which items of a new version of a framework took the place of which of the one before. */
@Repository
public class Replacements {
  private final Jdbi jdbi;

  @Inject
  public Replacements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What took the place of each item, as the new version's package tells (CASE 1.1, {@code
   * replacedBy}); items that have gone are not among them.
   *
   * @param framework identifier of the new version's CFDocument
   */
  Map<UUID, Set<UUID>> of(UUID framework) {
    Map<UUID, Set<UUID>> became = new HashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select competency.as_uuid(a.origin) as former, i.identifier as present
                  from competency.cf_association a
                  join competency.cf_item i on i.framework = a.framework
                   and i.identifier = competency.as_uuid(a.destination)
                 where a.framework = :framework and a.type = 'replacedBy'
                   and a.retired_at is null and competency.as_uuid(a.origin) is not null
                """)
            .bind("framework", framework)
            .map((row, context) ->
                Map.entry(
                    row.getObject("former", UUID.class), row.getObject("present", UUID.class)))
            .forEach(pair ->
                became
                    .computeIfAbsent(pair.getKey(), none -> new HashSet<>())
                    .add(pair.getValue())));
    return became;
  }
}
