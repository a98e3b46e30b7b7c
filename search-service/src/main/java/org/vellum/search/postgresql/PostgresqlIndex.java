package org.vellum.search.postgresql;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.Facet;
import org.vellum.search.index.Filters;
import org.vellum.search.index.SkillIndex;

/** The index in the database. It is never behind. */
@Repository
@Typed(PostgresqlIndex.class)
public class PostgresqlIndex implements SkillIndex {
  /** From how many entries on a skill is not read as a whole. */
  private static final int BROAD = COUNTED;

  private static final int TIMES_AS_MANY = 4;

  private final Jdbi jdbi;

  @Inject
  public PostgresqlIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Answer search(Asked asked, Optional<Candidate> after, int limit) {
    return jdbi.withHandle(handle -> {
      Map<Integer, Integer> breadth = breadth(handle, asked);
      if (oneOnly(asked) && breadth.values().stream().anyMatch(each -> each >= BROAD)) {
        Rows rows = rows(handle, asked, after, limit, Way.BEST_FIRST, 0);
        // Many entries may be of few people: then those who remain are asked for as a whole.
        if (rows.candidates().size() == limit || rows.met() < COUNTED) {
          return rows.answer();
        }
      }
      Optional<Integer> fewest = fewest(asked, breadth);
      return rows(
              handle,
              asked,
              after,
              limit,
              fewest.isPresent() ? Way.FEWEST_FIRST : Way.ALL,
              fewest.orElse(0))
          .answer();
    });
  }

  /** Whether one skill is asked for, of whomever: a filter might let few of very many stand. */
  private static boolean oneOnly(Asked asked) {
    return asked.query().all().size() == 1 && asked.query().filters().equals(Filters.NONE);
  }

  /** How many entries answer to each skill asked for, at most {@link #BROAD}. */
  private static Map<Integer, Integer> breadth(Handle handle, Asked asked) {
    List<Asked.Answering> all = asked.answering();
    return handle
        .createQuery(RankedSql.BREADTH)
        .bindArray("ords", Integer.class, all.stream().map(Asked.Answering::place).toList())
        .bindArray("skills", Long.class, all.stream().map(each -> each.match().skill()).toList())
        .bind("most", BROAD)
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  row.getColumn("ord", Integer.class), row.getColumn("entries", Integer.class));
              return counts;
            });
  }

  /** The required skill that so few show that it is better to look at these for the others. */
  private static Optional<Integer> fewest(Asked asked, Map<Integer, Integer> breadth) {
    int all = breadth.values().stream().mapToInt(Integer::intValue).sum();
    return breadth.entrySet().stream()
        .filter(each -> each.getKey() <= asked.query().required().size())
        .min(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .filter(each -> TIMES_AS_MANY * each.getValue() <= all - each.getValue())
        .map(Map.Entry::getKey);
  }

  /** The answer by one way, whichever is the best. */
  Answer search(Asked asked, Optional<Candidate> after, int limit, Way way) {
    return jdbi.withHandle(handle -> rows(handle, asked, after, limit, way, 1).answer());
  }

  /** What was read; {@code met} is how many were met by the way that may end early. */
  private record Rows(List<Candidate> candidates, List<Facet> facets) {
    int met() {
      return count("met");
    }

    private int count(String field) {
      return facets.stream()
          .filter(each -> each.field().equals(field))
          .mapToInt(Facet::count)
          .sum();
    }

    Answer answer() {
      return new Answer(
          candidates.stream().sorted(Candidate.ORDER).toList(),
          count(""),
          facets.stream()
              .filter(each -> !each.field().isEmpty() && !each.field().equals("met"))
              .toList());
    }
  }

  private static Rows rows(
      Handle handle, Asked asked, Optional<Candidate> after, int limit, Way way, int fewest) {
    List<Candidate> candidates = new ArrayList<>();
    List<Facet> facets = new ArrayList<>();
    Query query = handle.createQuery(IndexSql.search(asked, after.isEmpty(), way));
    IndexSql.bind(query, asked, way, fewest)
        .bind("score", after.map(Candidate::score).orElse(null))
        .bind("profile", after.map(Candidate::profile).orElse(null))
        .bind("limit", limit)
        .map((row, context) ->
            row.getString("field").equals("person")
                ? candidates.add(
                    new Candidate(row.getObject("id", UUID.class), row.getLong("amount")))
                : facets.add(
                    new Facet(
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("label"),
                        row.getInt("amount"))))
        .list();
    return new Rows(candidates, facets);
  }

  @Override
  public List<UUID> within(Asked asked, int limit) {
    String sql =
        "select p.id from search.profile p where " + IndexSql.within(asked) + " limit :limit";
    return jdbi.withHandle(handle ->
        IndexSql.bindFilters(handle.createQuery(sql), asked)
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  /** Who withdrew went in the transaction in which they did. */
  @Override
  public void takeOut() {}
}
