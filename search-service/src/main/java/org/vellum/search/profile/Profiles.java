package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Availability;
import org.vellum.search.index.Standing;

/** The standing consents, and every version of each. */
@Repository
public class Profiles {
  private final Jdbi jdbi;

  @Inject
  public Profiles(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The learner's own profile, standing or expired. */
  public Optional<Profile> findOf(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from search.profile where learner = :learner")
            .bind("learner", learner)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** A profile that this employer may see now, and of which something holds. */
  public Optional<Profile> findFor(String employer, UUID profile, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select p.* from search.profile p where p.id = :profile and " + Standing.STANDING)
            .bind("profile", profile)
            .bind("now", now)
            .bind("employer", employer)
            .map((row, context) -> row(row))
            .findOne());
  }

  /** The credentials that a learner lets be seen. */
  public Set<UUID> listCredentials(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select credential from search.profile_achievement where learner = :learner")
            .bind("learner", learner)
            .mapTo(UUID.class)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The employers whom a learner named. */
  public List<String> listEmployers(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select employer from search.profile_employer
                 where learner = :learner order by employer
                """)
            .bind("learner", learner)
            .mapTo(String.class)
            .list());
  }

  /** Lets only one transaction at a time change a learner's consent; the others wait. */
  void lock(UUID learner) {
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select true from pg_advisory_xact_lock(
                  hashtextextended('search.profile ' || :learner, 0))
                """)
            .bind("learner", learner.toString())
            .mapTo(Boolean.class)
            .one());
  }

  /** The number of the learner's next version. */
  int nextVersion(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select coalesce(max(version), 0) + 1 from search.consent where learner = :learner
                """)
            .bind("learner", learner)
            .mapTo(Integer.class)
            .one());
  }

  /** Keeps a profile in the place of the one before. */
  void keep(Profile profile, Terms terms) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              insert into search.profile (learner, id, version, shown_name, region, availability,
                audience, granted_at, expires_at)
              values (:learner, :id, :version, :name, :region, :availability, :audience,
                :grantedAt, :expiresAt)
              on conflict (learner) do update
                 set version = excluded.version, shown_name = excluded.shown_name,
                     region = excluded.region, availability = excluded.availability,
                     audience = excluded.audience, granted_at = excluded.granted_at,
                     expires_at = excluded.expires_at
              """)
          .bind("learner", profile.learner())
          .bind("id", profile.id())
          .bind("version", profile.version())
          .bind("name", profile.shownName().orElse(null))
          .bind("region", profile.region().orElse(null))
          .bind("availability", profile.availability().map(Enum::name).orElse(null))
          .bind("audience", profile.everyone() ? "EVERYONE" : "NAMED")
          .bind("grantedAt", profile.grantedAt())
          .bind("expiresAt", profile.expiresAt())
          .execute();
      replace(handle, "profile_achievement", profile.learner(), UUID.class, terms.achievements());
      replace(
          handle,
          "profile_employer",
          profile.learner(),
          String.class,
          terms.employers().orElse(Set.of()));
    });
  }

  private static <T> void replace(
      Handle handle, String table, UUID learner, Class<T> type, Set<T> values) {
    handle
        .createUpdate("delete from search." + table + " where learner = :learner")
        .bind("learner", learner)
        .execute();
    handle
        .createUpdate("insert into search." + table + " select :learner, unnest(:values)")
        .bind("learner", learner)
        .bindArray("values", type, List.copyOf(values))
        .execute();
  }

  /** Deletes a profile and all that the index says of it. */
  void remove(UUID learner) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from search.profile where learner = :learner")
            .bind("learner", learner)
            .execute());
  }

  /**
   * Keeps a version of a consent for good.
   *
   * @param terms what was agreed to; empty where it was withdrawn
   */
  void addVersion(UUID id, UUID learner, int version, Instant now, Optional<Jsonb> terms) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.consent (id, learner, version, at, terms)
                values (:id, :learner, :version, :now, cast(:terms as jsonb))
                """)
            .bind("id", id)
            .bind("learner", learner)
            .bind("version", version)
            .bind("now", now)
            .bind("terms", terms.map(Jsonb::text).orElse(null))
            .execute());
  }

  private static Profile row(ResultSet row) throws SQLException {
    return new Profile(
        row.getObject("learner", UUID.class),
        row.getObject("id", UUID.class),
        row.getInt("version"),
        Optional.ofNullable(row.getString("shown_name")),
        Optional.ofNullable(row.getString("region")),
        Optional.ofNullable(row.getString("availability")).map(Availability::valueOf),
        row.getString("audience").equals("EVERYONE"),
        row.getObject("granted_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
