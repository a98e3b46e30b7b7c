package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/** The places in classes where tools are launched (LTI 1.3, section 3.2). */
@Repository
public class ResourceLinks {
  private static final String LINKS =
      """
      select l.id, d.client_id, l.deployment, l.context, l.title, l.description,
             l.target_link_uri, l.custom
        from competency.lti_resource_link l
        join competency.lti_deployment d on d.id = l.deployment
        join competency.lti_tool t on t.client_id = d.client_id and t.ended_at is null
       where l.ended_at is null
      """;

  private final Jdbi jdbi;

  @Inject
  public ResourceLinks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A link.
   *
   * @param id its identifier, of which the tool is told
   * @param clientId the tool
   * @param deployment the deployment under which it is launched
   * @param context the class
   * @param title what people call it
   * @param description what it is about
   * @param targetLinkUri where it leads
   * @param custom parameters of its own
   */
  public record ResourceLink(
      UUID id,
      String clientId,
      String deployment,
      UUID context,
      String title,
      Optional<String> description,
      String targetLinkUri,
      Map<String, String> custom) {
    public ResourceLink {
      custom = Map.copyOf(custom);
    }
  }

  /** A link to be listed, with the class and the tool by their names. */
  public record Listed(
      UUID id, String title, String tool, String classTitle, int lineItems, boolean own) {}

  /** A link that is in use, of a tool that is. */
  public Optional<ResourceLink> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LINKS + " and l.id = :id")
            .bind("id", id)
            .map((row, context) -> link(row))
            .findOne());
  }

  /** A link of this tool in this class. */
  public Optional<ResourceLink> find(UUID id, UUID context, String clientId) {
    return find(id)
        .filter(link -> link.context().equals(context) && link.clientId().equals(clientId));
  }

  /**
   * The links in the classes of somebody, by class and title: {@code own} tells of each whether the
   * person teaches there.
   *
   * @param person sign-in name
   * @param all whether those of all classes are asked for
   */
  public List<Listed> list(String person, boolean all, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select l.id, l.title, t.name as tool, c.title as class_title,
                       (select count(*) from competency.lti_line_item i
                          join competency.line_item li on li.sourced_id = i.line_item_sourced_id
                           and li.active where i.resource_link = l.id) as line_items,
                       (:all or coalesce(mine.teaches, false)) as own
                  from competency.lti_resource_link l
                  join competency.lti_deployment d on d.id = l.deployment
                  join competency.lti_tool t on t.client_id = d.client_id and t.ended_at is null
                  join competency.lti_context x on x.id = l.context
                  join competency.class c on c.sourced_id = x.class_sourced_id and c.active
                  left join lateral (select bool_or(e.role = 'teacher') as teaches
                    from competency.enrollment e
                    join competency.roster_user u on u.sourced_id = e.user_sourced_id and u.active
                   where e.class_sourced_id = c.sourced_id and e.active
                     and lower(u.username) = lower(:person)) mine on true
                 where l.ended_at is null and (:all or mine.teaches is not null)
                 order by c.title, l.title, l.id limit :limit offset :offset
                """)
            .bind("person", person)
            .bind("all", all)
            .bind("limit", limit)
            .bind("offset", offset)
            .map(ConstructorMapper.of(Listed.class))
            .list());
  }

  /** Adds a link. */
  public void add(ResourceLink link, String actor, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_resource_link (id, deployment, context, title,
                  description, target_link_uri, custom, made_at, made_by)
                values (:id, :deployment, :context, :title, :description, :target, :custom, :now,
                  :actor)
                """)
            .bind("id", link.id())
            .bind("deployment", link.deployment())
            .bind("context", link.context())
            .bind("title", link.title())
            .bind("description", link.description())
            .bind("target", link.targetLinkUri())
            .bind("custom", LtiTools.json(link.custom()))
            .bind("now", now)
            .bind("actor", actor)
            .execute());
  }

  /** Ends a link. Its line items stay, with what was scored on them. */
  boolean end(UUID id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_resource_link set ended_at = :now
                     where id = :id and ended_at is null
                    """)
                .bind("id", id)
                .bind("now", now)
                .execute()
            == 1);
  }

  private static ResourceLink link(ResultSet row) throws SQLException {
    return new ResourceLink(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        row.getString("deployment"),
        row.getObject("context", UUID.class),
        row.getString("title"),
        Optional.ofNullable(row.getString("description")),
        row.getString("target_link_uri"),
        LtiTools.custom(row.getString("custom")));
  }
}
