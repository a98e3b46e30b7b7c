package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.platform.usecase.Repository;

/** The platforms from which we are launched, with our deployments there. */
@Repository
public class LtiPlatforms {
  private static final String PLATFORMS =
      """
      select id, name, issuer, client_id, auth_uri, token_uri, keys_uri, token_audience
        from competency.lti_platform where ended_at is null
      """;

  private final Jdbi jdbi;

  @Inject
  public LtiPlatforms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A deployment of ours at a platform. */
  public record Deployment(UUID platform, String deploymentId) {}

  /** One that is in use. */
  public Optional<LtiPlatform> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(PLATFORMS + " and id = :id")
            .bind("id", id)
            .map(ConstructorMapper.of(LtiPlatform.class))
            .findOne());
  }

  /** The one that begins a login; without a client it must be the only one of its issuer. */
  Optional<LtiPlatform> find(String issuer, Optional<String> clientId) {
    List<LtiPlatform> found =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    PLATFORMS
                        + " and issuer = :issuer and (:client::text is null or client_id = :client)"
                        + " limit 2")
                .bind("issuer", issuer)
                .bind("client", clientId)
                .map(ConstructorMapper.of(LtiPlatform.class))
                .list());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Those in use, by name. */
  public List<LtiPlatform> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(PLATFORMS + " order by lower(name), id limit 500")
            .map(ConstructorMapper.of(LtiPlatform.class))
            .list());
  }

  /** Our deployments at those in use. */
  public List<Deployment> listDeployments() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select d.platform, d.deployment_id from competency.lti_platform_deployment d
                  join competency.lti_platform p on p.id = d.platform and p.ended_at is null
                 order by d.made_at, d.deployment_id
                """)
            .map(ConstructorMapper.of(Deployment.class))
            .list());
  }

  boolean isDeployed(UUID platform, String deploymentId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.lti_platform_deployment
                  where platform = :platform and deployment_id = :deployment)
                """)
            .bind("platform", platform)
            .bind("deployment", deploymentId)
            .mapTo(Boolean.class)
            .one());
  }

  /**
   * Adds one.
   *
   * @return false if one with the same issuer and client is in use
   */
  boolean add(LtiPlatform platform, String actor, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    insert into competency.lti_platform (id, name, issuer, client_id, auth_uri,
                      token_uri, keys_uri, token_audience, made_at, made_by)
                    values (:id, :name, :issuer, :client, :auth, :token, :keys, :audience, :now,
                      :actor)
                    on conflict do nothing
                    """)
                .bind("id", platform.id())
                .bind("name", platform.name())
                .bind("issuer", platform.issuer())
                .bind("client", platform.clientId())
                .bind("auth", platform.authUri())
                .bind("token", platform.tokenUri())
                .bind("keys", platform.keysUri())
                .bind("audience", platform.tokenAudience())
                .bind("now", now)
                .bind("actor", actor)
                .execute()
            == 1);
  }

  void addDeployment(UUID platform, String deploymentId, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_platform_deployment (platform, deployment_id, made_at)
                values (:platform, :deployment, :now) on conflict do nothing
                """)
            .bind("platform", platform)
            .bind("deployment", deploymentId)
            .bind("now", now)
            .execute());
  }

  boolean end(UUID id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_platform set ended_at = :now
                     where id = :id and ended_at is null
                    """)
                .bind("id", id)
                .bind("now", now)
                .execute()
            == 1);
  }
}
