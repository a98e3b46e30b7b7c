package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The associations that stand in a draft, but for those that make its tree. */
@Repository
class DraftLinks {
  private static final int MOST = 1_000;

  private final Jdbi jdbi;

  @Inject
  DraftLinks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An association, seen from an item.
   *
   * @param outgoing whether the item is its origin
   * @param other title of what stands at its other end
   */
  record Link(UUID identifier, String type, boolean outgoing, String other) {}

  /** The associations of an item; at most 1,000. */
  List<Link> list(UUID framework, String item) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, type, origin = :item as outgoing,
                  sent -> (case when origin = :item then 'destinationNodeURI'
                    else 'originNodeURI' end) ->> 'title' as other
                from competency.cf_association
                where framework = :framework and type <> 'isChildOf'
                  and (origin = :item or destination = :item)
                order by position limit :most
                """)
            .bind("framework", framework)
            .bind("item", item)
            .bind("most", MOST)
            .map((row, context) ->
                new Link(
                    row.getObject("identifier", UUID.class),
                    row.getString("type"),
                    row.getBoolean("outgoing"),
                    row.getString("other")))
            .list());
  }
}
