package org.vellum.competency.framework.versions;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.usecase.Repository;

/**
 * Who holds what was attained in a version. An attainment names the item of the version that was in
 * force, and goes on to name it when a later version supersedes that one.
 */
@Repository
public class SupersededAttainments {
  private static final String HELD =
      """
      from competency.cf_item i
      join competency.achievement a on a.subject = i.identifier::text
        and a.kind = 'competency' and a.standing
      join competency.roster_user u on u.id = a.learner
      where i.framework = :framework and :registrar
      """;

  private final Jdbi jdbi;

  @Inject
  public SupersededAttainments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An attainment that stands.
   *
   * @param learner our own identifier of the learner
   * @param name the learner's name
   * @param item identifier of the CFItem
   * @param code its code, where it has one
   * @param statement what was attained, as it was stated then
   * @param attainedAt when
   * @param renewed whether the learner attained the item's successor as well
   */
  public record Held(
      UUID learner,
      String name,
      UUID item,
      Optional<String> code,
      String statement,
      Instant attainedAt,
      boolean renewed) {}

  /** How many attainments of a version stand; none for whoever is no registrar. */
  public int count(UUID framework, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) " + HELD)
            .bind("framework", framework)
            .bind("registrar", audience == Audience.REGISTRARS)
            .mapTo(Integer.class)
            .one());
  }

  /**
   * The attainments of a version that stand, by the learner's name; none for whoever is no
   * registrar.
   *
   * @param limit at most so many
   * @param offset so many are passed over
   */
  public List<Held> list(UUID framework, Audience audience, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select u.id as learner, u.given_name || ' ' || u.family_name as name,
                  i.identifier, i.human_code, a.stated ->> 'statement' as statement, a.achieved_at,
                  exists (
                    select from competency.cf_association r
                    join competency.achievement b on b.subject = r.destination
                      and b.kind = 'competency' and b.standing and b.learner = a.learner
                    where r.origin = a.subject and r.type = 'replacedBy') as renewed
                """
                    + HELD
                    + """
                    order by u.family_name, u.given_name, u.id, i.human_code, a.id
                    limit :limit offset :offset
                    """)
            .bind("framework", framework)
            .bind("registrar", audience == Audience.REGISTRARS)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> held(row))
            .list());
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getObject("learner", UUID.class),
        row.getString("name"),
        row.getObject("identifier", UUID.class),
        Optional.ofNullable(row.getString("human_code")),
        row.getString("statement"),
        row.getObject("achieved_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("renewed"));
  }
}
