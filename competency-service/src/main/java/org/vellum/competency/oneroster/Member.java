package org.vellum.competency.oneroster;

/**
 * A member of a class of objects.
 *
 * @param name its name, as sent and as filtered by; with dots into nested objects where it is only
 *     filtered by
 * @param kind what its values are
 * @param type of references the type of what they refer to; otherwise empty
 * @param sql its value in SQL, over a row {@code t}. Only ever a text that stands in the code,
 *     never something that was sent
 * @param sent whether it is written; otherwise objects are only filtered and sorted by it
 */
public record Member(String name, Kind kind, String type, String sql, boolean sent) {

  /** What the values of a member are, and thus how they are compared and written. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    TIME,
    /** An array of texts; {@code =} means all of it, every other predicate any of it. */
    TEXTS,
    /** The {@code sourcedId} of one object. */
    REFERENCE,
    /** An array of {@code sourcedId}s. */
    REFERENCES,
    /** JSON; an object in it with {@code sourcedId} and {@code type} is a reference. */
    JSON
  }

  public static Member of(String name, Kind kind, String sql) {
    return new Member(name, kind, "", sql, true);
  }

  public static Member text(String name, String sql) {
    return of(name, Kind.TEXT, sql);
  }

  public static Member number(String name, String sql) {
    return of(name, Kind.NUMBER, sql);
  }

  public static Member date(String name, String sql) {
    return of(name, Kind.DATE, sql);
  }

  public static Member time(String name, String sql) {
    return of(name, Kind.TIME, sql);
  }

  public static Member texts(String name, String sql) {
    return of(name, Kind.TEXTS, sql);
  }

  /** An array of what a column holds as one text with commas. */
  public static Member list(String name, String column) {
    return texts(name, "regexp_split_to_array(nullif(btrim(" + column + "), ''), '\\s*,\\s*')");
  }

  /** The text {@code true} or {@code false}, as OneRoster writes what is either. */
  public static Member flag(String name, String column) {
    return text(name, "(" + column + ")::text");
  }

  public static Member reference(String name, String type, String sql) {
    return new Member(name, Kind.REFERENCE, type, sql, true);
  }

  public static Member references(String name, String type, String sql) {
    return new Member(name, Kind.REFERENCES, type, sql, true);
  }

  public static Member json(String name, String sql) {
    return of(name, Kind.JSON, sql);
  }

  /** The same, by which objects are filtered and sorted only. */
  public Member unsent() {
    return new Member(name, kind, type, sql, false);
  }
}
