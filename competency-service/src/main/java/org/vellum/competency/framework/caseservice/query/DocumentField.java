package org.vellum.competency.framework.caseservice.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;

/**
 * A field of CFDocument by which documents are filtered and sorted (CASE 1.1, REST binding,
 * sections 3.2 and 3.3).
 *
 * @param name its name in a request, with dots into nested objects
 * @param kind what its values are
 * @param sql what it is in SQL, over a row {@code f} of frameworks; of {@link Kind#TEXTS} a query
 *     of the elements. Only ever one of the texts written here, never something that was sent
 * @param path of {@link Kind#LOOSE} the names that lead to the value; otherwise empty
 */
public record DocumentField(String name, Kind kind, String sql, List<String> path) {

  /** What the values of a field are, and thus how they are compared. */
  public enum Kind {
    TEXT,
    /** A list; {@code =} means all of it, every other predicate any of it. */
    TEXTS,
    DATE,
    TIME,
    /** Inside extensions, where nobody says what is what. */
    LOOSE
  }

  private static final String EXTENSIONS = "extensions";
  private static final List<String> IN_LINK = List.of("title", "identifier", "uri");
  private static final List<String> TEXTS =
      List.of(
          "identifier",
          "uri",
          "frameworkType",
          "caseVersion",
          "creator",
          "title",
          "officialSourceURL",
          "publisher",
          "description",
          "language",
          "version",
          "adoptionStatus",
          "notes");
  private static final Map<String, DocumentField> KNOWN = known();

  /** By which documents are ordered if nothing else is asked for. */
  static final DocumentField TITLE = Objects.requireNonNull(KNOWN.get("title"));

  public DocumentField {
    path = List.copyOf(path);
  }

  /** The field of this name, or empty if documents of this form do not have it. */
  static Optional<DocumentField> find(String name, CaseForm form) {
    List<String> path = Arrays.asList(name.split("\\.", -1));
    if (!form.knows(CaseClass.DOCUMENT, path.getFirst()) || path.contains("")) {
      return Optional.empty();
    }
    return path.getFirst().equals(EXTENSIONS)
        ? Optional.of(new DocumentField(name, Kind.LOOSE, "(f.fields #>> :%s)", path))
        : Optional.ofNullable(KNOWN.get(name));
  }

  /** The field as it is searched in: composed, in lower case; what is kept so, or made so now. */
  String folded() {
    if (kind != Kind.LOOSE && sql.contains("f.fields")) {
      return sql.toLowerCase(Locale.ROOT).replace("f.fields", "f.folded");
    }
    return "competency.folded(" + sql + ")";
  }

  /** The field as documents are ordered by it; a list as it is written in one text. */
  String ordered() {
    return switch (kind) {
      case TEXTS ->
          name.equals("subject")
              ? "translate(f.fields ->> 'subject', '[]\"', '')"
              : "(select string_agg(e.v, ',') from " + sql + " e (v))";
      case TIME -> "competency.instant(" + sql + ")";
      case TEXT, DATE, LOOSE -> sql;
    };
  }

  private static Map<String, DocumentField> known() {
    Map<String, DocumentField> known = new TreeMap<>();
    for (String name : TEXTS) {
      add(known, name, Kind.TEXT, "(f.fields ->> '" + name + "')");
    }
    add(known, "statusStartDate", Kind.DATE, "(f.fields ->> 'statusStartDate')");
    add(known, "statusEndDate", Kind.DATE, "(f.fields ->> 'statusEndDate')");
    add(known, "lastChangeDateTime", Kind.TIME, "(f.fields ->> 'lastChangeDateTime')");
    add(
        known,
        "subject",
        Kind.TEXTS,
        "(select v from jsonb_array_elements_text(f.fields -> 'subject') v)");
    for (String part : IN_LINK) {
      add(known, "licenseURI." + part, Kind.TEXT, "(f.fields #>> '{licenseURI," + part + "}')");
      add(
          known,
          "subjectURI." + part,
          Kind.TEXTS,
          "(select v ->> '" + part + "' from jsonb_array_elements(f.fields -> 'subjectURI') v)");
    }
    add(known, "CFPackageURI.title", Kind.TEXT, "f.title");
    add(known, "CFPackageURI.identifier", Kind.TEXT, "(f.identifier::text)");
    add(known, "CFPackageURI.uri", Kind.TEXT, "f.package_uri");
    // A link by itself is its address.
    for (String link : List.of("licenseURI", "subjectURI", "CFPackageURI")) {
      DocumentField address = Objects.requireNonNull(known.get(link + ".uri"));
      add(known, link, address.kind(), address.sql());
    }
    return Map.copyOf(known);
  }

  private static void add(Map<String, DocumentField> known, String name, Kind kind, String sql) {
    known.put(name, new DocumentField(name, kind, sql, List.of()));
  }
}
