package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.platform.usecase.Repository;

/** The list of frameworks, narrowed by what a person looks for. */
@Repository
class FrameworkList {
  private static final int VALUES = 12;

  /** What a person can narrow the list by: the label, and where a framework says it. */
  private static final Map<String, String> FACETS = new LinkedHashMap<>();

  static {
    FACETS.put("status", "coalesce(f.adoption_status, 'not stated')");
    FACETS.put("creator", "f.creator");
    FACETS.put("subject", "s.subject");
    FACETS.put("language", "coalesce(f.sent ->> 'language', 'not stated')");
  }

  private static final String FROM =
      """
       from competency.framework f
      where (not f.draft or :drafts)
        and (:text = '' or position(lower(:text) in lower(f.title)) > 0
          or position(lower(:text) in lower(f.creator)) > 0
          or position(lower(:text) in lower(coalesce(f.sent ->> 'description', ''))) > 0)
      """;

  private final Jdbi jdbi;

  @Inject
  FrameworkList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a person looks for; an empty text where they do not say.
   *
   * @param text stands in title, creator or description, whatever its case
   */
  record Wanted(String text, String status, String creator, String subject, String language) {
    static final Wanted ANYTHING = new Wanted("", "", "", "", "");

    private Map<String, String> values() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("status", status);
      values.put("creator", creator);
      values.put("subject", subject);
      values.put("language", language);
      return values;
    }

    /** Whether anything is looked for. */
    public boolean isAnything() {
      return equals(ANYTHING);
    }
  }

  /** A value by which the list can be narrowed, with how many frameworks it leaves. */
  record Value(String value, int count, boolean chosen) {}

  /** The frameworks that are looked for, by title. */
  List<Framework> list(Wanted wanted, Audience audience, int limit, int offset) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    "select "
                        + Frameworks.COLUMNS
                        + FROM
                        + conditions("")
                        + " order by f.title, f.identifier limit :limit offset :offset"),
                wanted,
                audience)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> Frameworks.framework(row))
            .list());
  }

  /** How many frameworks are looked for. */
  int count(Wanted wanted, Audience audience) {
    return jdbi.withHandle(handle ->
        bound(handle.createQuery("select count(*)" + FROM + conditions("")), wanted, audience)
            .mapTo(Integer.class)
            .one());
  }

  /** The drafts that are given to the faculty, by title; none for whoever is no reviewer. */
  List<Framework> listInReview(boolean reviewer) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select "
                    + Frameworks.COLUMNS
                    + """
                     from competency.framework f
                    where f.draft and f.in_review and :reviewer
                    order by f.title, f.identifier
                    """)
            .bind("reviewer", reviewer)
            .map((row, context) -> Frameworks.framework(row))
            .list());
  }

  /** By what the list can be narrowed further; the values that leave most come first. */
  Map<String, List<Value>> facets(Wanted wanted, Audience audience) {
    Map<String, List<Value>> facets = new LinkedHashMap<>();
    FACETS.forEach((name, expression) -> {
      List<Value> values = values(name, expression, wanted, audience);
      if (!values.isEmpty()) {
        facets.put(name, values);
      }
    });
    return facets;
  }

  private List<Value> values(String name, String expression, Wanted wanted, Audience audience) {
    String chosen = wanted.values().getOrDefault(name, "");
    String from =
        FROM.replace(
            "framework f\n",
            name.equals("subject")
                ? "framework f cross join lateral (select distinct json_array_elements_text("
                    + "f.sent -> 'subject') as subject) s\n"
                : "framework f\n");
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    "select "
                        + expression
                        + " as value, count(*) as count"
                        + from
                        + conditions(name)
                        + " group by 1 order by 2 desc, 1 limit :values"),
                wanted,
                audience)
            .bind("values", VALUES)
            .map((row, context) ->
                new Value(row.getString(1), row.getInt(2), row.getString(1).equals(chosen)))
            .list());
  }

  /** The conditions of all facets but one: within a facet one can always choose otherwise. */
  private static String conditions(String but) {
    StringBuilder conditions = new StringBuilder();
    FACETS.forEach((name, expression) -> {
      if (!name.equals(but)) {
        conditions.append(
            name.equals("subject")
                ? " and (:subject = '' or exists (select from json_array_elements_text("
                    + "f.sent -> 'subject') e where e = :subject))"
                : " and (:" + name + " = '' or " + expression + " = :" + name + ")");
      }
    });
    return conditions.toString();
  }

  private static <T extends SqlStatement<T>> T bound(T query, Wanted wanted, Audience audience) {
    wanted.values().forEach(query::bind);
    return query.bind("text", wanted.text().strip()).bind("drafts", audience.seesDrafts());
  }
}
