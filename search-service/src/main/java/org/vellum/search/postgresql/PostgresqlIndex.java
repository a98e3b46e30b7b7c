package org.vellum.search.postgresql;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.usecase.Repository;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.Facet;
import org.vellum.search.index.SkillIndex;

/** The index in the database. It is never behind. */
@Repository
@Typed(PostgresqlIndex.class)
public class PostgresqlIndex implements SkillIndex {
  private final Jdbi jdbi;

  @Inject
  public PostgresqlIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Answer search(Asked asked, Optional<Candidate> after, int limit) {
    return jdbi.withHandle(handle -> {
      Query query =
          IndexSql.bind(handle.createQuery(IndexSql.search(asked, after.isEmpty())), asked)
              .bind("score", after.map(Candidate::score).orElse(null))
              .bind("profile", after.map(Candidate::profile).orElse(null))
              .bind("limit", limit);
      List<Candidate> candidates = new ArrayList<>();
      List<Facet> facets = new ArrayList<>();
      query
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
      candidates.sort(Candidate.ORDER);
      return new Answer(
          candidates,
          facets.stream().filter(each -> each.field().isEmpty()).mapToInt(Facet::count).sum(),
          facets.stream().filter(each -> !each.field().isEmpty()).toList());
    });
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
