package org.vellum.competency.progress;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.usecase.Repository;

/** How far all learners whom somebody may see have come together, in one framework. */
@Repository
public class GroupProgress {
  private static final String STUDENTS =
      """
      with student as (
        select distinct u.id
          from competency.roster_user u
          join competency.enrollment e on e.user_sourced_id = u.sourced_id and e.active
           and e.role = 'student'
         where u.active and (:class = '' or e.class_sourced_id = :class)
           and (:registrar or (:faculty and exists (
             select from competency.class_teacher t
              where t.class_sourced_id = e.class_sourced_id and t.person = lower(:person)))))
      """;

  private final Jdbi jdbi;

  @Inject
  public GroupProgress(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A class by its name. */
  public record Group(String sourcedId, String title) {}

  /** The classes whose learners the viewer may see, by their title; the first five hundred. */
  public List<Group> listGroups(Viewer viewer) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    """
                    select c.sourced_id, c.title from competency.class c
                     where c.active and (:registrar or (:faculty and exists (
                       select from competency.class_teacher t
                        where t.class_sourced_id = c.sourced_id and t.person = lower(:person))))
                     order by c.title, c.sourced_id limit 500
                    """),
                viewer)
            .map(ConstructorMapper.of(Group.class))
            .list());
  }

  /**
   * How many students there are.
   *
   * @param group {@code sourcedId} of one class; empty for all whom the viewer may see
   */
  public int count(Viewer viewer, String group) {
    return jdbi.withHandle(handle ->
        bound(handle.createQuery(STUDENTS + " select count(*) from student"), viewer)
            .bind("class", group)
            .mapTo(Integer.class)
            .one());
  }

  /** How many of them master each item, as far as any does. */
  public Map<UUID, Integer> mastered(Viewer viewer, String group, UUID framework) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    STUDENTS
                        + """
                        select i.identifier, count(*) as learners
                          from competency.cf_item i
                          join competency.achievement a on a.subject = i.identifier::text
                           and a.kind = 'competency' and a.standing
                          join student s on s.id = a.learner
                         where i.framework = :framework group by i.identifier
                        """),
                viewer)
            .bind("class", group)
            .bind("framework", framework)
            .map((row, context) ->
                Map.entry(row.getObject("identifier", UUID.class), row.getInt("learners")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Query bound(Query query, Viewer viewer) {
    return query
        .bind("registrar", viewer.registrar())
        .bind("faculty", viewer.faculty())
        .bind("person", viewer.person().orElse(""));
  }
}
