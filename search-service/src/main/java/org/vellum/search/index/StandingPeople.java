package org.vellum.search.index;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.vocabulary.Likeness;

/**
 * Of those whom an index names, the people whom this employer may find at this moment, and why:
 * asked of the consents and the standing of each credential, never of the index.
 */
@Repository
public class StandingPeople {
  /** Of how many whom an index names within the filters it is looked at whether they are five. */
  private static final int NAMED = 5 * SmallGroups.SMALLEST;

  private final Jdbi jdbi;

  @Inject
  public StandingPeople(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Somebody who may be shown; the learner is for our own accounts. */
  record Shown(UUID learner, FoundPerson person) {}

  /** Those who may be shown, the highest score first, then by profile. */
  List<Shown> among(Asked asked, Collection<UUID> profiles) {
    if (profiles.isEmpty()) {
      return List.of();
    }
    Map<UUID, Found> found = new LinkedHashMap<>();
    jdbi.useHandle(handle ->
        SearchSql.all(handle.createQuery(REASONS), asked)
            .bindArray("profiles", UUID.class, List.copyOf(profiles))
            .map((row, context) -> {
              UUID profile = row.getObject("id", UUID.class);
              Found each = found.get(profile);
              if (each == null) {
                each = Found.of(row);
                found.put(profile, each);
              }
              return each.reasons().add(reason(row, asked.query()));
            })
            .list());
    return found.values().stream()
        .map(Found::shown)
        .sorted(
            Comparator.comparingLong((Shown each) -> each.person().score())
                .reversed()
                .thenComparing(each -> each.person().profile().toString()))
        .toList();
  }

  private static final String REASONS =
      "with "
          + SearchSql.VISIBLE
          + ", "
          + SearchSql.HITS
          + """
           select h.*, s.name, s.framework
             from answering h join search.skill s on s.id = h.skill
            order by h.learner, h.ord
          """;

  /**
   * Whether a search is narrowed to fewer than five whom the employer may find, whatever they can
   * do, so that it would be about somebody.
   *
   * @param index names some who lie within the filters
   */
  boolean tooFew(Asked asked, SkillIndex index) {
    return asked.query().filters().narrow()
        && count(asked, index.within(asked, NAMED)) < SmallGroups.SMALLEST;
  }

  private int count(Asked asked, Collection<UUID> profiles) {
    String sql = "with " + SearchSql.VISIBLE + " select count(*) from visible";
    return jdbi.withHandle(handle ->
        SearchSql.visible(handle.createQuery(sql), asked)
            .bindArray("profiles", UUID.class, List.copyOf(profiles))
            .mapTo(Integer.class)
            .one());
  }

  /** Somebody whose reasons are being read. */
  private record Found(
      UUID learner,
      UUID profile,
      @Nullable String name,
      Optional<String> region,
      Optional<Availability> availability,
      List<Reason> reasons) {

    static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getObject("learner", UUID.class),
          row.getObject("id", UUID.class),
          row.getString("shown_name"),
          Optional.ofNullable(row.getString("region")),
          Optional.ofNullable(row.getString("availability")).map(Availability::valueOf),
          new ArrayList<>());
    }

    Shown shown() {
      return new Shown(
          learner,
          new FoundPerson(
              profile,
              Pseudonyms.nameOf(profile, name),
              name != null,
              region,
              availability,
              reasons.stream().mapToLong(Reason::points).sum(),
              reasons));
    }
  }

  private static Reason reason(ResultSet row, SkillQuery query) throws SQLException {
    int ord = row.getInt("ord");
    return new Reason(
        ord,
        query.all().get(ord - 1).text(),
        query.all().get(ord - 1).occupation(),
        ord <= query.required().size(),
        row.getString("name"),
        row.getString("framework"),
        row.getString("issuer"),
        row.getObject("achieved_on", LocalDate.class),
        row.getInt("percent"),
        Arrays.asList((String[]) row.getArray("evidence").getArray()),
        Likeness.valueOf(row.getString("likeness")),
        row.getInt("match"),
        row.getInt("level"),
        row.getInt("recency"),
        row.getInt("strength"));
  }
}
