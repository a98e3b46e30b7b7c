package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Repository;

/**
 * The rows of a framework around a merge. First all of them are marked as taken away and moved out
 * of the order; writing the package takes the mark off what it holds. What is still marked then was
 * taken away by the publisher: items are retired and stand after all others, associations stay with
 * items that are retired, definitions with what names them, and the rest goes.
 */
@Repository
public class MergedRows {
  private static final List<String> TABLES = List.of("cf_item", "cf_association", "cf_definition");

  private final Jdbi jdbi;

  @Inject
  public MergedRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Item(UUID identifier, String sent) {}

  /** Marks all rows of a framework. */
  void mark(UUID framework, Instant now) {
    jdbi.useHandle(handle -> {
      for (String table : TABLES) {
        execute(
            handle,
            "update competency."
                + table
                + """
                 set positions = array(select -1 - p from unnest(positions) p),
                  retired_at = coalesce(retired_at, :now)
                where framework = :framework
                """,
            framework,
            now);
      }
      execute(
          handle, "delete from competency.cf_variant where framework = :framework", framework, now);
    });
  }

  /**
   * Retires or removes what is still marked.
   *
   * @return how many items were retired that were not before
   */
  int settle(UUID framework, Instant now) {
    return jdbi.withHandle(handle -> {
      int retired = retireItems(handle, framework, now);
      execute(handle, ASSOCIATIONS_GONE, framework, now);
      execute(handle, PARENTS_GONE, framework, now);
      execute(handle, DEFINITIONS_GONE, framework, now);
      for (String table : TABLES) {
        execute(handle, ORDER.replace("{table}", "competency." + table), framework, now);
      }
      return retired;
    });
  }

  private static final String ASSOCIATIONS_GONE =
      """
      delete from competency.cf_association a
      where a.framework = :framework and a.retired_at is not null and not exists (
        select from competency.cf_item i where i.framework = a.framework
          and i.retired_at is not null and i.identifier::text = a.origin)
      """;

  /** A retired item below which something still stands gives up its own place, lest a circle. */
  private static final String PARENTS_GONE =
      """
      delete from competency.cf_association a
      where a.framework = :framework and a.retired_at is not null and a.type = 'isChildOf'
        and exists (
          select from competency.cf_association b where b.framework = a.framework
            and b.retired_at is null and b.type = 'isChildOf' and b.destination = a.origin)
      """;

  private static final String DEFINITIONS_GONE =
      """
      delete from competency.cf_definition d
      where d.framework = :framework and d.retired_at is not null and not exists (
        select from competency.cf_item i
        where i.framework = d.framework and i.retired_at is not null
          and position(d.identifier::text in i.sent::text) > 0)
      and not exists (
        select from competency.cf_association a
        where a.framework = d.framework and a.retired_at is not null
          and position(d.identifier::text in a.sent::text) > 0)
      """;

  private static final String ORDER =
      """
      with last as (
        select coalesce(max(position), -1) as place from {table}
        where framework = :framework and position >= 0),
      moved as (
        select ctid, row_number() over (order by position desc) as number from {table}
        where framework = :framework and position < 0)
      update {table} t set positions = array[(select place from last) + moved.number::integer]
      from moved where t.ctid = moved.ctid
      """;

  private static int retireItems(Handle handle, UUID framework, Instant now) {
    List<Item> items =
        handle
            .createQuery(
                """
                select identifier, sent from competency.cf_item
                where framework = :framework and retired_at = :now
                """)
            .bind("framework", framework)
            .bind("now", now)
            .map((row, context) -> new Item(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    if (!items.isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch(
              "update competency.cf_item set sent = :sent::json where identifier = :identifier");
      items.forEach(item ->
          batch
              .bind("identifier", item.identifier())
              .bind("sent", retired(item.sent(), now).toString())
              .add());
      batch.execute();
    }
    return items.size();
  }

  /** CASE 1.1, implementation guide, section 4.3: what was published is retired, not removed. */
  private static ObjectNode retired(String sent, Instant now) {
    try {
      ObjectNode item = (ObjectNode) Json.mapper().readTree(sent);
      String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
      String end = item.path("statusEndDate").asText();
      if (end.isEmpty() || end.compareTo(today) > 0) {
        item.put("statusEndDate", today);
      }
      item.put("lastChangeDateTime", now.toString());
      return item;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private static void execute(Handle handle, String sql, UUID framework, Instant now) {
    handle
        .createUpdate(sql)
        .bind("framework", framework)
        .bind("now", now)
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .execute();
  }
}
