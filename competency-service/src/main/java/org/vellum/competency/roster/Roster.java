package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/**
 * Who and what the roster knows. What a source marked {@code tobedeleted} is not found here, though
 * it is kept.
 */
@Repository
public class Roster {
  private static final String LINE_ITEM =
      """
      select li.sourced_id, li.title, li.class_sourced_id, c.course_sourced_id,
             co.title as course_title, co.course_code, li.category_sourced_id,
             li.result_value_min, li.result_value_max
        from competency.line_item li
        join competency.class c on c.sourced_id = li.class_sourced_id
        join competency.course co on co.sourced_id = c.course_sourced_id
       where li.active
      """;

  private final Jdbi jdbi;

  @Inject
  public Roster(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The person with this {@code sourcedId}, whatever the person's roles. */
  public Optional<Learner> findLearner(String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, sourced_id, username, given_name, family_name, email
                  from competency.roster_user
                 where sourced_id = :sourcedId and active
                """)
            .bind("sourcedId", sourcedId)
            .map(ConstructorMapper.of(Learner.class))
            .findOne());
  }

  /**
   * The person with this identifier, also one whom the source marked {@code tobedeleted}: what was
   * achieved stays.
   *
   * @param id our own identifier of the person
   */
  public Optional<Learner> findLearner(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, sourced_id, username, given_name, family_name, email
                  from competency.roster_user where id = :id
                """)
            .bind("id", id)
            .map(ConstructorMapper.of(Learner.class))
            .findOne());
  }

  /** The line item with this {@code sourcedId}. */
  public Optional<LineItem> findLineItem(String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LINE_ITEM + " and li.sourced_id = :sourcedId")
            .bind("sourcedId", sourcedId)
            .map(ConstructorMapper.of(LineItem.class))
            .findOne());
  }

  /** Those of these line items that the roster knows. */
  public List<LineItem> findLineItems(Collection<String> sourcedIds) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LINE_ITEM + " and li.sourced_id = any(:sourcedIds)")
            .bind("sourcedIds", sourcedIds.toArray(String[]::new))
            .map(ConstructorMapper.of(LineItem.class))
            .list());
  }

  /** The line items of all classes of a course, by their title. */
  public List<LineItem> listLineItems(String courseSourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                LINE_ITEM + " and c.course_sourced_id = :course order by li.title, li.sourced_id")
            .bind("course", courseSourcedId)
            .map(ConstructorMapper.of(LineItem.class))
            .list());
  }

  /** Whether the person is enrolled in the class, in any role. */
  public boolean isEnrolled(String userSourcedId, String classSourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.enrollment
                  where user_sourced_id = :user and class_sourced_id = :class and active)
                """)
            .bind("user", userSourcedId)
            .bind("class", classSourcedId)
            .mapTo(Boolean.class)
            .one());
  }

  /** All courses, by their title. */
  public List<Course> listCourses() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select sourced_id, title, course_code as code from competency.course
                 where active order by title, sourced_id
                """)
            .map(ConstructorMapper.of(Course.class))
            .list());
  }

  /** Those of these courses that the roster knows. */
  public List<Course> findCourses(Collection<String> sourcedIds) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select sourced_id, title, course_code as code from competency.course
                 where sourced_id = any(:sourcedIds) and active
                """)
            .bind("sourcedIds", sourcedIds.toArray(String[]::new))
            .map(ConstructorMapper.of(Course.class))
            .list());
  }

  /** The course with this {@code sourcedId}. */
  public Optional<Course> findCourse(String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select sourced_id, title, course_code as code from competency.course
                 where sourced_id = :sourcedId and active
                """)
            .bind("sourcedId", sourcedId)
            .map(ConstructorMapper.of(Course.class))
            .findOne());
  }

  /** Which of these name no course that the roster knows. */
  public Set<String> unknownCourses(Collection<String> sourcedIds) {
    return unknown(sourcedIds, "select sourced_id from competency.course where active");
  }

  /** Which of these name no line item that the roster knows. */
  public Set<String> unknownLineItems(Collection<String> sourcedIds) {
    return unknown(sourcedIds, "select sourced_id from competency.line_item where active");
  }

  /** Which of these name no category that the roster knows. */
  public Set<String> unknownCategories(Collection<String> sourcedIds) {
    return unknown(sourcedIds, "select sourced_id from competency.category where active");
  }

  private Set<String> unknown(Collection<String> sourcedIds, String known) {
    Set<String> unknown = new HashSet<>(sourcedIds);
    jdbi.useHandle(handle ->
        handle
            .createQuery(known + " and sourced_id = any(:ids)")
            .bind("ids", unknown.toArray(String[]::new))
            .mapTo(String.class)
            .forEach(unknown::remove));
    return unknown;
  }
}
