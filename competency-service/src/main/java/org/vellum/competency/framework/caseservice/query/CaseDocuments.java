package org.vellum.competency.framework.caseservice.query;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.usecase.Repository;

/** The frameworks as the CASE service is asked for them: filtered, sorted, page by page. */
@Repository
public class CaseDocuments {
  private static final String WHERE = " from competency.framework f where (not f.draft or :drafts)";

  private final Jdbi jdbi;

  @Inject
  public CaseDocuments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A page of documents.
   *
   * @param total how many there are on all pages
   * @param documents those of this page, in their order
   */
  public record Documents(int total, List<Framework> documents) {

    public Documents {
      documents = List.copyOf(documents);
    }
  }

  /** A page of what is asked for and this audience may see, and how much that is. */
  public Documents page(DocumentQuery query, Audience audience, Paging paging) {
    return jdbi.withHandle(handle ->
        query.filter().conditions().isEmpty()
            ? all(handle, query, audience, paging)
            : found(handle, query, audience, paging));
  }

  /** Of all documents indexes tell the number, and mostly the order too. */
  private static Documents all(
      Handle handle, DocumentQuery query, Audience audience, Paging paging) {
    DocumentOrder order = DocumentOrder.of(query);
    int total =
        handle
            .createQuery("select count(*)" + WHERE)
            .bind("drafts", audience.seesDrafts())
            .mapTo(Integer.class)
            .one();
    Query statement =
        handle.createQuery(
            "select "
                + Frameworks.COLUMNS
                + WHERE
                + " order by "
                + order.ofRows()
                + " limit :limit offset :offset");
    order.bind(statement);
    List<Framework> documents =
        bound(statement, audience, paging).map((row, context) -> Frameworks.framework(row)).list();
    return new Documents(total, documents);
  }

  /** Each document is looked at once: what is found is counted, and put in order, by its key. */
  private static Documents found(
      Handle handle, DocumentQuery query, Audience audience, Paging paging) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Condition condition : query.filter().conditions()) {
      comparisons.add(new Comparison(condition, "value" + comparisons.size()));
    }
    List<String> conditions = comparisons.stream().map(each -> "(" + each.sql() + ")").toList();
    String where =
        WHERE + " and (" + String.join(query.filter().any() ? " or " : " and ", conditions) + ")";
    DocumentOrder order = DocumentOrder.of(query);
    Query statement =
        handle.createQuery(
            """
            with found as materialized (select f.identifier, %s%s),
            page as (select * from found page order by %s limit :limit offset :offset)
            select t.total, d.* from (select count(*) as total from found) t
            left join page on true
            left join lateral (
              select %s from competency.framework f where f.identifier = page.identifier
            ) d on true
            order by %s
            """
                .formatted(
                    order.keys(), where, order.ofKeys(), Frameworks.COLUMNS, order.ofKeys()));
    comparisons.forEach(each -> each.bind(statement));
    order.bind(statement);
    List<Framework> documents = new ArrayList<>();
    int total =
        bound(statement, audience, paging)
            .reduceResultSet(0, (none, row, context) -> add(row, documents));
    return new Documents(total, documents);
  }

  /** Each row tells the number; beyond the end there is one that tells nothing else. */
  private static int add(ResultSet row, List<Framework> documents) throws SQLException {
    if (row.getObject("identifier", UUID.class) != null) {
      documents.add(Frameworks.framework(row));
    }
    return row.getInt("total");
  }

  private static Query bound(Query statement, Audience audience, Paging paging) {
    return statement
        .bind("drafts", audience.seesDrafts())
        .bind("limit", paging.limit())
        .bind("offset", paging.offset());
  }
}
