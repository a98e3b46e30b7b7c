package org.vellum.transcript.records;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.platform.usecase.Repository;

/**
 * The learners whom the roster told of. Only for registrars, and for features that act for them.
 */
@Repository
public class Learners {
  private final Jdbi jdbi;

  @Inject
  public Learners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The learner with this identifier. */
  public Optional<Learner> find(UUID learner) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from transcript.learner where id = :id")
            .bind("id", learner)
            .map(Learners::row)
            .findOne());
  }

  /**
   * A page of learners, with how much each has to show.
   *
   * @param search beginning of a given or family name, or a whole {@code sourcedId}, in any case;
   *     empty finds everybody
   * @param after the learner after whom the page begins
   * @param limit how many, at least 1
   */
  LearnerList list(String search, Optional<UUID> after, int limit) {
    String word = search.strip().toLowerCase(Locale.ROOT);
    List<LearnerSummary> found =
        jdbi.withHandle(handle ->
            handle
                .createQuery(PAGE)
                .bind("all", word.isEmpty())
                .bind("sourcedId", search.strip())
                .bind("prefix", beginningWith(word))
                .bind("after", after.orElse(null))
                .bind("limit", limit + 1)
                .map(Learners::summary)
                .list());
    boolean more = found.size() > limit;
    List<LearnerSummary> page = more ? found.subList(0, limit) : found;
    return new LearnerList(page, more ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  // The page is cut before anything is counted, so that the counts cost what the page shows.
  private static final String PAGE =
      """
      select l.id, l.sourced_id, l.given_name, l.family_name,
             (select count(*) from transcript.attainment a
               where a.learner = l.id
                 and not exists (select 1 from transcript.withdrawal w where w.fact = a.id))
               as attainments,
             (select count(*) from transcript.completion c
               where c.learner = l.id
                 and not exists (select 1 from transcript.withdrawal w where w.fact = c.id))
               as completions
        from (select * from transcript.learner
               where (:all or lower(family_name) like :prefix or lower(given_name) like :prefix
                      or sort_name like :prefix or sourced_id = :sourcedId)
                 and (cast(:after as uuid) is null
                      or (sort_name, id) >
                         (select sort_name, id from transcript.learner
                           where id = cast(:after as uuid)))
               order by sort_name, id
               limit :limit) l
       order by l.sort_name, l.id
      """;

  void keep(LearnerEnrolled fact, long position) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into transcript.learner
                  (id, sourced_id, username, given_name, family_name, email, position)
                values (:id, :sourcedId, :username, :givenName, :familyName, :email, :position)
                on conflict (id) do update
                   set sourced_id = excluded.sourced_id, username = excluded.username,
                       given_name = excluded.given_name, family_name = excluded.family_name,
                       email = excluded.email, position = excluded.position
                 where learner.position <= excluded.position
                """)
            .bind("id", fact.learner())
            .bind("sourcedId", fact.sourcedId())
            .bind("username", fact.username())
            .bind("givenName", fact.givenName())
            .bind("familyName", fact.familyName())
            .bind("email", fact.email().orElse(null))
            .bind("position", position)
            .execute());
  }

  /** A LIKE pattern in which what the searcher typed has no special meaning. */
  private static String beginningWith(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static LearnerSummary summary(ResultSet row, StatementContext context)
      throws SQLException {
    return new LearnerSummary(
        row.getObject("id", UUID.class),
        row.getString("sourced_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getInt("attainments"),
        row.getInt("completions"));
  }

  private static Learner row(ResultSet row, StatementContext context) throws SQLException {
    return new Learner(
        row.getObject("id", UUID.class),
        row.getString("sourced_id"),
        row.getString("username"),
        row.getString("given_name"),
        row.getString("family_name"),
        Optional.ofNullable(row.getString("email")));
  }
}
