package org.vellum.competency.framework.caseservice.query;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.caseservice.query.DocumentField.Kind;
import org.vellum.platform.usecase.Repository;

/** The frameworks as the CASE service is asked for them: filtered, sorted, page by page. */
@Repository
public class CaseDocuments {
  private static final String BY_TITLE =
      "(f.fields ->> 'title') collate competency.alphabetical, f.identifier";

  private static final String WHERE = " from competency.framework f where (not f.draft or :drafts)";

  private final Jdbi jdbi;

  @Inject
  public CaseDocuments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A page of what is asked for and this audience may see. */
  public List<Framework> list(DocumentQuery query, Audience audience, Paging paging) {
    Question question = Question.of(query, audience);
    return jdbi.withHandle(handle -> {
      var statement =
          handle.createQuery(
              "select "
                  + Frameworks.COLUMNS
                  + WHERE
                  + question.where()
                  + question.order()
                  + " limit :limit offset :offset");
      question.bind().accept(statement);
      query
          .sort()
          .filter(field -> field.kind() == Kind.LOOSE)
          .ifPresent(field -> statement.bind("sortPath", field.path().toArray(String[]::new)));
      return statement
          .bind("limit", paging.limit())
          .bind("offset", paging.offset())
          .map((row, context) -> Frameworks.framework(row))
          .list();
    });
  }

  /** How many documents are asked for and seen by this audience. */
  public int count(DocumentQuery query, Audience audience) {
    Question question = Question.of(query, audience);
    return jdbi.withHandle(handle -> {
      var statement = handle.createQuery("select count(*)" + WHERE + question.where());
      question.bind().accept(statement);
      return statement.mapTo(Integer.class).one();
    });
  }

  /** The parts of a statement, and what is bound to it. */
  private record Question(String where, String order, Consumer<SqlStatement<?>> bind) {

    static Question of(DocumentQuery query, Audience audience) {
      List<Comparison> comparisons = new ArrayList<>();
      for (Condition condition : query.filter().conditions()) {
        comparisons.add(new Comparison(condition, "value" + comparisons.size()));
      }
      List<String> conditions = comparisons.stream().map(each -> "(" + each.sql() + ")").toList();
      String where = String.join(query.filter().any() ? " or " : " and ", conditions);
      return new Question(
          conditions.isEmpty() ? "" : " and (" + where + ")",
          " order by " + order(query),
          statement -> {
            statement.bind("drafts", audience.seesDrafts());
            comparisons.forEach(each -> each.bind(statement));
          });
    }

    /** Documents without the field come last, whichever way. */
    private static String order(DocumentQuery query) {
      String direction = query.descending() ? " desc" : " asc";
      return query
          .sort()
          .map(field ->
              isAlwaysThere(field)
                  ? key(field) + direction + ", f.identifier" + direction
                  : key(field) + direction + " nulls last, " + BY_TITLE)
          .orElse(BY_TITLE);
    }

    /** Then an index can be read from either end. */
    private static boolean isAlwaysThere(DocumentField field) {
      return switch (field.name()) {
        case "title", "creator", "lastChangeDateTime", "identifier", "uri" -> true;
        default -> false;
      };
    }

    private static String key(DocumentField field) {
      String key = field.ordered().formatted("sortPath");
      return field.kind() == Kind.TIME ? key : key + " collate competency.alphabetical";
    }
  }
}
