package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.usecase.Repository;

/**
 * The objects of frameworks as they are served. Objects of drafts are there for registrars only.
 */
@Repository
public class CaseObjects {
  private static final int AT_A_TIME = 1_000;

  private final Jdbi jdbi;

  @Inject
  public CaseObjects(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Lets the caller's transaction see everything as it stands now, until it ends. Must be the first
   * that is done in it, and nothing can be written after it.
   */
  public void freeze() {
    jdbi.useHandle(
        handle -> handle.execute("set transaction isolation level repeatable read, read only"));
  }

  /** Takes JSON texts one after another. */
  @FunctionalInterface
  public interface Taker {
    void take(String json) throws IOException;
  }

  /** An item. */
  public Optional<Served> findItem(UUID identifier, Audience audience) {
    return find(
        """
        from competency.cf_item o
        join competency.framework f on f.identifier = o.framework
        where o.identifier = :identifier and (not f.draft or :drafts)
        """,
        identifier,
        audience);
  }

  /** An association; where several frameworks hold it, as the one says that changed last. */
  public Optional<Served> findAssociation(UUID identifier, Audience audience) {
    return find(
        """
        from competency.cf_association o
        join competency.framework f on f.identifier = o.framework
        where o.identifier = :identifier and (not f.draft or :drafts)
        order by f.changed_at desc, f.identifier limit 1
        """,
        identifier,
        audience);
  }

  /** The associations, of all frameworks, of which an item is an end; at most 10,000. */
  public List<String> listAssociationsOf(UUID item, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select sent from (
                  select distinct on (o.identifier) o.identifier, o.position, o.sent,
                    f.title, f.identifier as framework
                  from competency.cf_association o
                  join competency.framework f on f.identifier = o.framework
                  where (o.origin = :item or o.destination = :item)
                    and (not f.draft or :drafts)
                  order by o.identifier, f.changed_at desc, f.identifier
                ) o
                order by o.title, o.framework, o.position limit 10000
                """)
            .bind("item", item.toString())
            .bind("drafts", audience.seesDrafts())
            .mapTo(String.class)
            .list());
  }

  /**
   * A definition, followed by its children: those of the same collection and framework whose
   * hierarchyCode continues its own after a dot (CASE 1.1, REST binding, CFConceptSet). Where
   * several frameworks hold it, as the one says that changed last.
   */
  public List<Served> listDefinitions(CaseClass type, UUID identifier, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "with asked as (select o.* from competency.cf_definition o"
                    + " join competency.framework f on f.identifier = o.framework"
                    + """
                     where o.identifier = :identifier and o.collection = :collection
                       and (not f.draft or :drafts)
                     order by f.changed_at desc, f.identifier limit 1)
                    select o.sent as object,
                    """
                    + Frameworks.COLUMNS
                    + """
                    from asked
                    join competency.cf_definition o on o.framework = asked.framework
                      and o.collection = asked.collection
                      and (o.identifier = asked.identifier
                        or starts_with(o.hierarchy_code, asked.hierarchy_code || '.'))
                    join competency.framework f on f.identifier = o.framework
                    order by o.identifier <> asked.identifier, o.hierarchy_code, o.identifier
                    """)
            .bind("identifier", identifier)
            .bind("collection", type.collection())
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> served(row))
            .list());
  }

  /** Hands on the items of a framework in their order, without holding them all in memory. */
  public void eachItem(Framework framework, Taker taker) throws IOException {
    each("competency.cf_item", framework, taker);
  }

  /** Hands on the associations of a framework in their order. */
  public void eachAssociation(Framework framework, Taker taker) throws IOException {
    each("competency.cf_association", framework, taker);
  }

  /** Hands on the definitions of a framework that stand in one collection, in their order. */
  public void eachDefinition(Framework framework, CaseClass type, Taker taker) throws IOException {
    List<String> definitions =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    """
                    select sent from competency.cf_definition
                    where framework = :framework and collection = :collection
                    order by position
                    """)
                .bind("framework", framework.identifier())
                .bind("collection", type.collection())
                .mapTo(String.class)
                .list());
    for (String definition : definitions) {
      taker.take(definition);
    }
  }

  /** What extensions a package holds beside its objects, each a JSON text of an object. */
  public record Extensions(Optional<String> ofPackage, Optional<String> ofDefinitions) {}

  /** The extensions of the package itself and of its definitions. */
  public Extensions getExtensions(Framework framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select (select e from (values (skeleton -> 'extensions')) v (e)
                    where jsonb_typeof(e) = 'object') as whole,
                  (select e from (values (skeleton #> '{CFDefinitions,extensions}')) v (e)
                    where jsonb_typeof(e) = 'object') as definitions
                from competency.framework where identifier = :identifier
                """)
            .bind("identifier", framework.identifier())
            .map((row, context) ->
                new Extensions(
                    Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))))
            .one());
  }

  private record Placed(int position, String json) {}

  private void each(String table, Framework framework, Taker taker) throws IOException {
    int last = -1;
    List<Placed> batch;
    do {
      batch = after(table, framework.identifier(), last);
      for (Placed placed : batch) {
        taker.take(placed.json());
        last = placed.position();
      }
    } while (batch.size() == AT_A_TIME);
  }

  private List<Placed> after(String table, UUID framework, int last) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select position, sent from "
                    + table
                    + """
                     where framework = :framework and position > :last
                    order by position limit :limit
                    """)
            .bind("framework", framework)
            .bind("last", last)
            .bind("limit", AT_A_TIME)
            .map((row, context) -> new Placed(row.getInt(1), row.getString(2)))
            .list());
  }

  private Optional<Served> find(String from, UUID identifier, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select o.sent as object, " + Frameworks.COLUMNS + from)
            .bind("identifier", identifier)
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> served(row))
            .findOne());
  }

  private static Served served(ResultSet row) throws SQLException {
    return new Served(Frameworks.framework(row), row.getString("object"));
  }
}
