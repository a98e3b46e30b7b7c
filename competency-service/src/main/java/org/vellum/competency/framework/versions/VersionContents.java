package org.vellum.competency.framework.versions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.versions.model.Outline;
import org.vellum.platform.usecase.Repository;

/** What stands in the versions of a framework, to be copied and compared. */
@Repository
public class VersionContents {
  private final Jdbi jdbi;

  @Inject
  public VersionContents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The items of a framework, as links to them are written. */
  Map<UUID, PackageCopy.Former> formerItems(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier, uri, left(statement, 100) as title
                from competency.cf_item where framework = :framework
                """)
            .bind("framework", framework)
            .map((row, context) ->
                Map.entry(
                    row.getObject("identifier", UUID.class),
                    new PackageCopy.Former(row.getString("uri"), row.getString("title"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** What a version says, for a comparison. */
  Outline outline(Framework framework) {
    return jdbi.withHandle(handle ->
        new Outline(
            Texts.of(Texts.read(framework.document())),
            items(handle, framework.identifier()),
            links(handle, framework.identifier())));
  }

  /**
   * What the packages of some frameworks say of what was replaced by what: identifiers of items.
   */
  Map<String, List<String>> replacements(List<UUID> frameworks) {
    Map<String, List<String>> replacements = new HashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select origin, destination from competency.cf_association
                where framework = any(:frameworks) and type = 'replacedBy' order by position
                """)
            .bind("frameworks", frameworks.toArray(UUID[]::new))
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .forEach(pair ->
                replacements
                    .computeIfAbsent(pair.getKey(), each -> new ArrayList<>())
                    .add(pair.getValue())));
    return replacements;
  }

  private static Map<String, Outline.Item> items(Handle handle, UUID framework) {
    Map<String, Outline.Item> items = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select i.identifier, i.sent, coalesce(p.destination, '') as parent
            from competency.cf_item i
            left join lateral (
              select a.destination, a.sequence from competency.cf_association a
              where a.framework = i.framework and a.type = 'isChildOf'
                and a.origin = i.identifier::text
                and a.destination <> :framework::text
              order by a.position limit 1) p on true
            left join lateral (
              select a.sequence from competency.cf_association a
              where a.framework = i.framework and a.type = 'isChildOf'
                and a.origin = i.identifier::text
              order by a.position limit 1) s on true
            where i.framework = :framework
            order by s.sequence nulls last, i.position
            """)
        .bind("framework", framework)
        .setFetchSize(1_000)
        .map((row, context) -> item(row))
        .forEach(item -> items.put(item.identifier(), item));
    return items;
  }

  private static Outline.Item item(ResultSet row) throws SQLException {
    JsonNode sent = Texts.read(row.getString("sent"));
    String code = sent.path("humanCodingScheme").asText();
    String statement = sent.path("fullStatement").asText();
    return new Outline.Item(
        row.getString("identifier"),
        code.isEmpty() ? statement : code + " " + statement,
        row.getString("parent"),
        Texts.of(sent));
  }

  private static List<Outline.Link> links(Handle handle, UUID framework) {
    return handle
        .createQuery(
            """
            select origin, type, destination,
              sent -> 'originNodeURI' ->> 'title' as origin_title,
              sent -> 'destinationNodeURI' ->> 'title' as destination_title
            from competency.cf_association
            where framework = :framework and type not in ('isChildOf', 'replacedBy')
            order by position
            """)
        .bind("framework", framework)
        .map((row, context) ->
            new Outline.Link(
                row.getString("origin"),
                row.getString("type"),
                row.getString("destination"),
                row.getString("origin_title")
                    + " "
                    + row.getString("type")
                    + " "
                    + row.getString("destination_title")))
        .list();
  }
}
