package org.vellum.competency.mastery;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.ItemUse;
import org.vellum.platform.usecase.Repository;

/** Which items learners have attained. */
@Repository
public class AttainedItems extends ItemUse {

  @Inject
  public AttainedItems(Jdbi jdbi) {
    super(
        jdbi,
        """
        select subject::uuid,
          count(*) || case count(*) when 1 then ' learner' else ' learners' end || ' attained it'
        from competency.achievement
        where standing and kind = 'competency'
          and subject = any(array(select i::text from unnest(:items) i))
        group by subject order by subject
        """);
  }
}
