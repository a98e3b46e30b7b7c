package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.usecase.Repository;

/**
 * What a person who teaches may evaluate: line items of classes in which they are enrolled as
 * teacher, and the students of these. Whoever asks is named in every question.
 */
@Repository
public class Teaching {
  private static final String TAUGHT =
      """
      from competency.line_item li
      join competency.class k on k.sourced_id = li.class_sourced_id
      join competency.course co on co.sourced_id = k.course_sourced_id
      where li.active and k.active and (:all or exists (
        select from competency.class_teacher t
         where t.class_sourced_id = k.sourced_id and t.person = lower(:teacher)))
      """;
  private static final String ITEM =
      """
      select li.sourced_id, li.title, k.title as class_title, co.title as course_title,
             li.result_value_min as minimum, li.result_value_max as maximum
      """;

  private static final String STUDENTS =
      """
      select u.sourced_id, u.id, u.family_name || ', ' || u.given_name as name,
             (select r.score from competency.evaluation_result r
               where r.learner = u.id and r.line_item = :lineItem and not r.cleared
                 and not exists (select from competency.evaluation_result n
                                  where n.supersedes = r.id)
               order by r.source_modified_at desc, r.id desc limit 1) as score
        from competency.roster_user u
       where u.active and exists (
         select from competency.enrollment s
          where s.user_sourced_id = u.sourced_id and s.active and s.role = 'student'
            and s.class_sourced_id in (select li.class_sourced_id\
      """
          + " "
          + TAUGHT
          + """
               and li.sourced_id = :lineItem))
          """;

  private final Jdbi jdbi;

  @Inject
  public Teaching(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Who asks.
   *
   * @param username the name under which they sign in
   * @param all whether they may evaluate in every class, as a registrar may
   */
  public record Teacher(String username, boolean all) {}

  /**
   * A line item that may be evaluated.
   *
   * @param sourcedId its {@code sourcedId}
   * @param title its title
   * @param classTitle title of its class
   * @param courseTitle title of its course
   * @param minimum the least value of its scale
   * @param maximum the greatest
   */
  public record Item(
      String sourcedId,
      String title,
      String classTitle,
      String courseTitle,
      BigDecimal minimum,
      BigDecimal maximum) {}

  /**
   * A student of a class.
   *
   * @param sourcedId their {@code sourcedId}
   * @param id our own identifier of them
   * @param name their name, family name first
   * @param score the newest score on the line item that was asked for, from whatever source
   */
  public record Student(String sourcedId, UUID id, String name, Optional<BigDecimal> score) {}

  /**
   * The newest state of a result.
   *
   * @param id the fact
   * @param digest SHA-256 of what was said, in hexadecimal
   */
  public record Judged(UUID id, String digest) {}

  /** The newest state of a result of a source, if there is one. */
  public Optional<Judged> judged(String source, String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select r.id, encode(r.digest, 'hex') as digest
                  from competency.evaluation_result r
                 where r.source_system = :source and r.sourced_id = :sourcedId
                """
                    + EvaluationResults.LAST)
            .bind("source", source)
            .bind("sourcedId", sourcedId)
            .map(ConstructorMapper.of(Judged.class))
            .findOne());
  }

  /** The CASE items that a line item evaluates. */
  public List<UUID> objectives(String lineItem) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select distinct learning_objective_id::uuid from competency.line_item_objective
                 where line_item_sourced_id = :lineItem and active and source = 'case'
                   and learning_objective_id
                     ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                """)
            .bind("lineItem", lineItem)
            .mapTo(UUID.class)
            .list());
  }

  /** The line items that may be evaluated, by class and title. */
  public List<Item> items(Teacher teacher, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                ITEM
                    + TAUGHT
                    + " order by k.title, li.title, li.sourced_id limit :limit offset :offset")
            .bind("teacher", teacher.username())
            .bind("all", teacher.all())
            .bind("limit", limit)
            .bind("offset", offset)
            .map(ConstructorMapper.of(Item.class))
            .list());
  }

  /** One of them. */
  public Optional<Item> find(Teacher teacher, String lineItem) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ITEM + TAUGHT + " and li.sourced_id = :lineItem")
            .bind("teacher", teacher.username())
            .bind("all", teacher.all())
            .bind("lineItem", lineItem)
            .map(ConstructorMapper.of(Item.class))
            .findOne());
  }

  /** The {@code sourcedId}s of all of them. */
  public Set<String> identifiers(Teacher teacher) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select li.sourced_id " + TAUGHT)
            .bind("teacher", teacher.username())
            .bind("all", teacher.all())
            .mapTo(String.class)
            .set());
  }

  /** The students of the class of a line item, if the teacher may evaluate it; by their names. */
  public List<Student> students(Teacher teacher, String lineItem) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    STUDENTS + " order by lower(u.family_name), lower(u.given_name), u.sourced_id"),
                teacher,
                lineItem)
            .list());
  }

  /** One of them, by {@code sourcedId}. */
  public Optional<Student> student(Teacher teacher, String lineItem, String sourcedId) {
    return jdbi.withHandle(handle ->
        bound(
                handle
                    .createQuery(STUDENTS + " and u.sourced_id = :student")
                    .bind("student", sourcedId),
                teacher,
                lineItem)
            .findOne());
  }

  private static ResultIterable<Student> bound(Query query, Teacher teacher, String lineItem) {
    return query
        .bind("teacher", teacher.username())
        .bind("all", teacher.all())
        .bind("lineItem", lineItem)
        .map(ConstructorMapper.of(Student.class));
  }
}
