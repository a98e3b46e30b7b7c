package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** What stands in a framework, as a page shows it. */
@Repository
public class FrameworkContents {
  private final Jdbi jdbi;

  @Inject
  public FrameworkContents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** An item in a few words. */
  public record Item(
      UUID identifier, Optional<String> code, Optional<String> type, String statement) {}

  /** A node is the child of another; texts, since a parent need not be an item of ours. */
  record ChildOf(String child, String parent) {}

  /** An association of which an end is kept nowhere here; an address is empty if it is none. */
  record Dangling(
      String type,
      String originTitle,
      String originUri,
      boolean originKnown,
      String destinationTitle,
      String destinationUri,
      boolean destinationKnown) {}

  /** The items in the order of the package. */
  List<Item> listItems(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, human_code, item_type, statement
                from competency.cf_item where framework = :framework order by position
                """)
            .bind("framework", framework)
            .map((row, context) -> item(row))
            .list());
  }

  /** The items of a framework whose code or statement holds a text; at most so many. */
  List<Item> search(UUID framework, String text, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, human_code, item_type, statement
                from competency.cf_item
                where framework = :framework and (position(lower(:text) in lower(statement)) > 0
                  or position(lower(:text) in lower(human_code)) > 0)
                order by lower(human_code) <> lower(:text), position limit :limit
                """)
            .bind("framework", framework)
            .bind("text", text)
            .bind("limit", limit)
            .map((row, context) -> item(row))
            .list());
  }

  /** Who is a child of whom, ordered by sequenceNumber, then as the package orders them. */
  List<ChildOf> listChildren(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select origin, destination from competency.cf_association
                where framework = :framework and type = 'isChildOf'
                order by sequence nulls last, position
                """)
            .bind("framework", framework)
            .map((row, context) -> new ChildOf(row.getString(1), row.getString(2)))
            .list());
  }

  /**
   * The associations of which an end is kept nowhere here that the audience may see.
   *
   * @param limit at most so many
   */
  List<Dangling> listDangling(UUID framework, Audience audience, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with node as (
                  select i.identifier::text from competency.cf_item i
                  join competency.framework f on f.identifier = i.framework
                  where not f.draft or :drafts
                  union all
                  select f.identifier::text from competency.framework f
                  where not f.draft or :drafts
                ), ends as (
                  select a.position, a.type,
                    a.sent -> 'originNodeURI' as origin,
                    a.sent -> 'destinationNodeURI' as destination,
                    exists (select from node where identifier = a.origin) as origin_known,
                    exists (select from node where identifier = a.destination)
                      as destination_known
                  from competency.cf_association a
                  join competency.framework f on f.identifier = a.framework
                  where a.framework = :framework and (not f.draft or :drafts)
                )
                select type, origin ->> 'title', origin ->> 'uri', origin_known,
                  destination ->> 'title', destination ->> 'uri', destination_known
                from ends where not (origin_known and destination_known)
                order by position limit :limit
                """)
            .bind("framework", framework)
            .bind("drafts", audience.seesDrafts())
            .bind("limit", limit)
            .map((row, context) -> dangling(row))
            .list());
  }

  /** Those of these items that are kept here and that the audience may see. */
  Map<String, Item> findItems(Collection<String> identifiers, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select i.identifier, i.human_code, i.item_type, i.statement
                from competency.cf_item i
                join competency.framework f on f.identifier = i.framework
                where i.identifier = any(:identifiers::uuid[]) and (not f.draft or :drafts)
                """)
            .bind("identifiers", identifiers.toArray(String[]::new))
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> item(row))
            .stream()
            .collect(Collectors.toMap(item -> item.identifier().toString(), item -> item)));
  }

  /** What was found when the framework was imported, a JSON text. */
  String getFindings(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select findings from competency.framework where identifier = :framework")
            .bind("framework", framework)
            .mapTo(String.class)
            .one());
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getObject("identifier", UUID.class),
        Optional.ofNullable(row.getString("human_code")),
        Optional.ofNullable(row.getString("item_type")),
        row.getString("statement"));
  }

  private static String followable(String address) {
    return Facts.isWeb(address) ? address : "";
  }

  private static Dangling dangling(ResultSet row) throws SQLException {
    return new Dangling(
        row.getString(1),
        row.getString(2),
        followable(row.getString(3)),
        row.getBoolean(4),
        row.getString(5),
        followable(row.getString(6)),
        row.getBoolean(7));
  }
}
