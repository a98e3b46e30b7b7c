package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.contracts.Competency;
import org.vellum.platform.usecase.Repository;

/** The frameworks that are kept here. Whoever asks says for whom: drafts are left out early. */
@Repository
public class Frameworks {
  /** The columns of a framework {@code f}, with an optional prefix-free name for each. */
  public static final String COLUMNS =
      """
      f.identifier, f.uri, f.package_uri, f.title, f.creator, f.version, f.adoption_status, f.draft,
      f.changed_at, f.sent as document
      """;

  private final Jdbi jdbi;

  @Inject
  public Frameworks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A competency as its framework states it now: statement, code and address of the CFItem, title
   * and version of its CFDocument. Empty for an unknown item and for one of a draft.
   */
  public Optional<Competency> findCompetency(UUID cfItemIdentifier) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select i.identifier, i.uri, i.statement, i.human_code, f.identifier as framework,
                  f.uri as framework_uri, f.title, f.version
                from competency.cf_item i
                join competency.framework f on f.identifier = i.framework
                where i.identifier = :identifier and not f.draft
                """)
            .bind("identifier", cfItemIdentifier)
            .map((row, context) -> competency(row))
            .findOne());
  }

  /** Whether an item with this identifier is kept here, be it of a draft. */
  public boolean knowsItem(UUID cfItemIdentifier) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select exists (select from competency.cf_item where identifier = :identifier)")
            .bind("identifier", cfItemIdentifier)
            .mapTo(Boolean.class)
            .one());
  }

  /**
   * Competencies whose statement or code holds a text, whatever its case, by their code.
   *
   * @param text what to look for; empty for any competency
   * @param limit at most so many
   */
  public List<Competency> listCompetencies(String text, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select i.identifier, i.uri, i.statement, i.human_code, f.identifier as framework,
                  f.uri as framework_uri, f.title, f.version
                from competency.cf_item i
                join competency.framework f on f.identifier = i.framework
                where not f.draft and (position(lower(:text) in lower(i.statement)) > 0
                  or position(lower(:text) in lower(i.human_code)) > 0)
                order by i.human_code, i.statement, i.identifier
                limit :limit
                """)
            .bind("text", text)
            .bind("limit", limit)
            .map((row, context) -> competency(row))
            .list());
  }

  /** A framework, or empty if there is none that this audience may see. */
  public Optional<Framework> find(UUID identifier, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select "
                    + COLUMNS
                    + """
                    from competency.framework f
                    where f.identifier = :identifier and (not f.draft or :drafts)
                    """)
            .bind("identifier", identifier)
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> framework(row))
            .findOne());
  }

  /**
   * The frameworks that this audience may see, by title.
   *
   * @param limit at most so many
   * @param offset so many are passed over
   */
  public List<Framework> list(Audience audience, int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select "
                    + COLUMNS
                    + """
                    from competency.framework f
                    where not f.draft or :drafts
                    order by f.title, f.identifier
                    limit :limit offset :offset
                    """)
            .bind("drafts", audience.seesDrafts())
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> framework(row))
            .list());
  }

  /** How many frameworks this audience may see. */
  public int count(Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from competency.framework f where not f.draft or :drafts")
            .bind("drafts", audience.seesDrafts())
            .mapTo(Integer.class)
            .one());
  }

  /** The framework in a row that holds {@link #COLUMNS}. */
  public static Framework framework(ResultSet row) throws SQLException {
    return new Framework(
        row.getObject("identifier", UUID.class),
        row.getString("uri"),
        row.getString("package_uri"),
        row.getString("title"),
        row.getString("creator"),
        Optional.ofNullable(row.getString("version")),
        Optional.ofNullable(row.getString("adoption_status")),
        row.getBoolean("draft"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("document"));
  }

  private static Competency competency(ResultSet row) throws SQLException {
    return new Competency(
        row.getObject("identifier", UUID.class),
        row.getString("uri"),
        row.getString("statement"),
        Optional.ofNullable(row.getString("human_code")),
        row.getObject("framework", UUID.class),
        row.getString("framework_uri"),
        row.getString("title"),
        Optional.ofNullable(row.getString("version")));
  }
}
