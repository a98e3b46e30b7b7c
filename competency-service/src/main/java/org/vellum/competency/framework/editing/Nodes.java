package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.usecase.Repository;

/** What can be linked to: items of all frameworks, and the definitions of a draft. */
@Repository
class Nodes {
  private static final String ITEM =
      """
      select i.identifier::text, concat_ws(' ', i.human_code, left(i.statement, 100)) as title,
        i.uri, f.title as framework
      from competency.cf_item i join competency.framework f on f.identifier = i.framework
      where (not f.draft or :drafts)
      """;

  private final Jdbi jdbi;

  @Inject
  Nodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a person names: an item by its identifier, or anything elsewhere by its address (http or
   * https).
   */
  Optional<Node> find(String named, Audience audience) {
    String text = named.strip();
    Optional<UUID> identifier = CaseIdentifier.parse(text).or(() -> CaseIdentifier.inAddress(text));
    Optional<Node> here =
        identifier.flatMap(known ->
            jdbi.withHandle(handle ->
                handle
                    .createQuery(ITEM + " and i.identifier = :identifier")
                    .bind("identifier", known)
                    .bind("drafts", audience.seesDrafts())
                    .map((row, context) -> node(row))
                    .findOne()));
    return here.or(() ->
        text.matches("https?://[^\\s<>\"\\\\]{1,2000}")
            ? Optional.of(new Node(identifier.map(UUID::toString).orElse(text), text, text, ""))
            : Optional.empty());
  }

  /** Items of which the code or statement holds a text, those of one framework first. */
  List<Node> search(String text, UUID first, Audience audience, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                ITEM
                    + """
                     and (position(lower(:text) in lower(i.statement)) > 0
                      or position(lower(:text) in lower(i.human_code)) > 0)
                    order by i.framework <> :first, lower(i.human_code) <> lower(:text),
                      f.title, i.position
                    limit :limit
                    """)
            .bind("text", text.strip())
            .bind("first", first)
            .bind("drafts", audience.seesDrafts())
            .bind("limit", limit)
            .map((row, context) -> node(row))
            .list());
  }

  /** The item of a framework that has an identifier, or as the only one a code. */
  Optional<Node> findIn(UUID framework, String named) {
    String identifier = CaseIdentifier.parse(named.strip()).map(UUID::toString).orElse("");
    List<Node> found =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    ITEM
                        + """
                         and i.framework = :framework
                          and (i.identifier::text = :identifier or i.human_code = :code) limit 2
                        """)
                .bind("framework", framework)
                .bind("identifier", identifier)
                .bind("code", named.strip())
                .bind("drafts", true)
                .map((row, context) -> node(row))
                .list());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** A definition of a framework. */
  Optional<Node> findDefinition(UUID framework, String collection, String identifier) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select d.identifier::text, coalesce(d.title, d.identifier::text) as title,
                  d.sent ->> 'uri' as uri, '' as framework
                from competency.cf_definition d
                where d.framework = :framework and d.collection = :collection
                  and d.identifier::text = :identifier
                """)
            .bind("framework", framework)
            .bind("collection", collection)
            .bind("identifier", identifier)
            .map((row, context) -> node(row))
            .findOne());
  }

  /** The definitions of a framework in a collection, title by identifier; at most 1,000. */
  Map<String, String> definitions(UUID framework, String collection) {
    Map<String, String> definitions = new LinkedHashMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select identifier::text, coalesce(title, identifier::text)
                from competency.cf_definition
                where framework = :framework and collection = :collection
                order by position limit 1000
                """)
            .bind("framework", framework)
            .bind("collection", collection)
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .forEach(entry -> definitions.put(entry.getKey(), entry.getValue())));
    return definitions;
  }

  private static Node node(ResultSet row) throws SQLException {
    return new Node(
        row.getString("identifier"),
        row.getString("title"),
        row.getString("uri"),
        row.getString("framework"));
  }
}
