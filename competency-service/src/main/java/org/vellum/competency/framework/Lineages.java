package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The lines of versions: which framework was begun as the successor of which. */
@Repository
public class Lineages {
  private static final String LINE =
      """
      with recursive earlier as (
        select :framework::uuid as identifier, 0 as place
        union
        select v.predecessor, e.place - 1
        from earlier e join competency.framework_version v on v.framework = e.identifier
      ), later as (
        select :framework::uuid as identifier, 0 as place
        union
        select v.framework, l.place + 1
        from later l join competency.framework_version v on v.predecessor = l.identifier
      ), line as (select * from earlier union select * from later)
      """;

  private final Jdbi jdbi;

  @Inject
  public Lineages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A version of a framework.
   *
   * @param framework the version itself, which is a framework
   * @param place where it stands in its line: less for what is older
   */
  public record Version(Framework framework, int place) {}

  /**
   * Notes that a draft is to supersede a framework. Of what was found in the draft the notes are
   * forgotten: each {@code replacedBy} leads out of its package, as it should.
   */
  public void begin(UUID draft, UUID predecessor, String actor, Instant now) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              update competency.framework set findings = coalesce(
                (select jsonb_agg(f) from jsonb_array_elements(findings) f
                  where lower(f ->> 'severity') <> 'note'), '[]')
              where identifier = :draft
              """)
          .bind("draft", draft)
          .execute();
      handle
          .createUpdate(
              """
              insert into competency.framework_version (framework, predecessor, begun_at, begun_by)
              values (:draft, :predecessor, :now, :actor)
              """)
          .bind("draft", draft)
          .bind("predecessor", predecessor)
          .bind("now", now)
          .bind("actor", actor)
          .execute();
    });
  }

  /** The framework that was begun to supersede another, be it a draft. */
  public Optional<UUID> findSuccessor(UUID framework) {
    return neighbour(
        "select framework from competency.framework_version where predecessor = :framework",
        framework);
  }

  /** The framework that another was begun to supersede. */
  public Optional<UUID> findPredecessor(UUID framework) {
    return neighbour(
        "select predecessor from competency.framework_version where framework = :framework",
        framework);
  }

  /** All versions of a framework that the audience may see, the oldest first. */
  public List<Version> list(UUID framework, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                LINE
                    + "select l.place, "
                    + Frameworks.COLUMNS
                    + """
                    from line l join competency.framework f on f.identifier = l.identifier
                    where not f.draft or :drafts
                    order by l.place
                    """)
            .bind("framework", framework)
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> version(row))
            .list());
  }

  private Optional<UUID> neighbour(String query, UUID framework) {
    return jdbi.withHandle(handle ->
        handle.createQuery(query).bind("framework", framework).mapTo(UUID.class).findOne());
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(Frameworks.framework(row), row.getInt("place"));
  }
}
