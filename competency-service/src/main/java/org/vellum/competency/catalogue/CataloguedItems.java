package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/**
 * Which items the catalogue names: in rules, relations, prerequisites and requirements in force.
 */
@Repository
public class CataloguedItems extends ItemUse {

  @Inject
  public CataloguedItems(Jdbi jdbi) {
    super(
        jdbi,
        """
        select competency, 'evidence rules of ' || string_agg(
            coalesce(line_item_sourced_id, course_sourced_id), ', '
            order by line_item_sourced_id, course_sourced_id)
        from competency.evidence_rule
        where effective_to is null and competency = any(:items) group by competency
        union all
        select competency, 'relations: ' || string_agg(distinct
            coalesce(program_code, course_sourced_id, line_item_sourced_id) || ' ' || role, ', ')
        from competency.relation
        where effective_to is null and competency = any(:items) group by competency
        union all
        select i, 'prerequisites: ' || count(*) from unnest(:items) i
        join competency.prerequisite p on p.competency = i or p.requires = i::text
        where p.effective_to is null group by i
        union all
        select i, 'requirements of ' || string_agg(distinct p.code, ', ') from competency.program p
        cross join jsonb_path_query(p.requirements, '$.**.competency') c
        join unnest(:items) i on i::text = c #>> '{}'
        where p.effective_to is null group by i
        order by 1, 2
        """);
  }
}
