package org.vellum.competency.progress;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.competency.roster.Learner;
import org.vellum.platform.usecase.Repository;

/** The frameworks in which learners can master anything, or have. */
@Repository
public class FrameworksOfLearners {
  private static final int MOST = 100;

  private final Jdbi jdbi;

  @Inject
  public FrameworksOfLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A framework as one learner sees it.
   *
   * @param identifier identifier of the CFDocument (CASE 1.1)
   * @param title its title
   * @param version its version, where it states one
   * @param items how many items it has
   * @param mastered how many of them the learner masters
   */
  public record Seen(
      UUID identifier, String title, Optional<String> version, int items, int mastered) {}

  /** Those in which the learner masters most come first; the first hundred. */
  public List<Seen> list(Learner learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with mine as (
                  select i.framework, count(*) as mastered
                    from competency.achievement a
                    join competency.cf_item i on i.identifier = competency.as_uuid(a.subject)
                   where a.learner = :learner and a.standing and a.kind = 'competency'
                   group by i.framework),
                taught as (
                  select distinct i.framework
                    from competency.evidence_rule e
                    join competency.cf_item i on i.identifier = e.competency
                   where e.effective_to is null
                  union select framework from mine)
                select f.identifier, f.title, f.version,
                       (select count(*) from competency.cf_item i
                         where i.framework = f.identifier) as items,
                       coalesce(mine.mastered, 0) as mastered
                  from taught
                  join competency.framework f on f.identifier = taught.framework and not f.draft
                  left join mine on mine.framework = f.identifier
                 order by mastered desc, f.title, f.identifier limit :most
                """)
            .bind("learner", learner.id())
            .bind("most", MOST)
            .map(ConstructorMapper.of(Seen.class))
            .list());
  }
}
