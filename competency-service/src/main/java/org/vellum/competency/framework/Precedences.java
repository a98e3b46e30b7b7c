package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Which item comes before which, as frameworks say it ({@code precedes}, CASE 1.1). */
@Repository
public class Precedences {
  private static final String UUIDS = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

  private final Jdbi jdbi;

  @Inject
  public Precedences(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An item comes before another.
   *
   * @param before identifier of the item that comes first, which may not be kept here
   * @param after identifier of the other
   * @param framework identifier of the CFDocument that says so
   * @param frameworkTitle its title
   */
  public record Precedence(UUID before, UUID after, UUID framework, String frameworkTitle) {}

  /**
   * What frameworks say that comes before and after an item.
   *
   * @param limit at most so many
   */
  public List<Precedence> around(UUID item, Audience audience, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with said as (
                  select a.origin, a.destination, a.framework, a.type, a.retired_at
                    from competency.cf_association a where a.origin = :item
                  union
                  select a.origin, a.destination, a.framework, a.type, a.retired_at
                    from competency.cf_association a where a.destination = :item)
                select distinct s.origin::uuid as before, s.destination::uuid as after,
                       f.identifier as framework, f.title
                  from said s join competency.framework f on f.identifier = s.framework
                 where s.type = 'precedes' and s.retired_at is null and (not f.draft or :drafts)
                   and s.origin ~ :uuid and s.destination ~ :uuid
                 order by f.title, f.identifier, before, after limit :limit
                """)
            .bind("item", item.toString())
            .bind("drafts", audience.seesDrafts())
            .bind("uuid", UUIDS)
            .bind("limit", limit)
            .map((row, context) ->
                new Precedence(
                    row.getObject("before", UUID.class),
                    row.getObject("after", UUID.class),
                    row.getObject("framework", UUID.class),
                    row.getString("title")))
            .list());
  }
}
