package org.vellum.competency.progress;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.vellum.competency.roster.Learner;
import org.vellum.platform.usecase.Repository;

/**
 * The learners whom somebody may see: a registrar all; faculty those who are enrolled in a class in
 * which they are enrolled as a teacher (OneRoster 1.2, enrollments), also after its end, for what
 * was taught is asked about later; everybody oneself.
 */
@Repository
public class VisibleLearners {
  private static final String COLUMNS =
      "select u.id, u.sourced_id, u.username, u.given_name, u.family_name, u.email";
  private static final String VISIBLE =
      """
       from competency.roster_user u
      where (:registrar or lower(u.username) = lower(:person)
        or (:faculty and exists (
          select from competency.class_teacher t
            join competency.enrollment taught on taught.active
             and taught.class_sourced_id = t.class_sourced_id
             and taught.user_sourced_id = u.sourced_id and taught.role = 'student'
           where t.person = lower(:person))))
      """;

  private final Jdbi jdbi;

  @Inject
  public VisibleLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A learner, also one whom the source marked {@code tobedeleted}: what was achieved stays. Empty
   * if there is none whom the viewer may see.
   *
   * @param id our own identifier of the learner
   */
  public Optional<Learner> find(UUID id, Viewer viewer) {
    return jdbi.withHandle(handle ->
        bound(handle.createQuery(COLUMNS + VISIBLE + " and u.id = :id"), viewer)
            .bind("id", id)
            .map(ConstructorMapper.of(Learner.class))
            .findOne());
  }

  /** The viewer, if the roster knows him or her by the sign-in name. */
  public Optional<Learner> findSelf(Viewer viewer) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(COLUMNS + VISIBLE + " and lower(u.username) = lower(:person)"),
                viewer)
            .map(ConstructorMapper.of(Learner.class))
            .findOne());
  }

  /**
   * Those who are enrolled in any class as students, by name.
   *
   * @param text what the name or sourcedId must hold; empty for all
   * @param limit at most so many
   * @param offset so many are passed over
   */
  public List<Learner> list(Viewer viewer, String text, int limit, int offset) {
    return jdbi.withHandle(handle ->
        bound(
                handle.createQuery(
                    COLUMNS
                        + VISIBLE
                        + """
                         and u.active and exists (
                          select from competency.enrollment e
                           where e.user_sourced_id = u.sourced_id and e.active
                             and e.role = 'student')
                        and (position(lower(:text) in
                            lower(u.given_name || ' ' || u.family_name)) > 0
                          or u.sourced_id = :text)
                        order by lower(u.family_name), lower(u.given_name), u.sourced_id
                        limit :limit offset :offset
                        """),
                viewer)
            .bind("text", text)
            .bind("limit", limit)
            .bind("offset", offset)
            .map(ConstructorMapper.of(Learner.class))
            .list());
  }

  private static Query bound(Query query, Viewer viewer) {
    return query
        .bind("registrar", viewer.registrar())
        .bind("faculty", viewer.faculty())
        .bind("person", viewer.person().orElse(""));
  }
}
