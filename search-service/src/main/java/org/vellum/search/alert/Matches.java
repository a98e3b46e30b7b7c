package org.vellum.search.alert;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** Who was found by which search. Profiles alone, which go when their consent is withdrawn. */
@Repository
public class Matches {
  private final Jdbi jdbi;

  @Inject
  public Matches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds those who are not there yet.
   *
   * @param known whether they are no news
   * @return how many were added
   */
  int add(UUID search, Collection<UUID> profiles, boolean known, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                insert into search.saved_search_match (search, profile, found_at, known)
                select :search, p.id, :now, :known
                  from search.profile p where p.id = any(:profiles) order by p.id
                on conflict (search, profile) do nothing
                """)
            .bind("search", search)
            .bind("now", now)
            .bind("known", known)
            .bindArray("profiles", UUID.class, List.copyOf(profiles))
            .execute());
  }

  /** Those who are news, the newest first, with the instant at which they were found. */
  Map<UUID, Instant> news(UUID search, int limit) {
    return jdbi.withHandle(handle -> {
      Map<UUID, Instant> news = new LinkedHashMap<>();
      handle
          .createQuery(
              """
              select profile, found_at from search.saved_search_match
               where search = :search and not known
               order by found_at desc, profile limit :limit
              """)
          .bind("search", search)
          .bind("limit", limit)
          .map((row, context) ->
              Map.entry(
                  row.getObject("profile", UUID.class),
                  row.getObject("found_at", OffsetDateTime.class).toInstant()))
          .forEach(each -> news.put(each.getKey(), each.getValue()));
      return news;
    });
  }

  /**
   * Notes that these were shown to the employer.
   *
   * @return how many of them for the first time
   */
  int shown(UUID search, Collection<UUID> profiles) {
    return mark("shown", search, profiles);
  }

  /** Those of whom no letter told yet. */
  List<UUID> unmailed(UUID search, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select profile from search.saved_search_match
                 where search = :search and not known and not mailed
                 order by found_at, profile limit :limit
                """)
            .bind("search", search)
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  /** Notes that a letter told of these. */
  void mailed(UUID search, Collection<UUID> profiles) {
    mark("mailed", search, profiles);
  }

  private int mark(String column, UUID search, Collection<UUID> profiles) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update search.saved_search_match set %1$s = true".formatted(column)
                    + " where search = :search and profile = any(:profiles) and not "
                    + column)
            .bind("search", search)
            .bindArray("profiles", UUID.class, List.copyOf(profiles))
            .execute());
  }
}
