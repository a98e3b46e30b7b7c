package org.vellum.competency.roster.oneroster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.oneroster.ObjectClass;

/**
 * A collection below an object (OneRoster 1.2, rostering OpenAPI): those of a class that meet a
 * condition on the objects in the path.
 *
 * @param path names of collections in the path, the last of which is answered
 * @param condition the condition, on parameters {@code first} and, if there is one, {@code second}
 */
record Below(List<String> path, String condition) {
  private static final String ENROLLED =
      """
      exists (select from competency.enrollment e where e.user_sourced_id = t.sourced_id
        and e.active and e.role = '%s' and %s)\
      """;
  private static final String HAS_CLASS =
      """
      exists (select from competency.enrollment e where e.class_sourced_id = t.sourced_id
        and e.active and e.user_sourced_id = :first and %s)\
      """;
  private static final String AT_SCHOOL =
      """
      exists (select from competency.user_role r where r.user_sourced_id = t.sourced_id
        and r.active and r.role = '%1$s' and r.org_sourced_id = :first)
      or exists (select from competency.enrollment e where e.user_sourced_id = t.sourced_id
        and e.active and e.role = '%1$s' and e.school_sourced_id = :first)\
      """;
  private static final String IN_CLASS = "e.class_sourced_id = :first";
  private static final String IN_CLASS_AT_SCHOOL =
      "e.school_sourced_id = :first and e.class_sourced_id = :second";

  private static final List<Below> ALL =
      List.of(
          below("t.school_sourced_id = :first", "schools", "classes"),
          below("t.org_sourced_id = :first", "schools", "courses"),
          below("t.school_sourced_id = :first", "schools", "enrollments"),
          below(AT_SCHOOL.formatted("student"), "schools", "students"),
          below(AT_SCHOOL.formatted("teacher"), "schools", "teachers"),
          below(
              """
              exists (select from competency.class k where k.school_sourced_id = :first
                and k.active and t.sourced_id = any(k.term_sourced_ids))\
              """,
              "schools",
              "terms"),
          below(
              "t.school_sourced_id = :first and t.class_sourced_id = :second",
              "schools",
              "classes",
              "enrollments"),
          below(
              ENROLLED.formatted("student", IN_CLASS_AT_SCHOOL), "schools", "classes", "students"),
          below(
              ENROLLED.formatted("teacher", IN_CLASS_AT_SCHOOL), "schools", "classes", "teachers"),
          below(ENROLLED.formatted("student", IN_CLASS), "classes", "students"),
          below(ENROLLED.formatted("teacher", IN_CLASS), "classes", "teachers"),
          below("t.course_sourced_id = :first", "courses", "classes"),
          below(HAS_CLASS.formatted("e.role = 'student'"), "students", "classes"),
          below(HAS_CLASS.formatted("e.role = 'teacher'"), "teachers", "classes"),
          below(HAS_CLASS.formatted("true"), "users", "classes"),
          below(":first = any(t.term_sourced_ids)", "terms", "classes"),
          below("t.parent_sourced_id = :first", "terms", "gradingPeriods"));

  Below {
    path = List.copyOf(path);
  }

  /** The collection at these names; empty if the standard has none. */
  static Optional<Below> find(String... path) {
    return ALL.stream().filter(below -> below.path.equals(List.of(path))).findFirst();
  }

  /** The class of what is answered. */
  ObjectClass type() {
    return RosterClasses.of(path.getLast()).where(condition);
  }

  /** The values of the condition's parameters. */
  static Map<String, String> given(String... sourcedIds) {
    return sourcedIds.length == 1
        ? Map.of("first", sourcedIds[0])
        : Map.of("first", sourcedIds[0], "second", sourcedIds[1]);
  }

  private static Below below(String condition, String... path) {
    return new Below(List.of(path), condition);
  }
}
