package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/** Which items the associations of other frameworks, drafts among them, point at. */
@Repository
public class AssociatedItems implements ItemUse {
  private final Jdbi jdbi;

  @Inject
  public AssociatedItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Use> listUses(Collection<UUID> items) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with given as (select i.identifier, i.framework from competency.cf_item i
                     where i.identifier = any(:items)),
                ends as (
                  select g.identifier, a.type, f.title from given g
                  join competency.cf_association a on a.origin = g.identifier::text
                  join competency.framework f on f.identifier = a.framework
                  where a.framework <> g.framework
                  union all
                  select g.identifier, a.type, f.title from given g
                  join competency.cf_association a on a.destination = g.identifier::text
                  join competency.framework f on f.identifier = a.framework
                  where a.framework <> g.framework)
                select identifier, string_agg(distinct type || ' in ' || title, '; ')
                from ends group by identifier order by identifier
                """)
            .bind("items", items.toArray(UUID[]::new))
            .map((row, context) ->
                new Use(row.getObject(1, UUID.class), "associations: " + row.getString(2)))
            .list());
  }
}
