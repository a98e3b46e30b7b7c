package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The people of a class as tools are told of them. */
@Repository
public class Members {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String MEMBERS =
      """
      select u.id, u.sourced_id, coalesce(u.preferred_given_name, u.given_name) as given_name,
             coalesce(u.preferred_family_name, u.family_name) as family_name, u.email,
             array_agg(distinct e.role order by e.role) as roles,
             bool_or(u.enabled and (e.end_date is null or e.end_date >= :today)
               and (e.begin_date is null or e.begin_date <= :today)) as is_active
        from competency.lti_context x
        join competency.enrollment e on e.class_sourced_id = x.class_sourced_id and e.active
        join competency.roster_user u on u.sourced_id = e.user_sourced_id and u.active
       where x.id = :context
      """;
  private static final String BY_PERSON = " group by u.sourced_id ";

  private final Jdbi jdbi;

  @Inject
  public Members(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Somebody of a class.
   *
   * @param id what tools know the person by, our own identifier
   * @param sourcedId the person's {@code sourcedId}
   * @param givenName the name by which the person is called
   * @param familyName the person's family name
   * @param email the person's e-mail address, where the roster has one
   * @param roles the person's roles in the class, in the words of OneRoster; none for a registrar
   * @param active whether the enrolment runs today
   */
  public record Member(
      UUID id,
      String sourcedId,
      String givenName,
      String familyName,
      Optional<String> email,
      List<String> roles,
      boolean active) {
    public Member {
      roles = List.copyOf(roles);
    }

    /** Both names. */
    public String name() {
      return (givenName + " " + familyName).strip();
    }

    /** The roles in the words of LTI. */
    public List<String> ltiRoles() {
      return roles.stream().map(Lti::role).distinct().toList();
    }
  }

  /**
   * Which members are asked for.
   *
   * @param role in the words of OneRoster, or any
   * @param after after which identifier, or from the first on
   */
  public record Asked(Optional<String> role, Optional<UUID> after, int limit) {}

  /** The members of a class, by their identifier. */
  public List<Member> list(UUID context, Asked asked, LocalDate today) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                MEMBERS
                    + " and u.id > :after and (:role::text is null or e.role = :role)"
                    + BY_PERSON
                    + "order by u.id limit :limit")
            .bind("context", context)
            .bind("today", today)
            .bind("role", asked.role())
            .bind("after", asked.after().orElse(FIRST))
            .bind("limit", asked.limit())
            .map((row, mapping) -> member(row))
            .list());
  }

  /**
   * Somebody of a class, by sign-in name.
   *
   * @param person sign-in name
   */
  public Optional<Member> find(UUID context, String person, LocalDate today) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(MEMBERS + " and lower(u.username) = lower(:person)" + BY_PERSON)
            .bind("context", context)
            .bind("today", today)
            .bind("person", person)
            .map((row, mapping) -> member(row))
            .findOne());
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getObject("id", UUID.class),
        row.getString("sourced_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        Optional.ofNullable(row.getString("email")),
        List.of((String[]) row.getArray("roles").getArray()),
        row.getBoolean("is_active"));
  }
}
