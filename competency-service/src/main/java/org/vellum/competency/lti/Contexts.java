package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** Classes as tools know them. */
@Repository
public class Contexts {
  private static final String CONTEXT =
      """
      select x.id, c.sourced_id as class_sourced_id, c.title, c.class_code as label,
             c.course_sourced_id
        from competency.lti_context x
        join competency.class c on c.sourced_id = x.class_sourced_id and c.active
      """;

  private final Jdbi jdbi;
  private final Ids ids;

  @Inject
  public Contexts(Jdbi jdbi, Ids ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /**
   * A class.
   *
   * @param id what tools know it by
   * @param classSourcedId its {@code sourcedId}
   * @param title its title
   * @param label its code, where it has one
   * @param courseSourcedId {@code sourcedId} of its course
   */
  public record LtiContext(
      UUID id,
      String classSourcedId,
      String title,
      Optional<String> label,
      String courseSourcedId) {}

  /** A class, by what tools know it by. */
  public Optional<LtiContext> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(CONTEXT + " where x.id = :id")
            .bind("id", id)
            .map(ConstructorMapper.of(LtiContext.class))
            .findOne());
  }

  /** A class in which a tool that is in use has a link, which is all that the tool may see. */
  public Optional<LtiContext> find(UUID id, String clientId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                CONTEXT
                    + """
                     where x.id = :id and exists (select from competency.lti_resource_link l
                       join competency.lti_deployment d on d.id = l.deployment
                         and d.client_id = :client
                       join competency.lti_tool t on t.client_id = d.client_id
                         and t.ended_at is null
                      where l.context = x.id and l.ended_at is null)
                    """)
            .bind("id", id)
            .bind("client", clientId)
            .map(ConstructorMapper.of(LtiContext.class))
            .findOne());
  }

  /**
   * What tools know a class by, from now on if not before; empty if the roster has no such class.
   */
  public Optional<LtiContext> ofClass(String classSourcedId) {
    return jdbi.withHandle(handle -> {
      handle
          .createUpdate(
              """
              insert into competency.lti_context (id, class_sourced_id)
              select :id, sourced_id from competency.class where sourced_id = :class and active
              on conflict do nothing
              """)
          .bind("id", ids.nextV4())
          .bind("class", classSourcedId)
          .execute();
      return handle
          .createQuery(CONTEXT + " where c.sourced_id = :class")
          .bind("class", classSourcedId)
          .map(ConstructorMapper.of(LtiContext.class))
          .findOne();
    });
  }

  /** A class to choose from. */
  public record Choice(String sourcedId, String title) {}

  /**
   * The classes for which somebody may place tools, by title: those that the person teaches, or
   * all.
   *
   * @param person sign-in name
   * @param all whether the person may do so everywhere
   */
  public List<Choice> listTaught(String person, boolean all) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select c.sourced_id, c.title from competency.class c
                 where c.active and (:all or exists (select from competency.class_teacher t
                  where t.class_sourced_id = c.sourced_id and t.person = lower(:person)))
                 order by c.title, c.sourced_id limit 2000
                """)
            .bind("person", person)
            .bind("all", all)
            .map(ConstructorMapper.of(Choice.class))
            .list());
  }

  /** Whether somebody teaches a class. */
  public boolean isTaughtBy(String classSourcedId, String person) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.class_teacher t
                  join competency.class c on c.sourced_id = t.class_sourced_id and c.active
                 where t.class_sourced_id = :class and t.person = lower(:person))
                """)
            .bind("class", classSourcedId)
            .bind("person", person)
            .mapTo(Boolean.class)
            .one());
  }
}
