package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The line items of tools that are in use, in classes in which they have a link. */
@Repository
public class OpenLineItems {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final String OPEN =
      """
         and i.id = :id and exists (select from competency.lti_resource_link l
           join competency.lti_deployment d on d.id = l.deployment and d.client_id = :client
           join competency.lti_tool t on t.client_id = d.client_id and t.ended_at is null
           join competency.lti_context x on x.id = l.context
           join competency.class c on c.sourced_id = x.class_sourced_id and c.active
          where l.context = :context and l.ended_at is null)
      """;

  private static final String SCORED =
      LtiLineItems.COLUMNS
          + """
          , (select u.sourced_id from competency.roster_user u
              where u.id = :user and u.active and exists (
                select from competency.enrollment e
                  join competency.lti_context x on x.class_sourced_id = e.class_sourced_id
                   and x.id = :context
                 where e.user_sourced_id = u.sourced_id)) as student
          """
          + LtiLineItems.TABLES
          + OPEN;

  private final Jdbi jdbi;

  @Inject
  public OpenLineItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A line item, and who is meant by an identifier.
   *
   * @param item the line item
   * @param student {@code sourcedId} of who has the identifier and is or was in the class
   */
  public record Scored(LtiLineItem item, Optional<String> student) {}

  /**
   * A line item of a tool in a class, with who is scored on it: asked at once, since a score is in
   * a hurry.
   *
   * @param user the person's identifier, if it is one that could be ours
   */
  public Optional<Scored> find(UUID context, String clientId, UUID id, Optional<UUID> user) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(SCORED)
            .bind("context", context)
            .bind("client", clientId)
            .bind("id", id)
            .bind("user", user.orElse(NOBODY))
            .map((row, mapping) ->
                new Scored(LtiLineItems.item(row), Optional.ofNullable(row.getString("student"))))
            .findOne());
  }
}
