package org.vellum.competency.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** The registered tools with their deployments. */
@Repository
public class LtiTools {
  private final Jdbi jdbi;

  @Inject
  public LtiTools(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Where a tool may be used (LTI 1.3, section 3.1.3).
   *
   * @param id the {@code deployment_id}
   * @param clientId the tool
   * @param label what people call it
   */
  public record Deployment(String id, String clientId, String label) {}

  /** A tool that is in use. */
  public Optional<LtiTool> find(String clientId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from competency.lti_tool where client_id = :id and ended_at is null")
            .bind("id", clientId)
            .map((row, context) -> tool(row))
            .findOne());
  }

  /** All of them, those in use first, by name. */
  public List<LtiTool> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.lti_tool
                 order by ended_at is not null, lower(name), client_id limit 500
                """)
            .map((row, context) -> tool(row))
            .list());
  }

  /** The deployments of tools that are in use. */
  public List<Deployment> listDeployments() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select d.id, d.client_id, d.label from competency.lti_deployment d
                  join competency.lti_tool t on t.client_id = d.client_id and t.ended_at is null
                 order by lower(t.name), d.made_at, d.id
                """)
            .map(ConstructorMapper.of(Deployment.class))
            .list());
  }

  /** A deployment of a tool that is in use. */
  public Optional<Deployment> findDeployment(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select d.id, d.client_id, d.label from competency.lti_deployment d
                  join competency.lti_tool t on t.client_id = d.client_id and t.ended_at is null
                 where d.id = :id
                """)
            .bind("id", id)
            .map(ConstructorMapper.of(Deployment.class))
            .findOne());
  }

  void add(LtiTool tool, String actor) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_tool (client_id, name, description, login_uri,
                  target_link_uri, redirect_uris, deep_linking_uri, custom, tells_names,
                  registered_at, registered_by)
                values (:id, :name, :description, :login, :target, :redirects, :deepLinking,
                  :custom, :tellsNames, :at, :actor)
                """)
            .bind("id", tool.clientId())
            .bind("name", tool.name())
            .bind("description", tool.description())
            .bind("login", tool.loginUri())
            .bind("target", tool.targetLinkUri())
            .bindArray("redirects", String.class, tool.redirectUris())
            .bind("deepLinking", tool.deepLinkingUri())
            .bind("custom", json(tool.custom()))
            .bind("tellsNames", tool.tellsNames())
            .bind("at", tool.registeredAt())
            .bind("actor", actor)
            .execute());
  }

  void addDeployment(Deployment deployment, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_deployment (id, client_id, label, made_at)
                values (:id, :client, :label, :now)
                """)
            .bind("id", deployment.id())
            .bind("client", deployment.clientId())
            .bind("label", deployment.label())
            .bind("now", now)
            .execute());
  }

  /**
   * Ends the use of a tool.
   *
   * @return whether it was in use
   */
  boolean end(String clientId, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_tool set ended_at = :now
                     where client_id = :id and ended_at is null
                    """)
                .bind("id", clientId)
                .bind("now", now)
                .execute()
            == 1);
  }

  /** Custom parameters as JSON. */
  public static Jsonb json(Map<String, String> custom) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(custom));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("texts can be written as JSON", e);
    }
  }

  /** Custom parameters from JSON of ours. */
  public static Map<String, String> custom(String json) {
    try {
      return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON can be read", e);
    }
  }

  private static LtiTool tool(ResultSet row) throws SQLException {
    return new LtiTool(
        row.getString("client_id"),
        row.getString("name"),
        Optional.ofNullable(row.getString("description")),
        row.getString("login_uri"),
        row.getString("target_link_uri"),
        List.of((String[]) row.getArray("redirect_uris").getArray()),
        Optional.ofNullable(row.getString("deep_linking_uri")),
        custom(row.getString("custom")),
        row.getBoolean("tells_names"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
