package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/** The rubrics of frameworks that are no drafts (CASE 1.1, CFRubric). */
@Repository
public class Rubrics {
  private final Jdbi jdbi;

  @Inject
  public Rubrics(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A rubric in a list.
   *
   * @param identifier its identifier
   * @param title its title, or its identifier if it has none
   * @param framework title of the framework that holds it
   * @param fits whether one of its criteria is about one of the items asked for
   */
  public record Listed(UUID identifier, String title, String framework, boolean fits) {}

  /** Rubrics, those first that are about one of these items; at most so many. */
  public List<Listed> list(Collection<UUID> items, int most) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from (
                  select distinct on (d.identifier) d.identifier,
                         coalesce(nullif(d.sent::jsonb ->> 'title', ''), d.identifier::text) as title,
                         f.title as framework,
                         exists (select from jsonb_array_elements(case
                             when jsonb_typeof(d.sent::jsonb -> 'CFRubricCriteria') = 'array'
                             then d.sent::jsonb -> 'CFRubricCriteria' else '[]' end) c
                           where c #>> '{CFItemURI,identifier}' = any(:items)) as fits
                    from competency.cf_definition d
                    join competency.framework f on f.identifier = d.framework
                   where d.collection = 'CFRubrics' and not f.draft
                   order by d.identifier, f.changed_at desc, f.identifier) r
                 order by fits desc, framework, title, identifier limit :most
                """)
            .bind("items", items.stream().map(UUID::toString).toArray(String[]::new))
            .bind("most", most)
            .map(ConstructorMapper.of(Listed.class))
            .list());
  }
}
