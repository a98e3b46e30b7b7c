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

  /** An association by both its ends. */
  record Pair(UUID identifier, String type, String origin, String destination) {}

  /** All these associations of a draft; at most 1,000. */
  List<Pair> list(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, type, sent -> 'originNodeURI' ->> 'title' as origin,
                  sent -> 'destinationNodeURI' ->> 'title' as destination
                from competency.cf_association
                where framework = :framework and type <> 'isChildOf'
                order by position limit :most
                """)
            .bind("framework", framework)
            .bind("most", MOST)
            .map((row, context) ->
                new Pair(
                    row.getObject("identifier", UUID.class),
                    row.getString("type"),
                    row.getString("origin"),
                    row.getString("destination")))
            .list());
  }

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
