package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/**
 * Items in a few words, with whether they can be attained: for features that refer to items. Those
 * of drafts are there for registrars only.
 */
@Repository
public class KnownItems {
  private static final String ITEMS =
      """
      select i.identifier, i.human_code, i.statement, f.identifier as framework, f.title, f.draft,
             coalesce(f.adoption_status in ('Retired', 'Deprecated'), false)
               or coalesce(i.sent ->> 'statusEndDate' <= :day, false) as retired
        from competency.cf_item i
        join competency.framework f on f.identifier = i.framework
       where (not f.draft or :drafts)
      """;

  private final Jdbi jdbi;

  @Inject
  public KnownItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An item.
   *
   * @param identifier identifier of the CFItem (CASE 1.1)
   * @param code the humanCodingScheme, where the item has one
   * @param statement the full statement
   * @param framework identifier of its CFDocument
   * @param frameworkTitle title of its CFDocument
   * @param draft whether its framework is a draft
   * @param retired whether its framework is retired, or its own statusEndDate has come
   */
  public record KnownItem(
      UUID identifier,
      Optional<String> code,
      String statement,
      UUID framework,
      String frameworkTitle,
      boolean draft,
      boolean retired) {

    /** Its code, or else its statement. */
    public String name() {
      return code.orElse(statement);
    }
  }

  /**
   * Those of these that are kept here and that the audience may see.
   *
   * @param day on which it is asked whether they are retired
   */
  public Map<UUID, KnownItem> find(Collection<UUID> identifiers, Audience audience, LocalDate day) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ITEMS + " and i.identifier = any(:identifiers)")
            .bind("identifiers", identifiers.toArray(UUID[]::new))
            .bind("drafts", audience.seesDrafts())
            .bind("day", day.toString())
            .map((row, context) -> item(row))
            .collect(Collectors.toMap(KnownItem::identifier, Function.identity())));
  }

  /**
   * Of these and of all below them, those directly below ({@code isChildOf}, CASE 1.1), as their
   * own framework says; without those that are retired.
   *
   * @param day on which it is asked whether they are retired
   */
  public Map<UUID, List<UUID>> below(
      Collection<UUID> identifiers, Audience audience, LocalDate day) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with recursive below (parent, child, framework) as (
                  select null::uuid, p.identifier, p.framework from competency.cf_item p
                    join competency.framework f on f.identifier = p.framework
                   where p.identifier = any(:identifiers) and (not f.draft or :drafts)
                  union
                  select b.child, i.identifier, b.framework from below b
                    join competency.cf_association a on a.destination = b.child::text
                     and a.framework = b.framework and a.type = 'isChildOf'
                     and a.retired_at is null
                    join competency.cf_item i on i.framework = b.framework
                     and i.identifier = case when a.origin ~ :uuid then a.origin::uuid end
                   where i.retired_at is null
                     and not coalesce(i.sent ->> 'statusEndDate' <= :day, false))
                select parent, child from below where parent is not null
                """)
            .bind("identifiers", identifiers.toArray(UUID[]::new))
            .bind("drafts", audience.seesDrafts())
            .bind("day", day.toString())
            .bind("uuid", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
            .map((row, context) ->
                Map.entry(row.getObject("parent", UUID.class), row.getObject("child", UUID.class)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /**
   * Those whose statement or code holds a text, whatever its case, by their code.
   *
   * @param text what to look for; empty for any
   * @param limit at most so many
   */
  public List<KnownItem> search(String text, Audience audience, LocalDate day, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                ITEMS
                    + """
                     and (position(lower(:text) in lower(i.statement)) > 0
                       or position(lower(:text) in lower(i.human_code)) > 0)
                     order by i.human_code, i.statement, i.identifier limit :limit
                    """)
            .bind("text", text)
            .bind("drafts", audience.seesDrafts())
            .bind("day", day.toString())
            .bind("limit", limit)
            .map((row, context) -> item(row))
            .list());
  }

  private static KnownItem item(ResultSet row) throws SQLException {
    return new KnownItem(
        row.getObject("identifier", UUID.class),
        Optional.ofNullable(row.getString("human_code")),
        row.getString("statement"),
        row.getObject("framework", UUID.class),
        row.getString("title"),
        row.getBoolean("draft"),
        row.getBoolean("retired"));
  }
}
