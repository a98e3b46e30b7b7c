package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** All versions of all policies. */
@Repository
public class Policies {
  private final Jdbi jdbi;

  @Inject
  public Policies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The day of an instant, as policies begin on days: in UTC. */
  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** The categories of line items that a policy names. */
  static Set<String> categoriesOf(Policy policy) {
    return switch (policy) {
      case Policy.PriorLearning prior -> Set.of(prior.category());
      case Policy.AnyOf(List<Policy> all) ->
          all.stream()
              .flatMap(each -> categoriesOf(each).stream())
              .collect(Collectors.toUnmodifiableSet());
      default -> Set.of();
    };
  }

  /** The competencies that a policy is for: the one and all below it, or all of the framework. */
  public Set<UUID> competenciesOf(UUID framework, Optional<UUID> competency) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                with recursive down (node) as (
                  select :competency::uuid where :competency::uuid is not null
                  union
                  select i.identifier from down
                    join competency.cf_association a on a.framework = :framework
                     and a.type = 'isChildOf' and a.destination = down.node::text
                     and a.retired_at is null
                    join competency.cf_item i on i.framework = :framework
                     and i.identifier = competency.as_uuid(a.origin))
                select node from down
                union
                select identifier from competency.cf_item
                 where framework = :framework and :competency::uuid is null
                """)
            .bind("framework", framework)
            .bind("competency", competency.map(UUID::toString))
            .mapTo(UUID.class)
            .set());
  }

  /** What is an exact match of any of these, in whatever framework. */
  public Set<UUID> matchesOf(Collection<UUID> competencies) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select competency.as_uuid(destination) as id from competency.cf_association
                 where type = 'exactMatchOf' and retired_at is null and origin = any(:ids)
                   and competency.as_uuid(destination) is not null
                union
                select competency.as_uuid(origin) from competency.cf_association
                 where type = 'exactMatchOf' and retired_at is null and destination = any(:ids)
                   and competency.as_uuid(origin) is not null
                """)
            .bindArray("ids", String.class, competencies.stream().map(UUID::toString).toList())
            .mapTo(UUID.class)
            .set());
  }

  /** The versions of a framework's policies, and of its competencies', the newest first. */
  public List<PolicyVersion> list(UUID framework, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.mastery_policy where framework = :framework
                 order by proposed_at desc, id desc limit :limit offset :offset
                """)
            .bind("framework", framework)
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> version(row))
            .list());
  }

  /** The versions that a framework adopted, the oldest first. */
  List<PolicyVersion> adopted(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.mastery_policy
                 where framework = :framework and state = 'adopted' order by version, id
                """)
            .bind("framework", framework)
            .map((row, context) -> version(row))
            .list());
  }

  public Optional<PolicyVersion> find(UUID framework, UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from competency.mastery_policy where framework = :framework and id = :id")
            .bind("framework", framework)
            .bind("id", id)
            .map((row, context) -> version(row))
            .findOne());
  }

  /** The version that comes next for a framework or a competency; nobody else takes it. */
  int nextVersion(UUID framework, Optional<UUID> competency) {
    return jdbi.withHandle(handle -> {
      handle
          .createQuery(
              "select pg_advisory_xact_lock(hashtextextended(:framework || 'policy', 2))::text")
          .bind("framework", framework.toString())
          .mapTo(String.class)
          .one();
      return handle
          .createQuery(
              """
              select coalesce(max(version), 0) + 1 from competency.mastery_policy
               where framework = :framework and competency is not distinct from :competency::uuid
              """)
          .bind("framework", framework)
          .bind("competency", competency.map(UUID::toString))
          .mapTo(Integer.class)
          .one();
    });
  }

  void propose(PolicyVersion proposed) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.mastery_policy (id, framework, competency, version, policy,
                  starts_on, ends_on, state, proposed_at, proposed_by)
                values (:id, :framework, :competency::uuid, :version, :policy, :from, :to,
                  'proposed', :at, :by)
                """)
            .bind("id", proposed.id())
            .bind("framework", proposed.framework())
            .bind("competency", proposed.competency().map(UUID::toString))
            .bind("version", proposed.version())
            .bind("policy", new Jsonb(PolicyWriter.json(proposed.policy()).toString()))
            .bind("from", proposed.from())
            .bind("to", proposed.to())
            .bind("at", proposed.proposedAt())
            .bind("by", proposed.proposedBy())
            .execute());
  }

  /** Whether it was still to be decided on. */
  boolean decide(UUID id, PolicyVersion.State state, Instant now, String by) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.mastery_policy
                   set state = :state, decided_at = :now, decided_by = :by
                 where id = :id and state = 'proposed'
                """)
            .bind("state", state.word())
            .bind("now", now)
            .bind("by", by)
            .bind("id", id)
            .execute())
        == 1;
  }

  /** Those adopted that have begun and were not followed by judging again; they count as such. */
  List<PolicyVersion> takeBegun(LocalDate today) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.mastery_policy set judged = true
                 where state = 'adopted' and not judged and starts_on <= :today returning *
                """)
            .bind("today", today)
            .map((row, context) -> version(row))
            .list());
  }

  private static PolicyVersion version(ResultSet row) throws SQLException {
    return new PolicyVersion(
        row.getObject("id", UUID.class),
        row.getObject("framework", UUID.class),
        Optional.ofNullable(row.getObject("competency", UUID.class)),
        row.getInt("version"),
        PolicyReader.stored(row.getString("policy")),
        row.getObject("starts_on", LocalDate.class),
        Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
        PolicyVersion.State.valueOf(
            row.getString("state").replace(' ', '_').toUpperCase(Locale.ROOT)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        row.getString("proposed_by"),
        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("decided_by")));
  }
}
