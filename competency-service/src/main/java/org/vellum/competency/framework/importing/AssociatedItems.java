package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/** Which items the associations of other frameworks, drafts among them, point at. */
@Repository
public class AssociatedItems extends ItemUse {

  @Inject
  public AssociatedItems(Jdbi jdbi) {
    super(
        jdbi,
        """
        with given as (
          select i.identifier, i.framework from competency.cf_item i where i.identifier = any(:items)),
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
        select identifier, 'associations: ' || string_agg(distinct type || ' in ' || title, '; ')
        from ends group by identifier order by identifier
        """);
  }
}
