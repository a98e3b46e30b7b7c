package org.vellum.competency.framework.caseservice.query;

import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.competency.framework.caseservice.query.DocumentField.Kind;

/**
 * The order of documents in SQL. Documents without the field come last, whichever way; equals come
 * by title.
 *
 * @param field by which field
 * @param descending whether the last comes first
 */
record DocumentOrder(DocumentField field, boolean descending) {
  private static final String TITLE = "(f.fields ->> 'title')";
  private static final String ALPHABETICAL = " collate competency.alphabetical";

  static DocumentOrder of(DocumentQuery query) {
    return new DocumentOrder(
        query.sort().orElse(DocumentField.TITLE), query.sort().isPresent() && query.descending());
  }

  /** The order of rows {@code f}, which an index may have. */
  String ofRows() {
    return order(key(), TITLE, "f.identifier");
  }

  /** The columns by which rows are ordered that are found first, and read from {@code f} later. */
  String keys() {
    return key() + " as key" + (isAlwaysThere() ? "" : ", " + TITLE + " as title");
  }

  /** The order by these columns. */
  String ofKeys() {
    return order("page.key", "page.title", "page.identifier");
  }

  /** Gives a statement what was sent of the field's name. */
  void bind(SqlStatement<?> statement) {
    if (field.kind() == Kind.LOOSE) {
      statement.bind("sortPath", field.path().toArray(String[]::new));
    }
  }

  private String key() {
    return field.ordered().formatted("sortPath");
  }

  private String order(String key, String title, String identifier) {
    String direction = descending ? " desc" : " asc";
    String collation = field.kind() == Kind.TIME ? "" : ALPHABETICAL;
    return isAlwaysThere()
        ? key + collation + direction + ", " + identifier + direction
        : key + collation + direction + " nulls last, " + title + ALPHABETICAL + ", " + identifier;
  }

  /** Then an index can be read from either end. */
  private boolean isAlwaysThere() {
    return switch (field.name()) {
      case "title", "creator", "lastChangeDateTime", "identifier", "uri" -> true;
      default -> false;
    };
  }
}
