package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/** Which items the rules in force are about. */
@Repository
public class EvidencedItems implements ItemUse {
  private final Jdbi jdbi;

  @Inject
  public EvidencedItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Use> listUses(Collection<UUID> items) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select competency, string_agg(coalesce(line_item_sourced_id, course_sourced_id),
                         ', ' order by line_item_sourced_id, course_sourced_id)
                  from competency.evidence_rule
                 where effective_to is null and competency = any(:items)
                 group by competency order by competency
                """)
            .bind("items", items.toArray(UUID[]::new))
            .map((row, context) ->
                new Use(row.getObject(1, UUID.class), "evidence rules of " + row.getString(2)))
            .list());
  }
}
