package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/** How many learners have attained an item. */
@Repository
public class AttainedItems implements ItemUse {
  private final Jdbi jdbi;

  @Inject
  public AttainedItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Use> listUses(Collection<UUID> items) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select subject::uuid, count(*) from competency.achievement
                 where standing and kind = 'competency' and subject = any(:items)
                 group by subject order by subject
                """)
            .bind("items", items.stream().map(UUID::toString).toArray(String[]::new))
            .map((row, context) -> {
              int learners = row.getInt(2);
              return new Use(
                  row.getObject(1, UUID.class),
                  learners == 1 ? "1 learner attained it" : learners + " learners attained it");
            })
            .list());
  }
}
