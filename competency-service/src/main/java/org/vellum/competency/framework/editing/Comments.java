package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** What reviewers say of drafts, and whether a draft is given to them. */
@Repository
class Comments {
  private final Jdbi jdbi;

  @Inject
  Comments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A comment.
   *
   * @param item identifier of the item of which it is said; empty for the whole framework
   * @param title that item's code and statement; empty if it is gone, or for the whole
   * @param resolvedBy who said that it is settled
   */
  record Comment(
      UUID id,
      Optional<UUID> item,
      String title,
      Instant saidAt,
      String saidBy,
      String said,
      Optional<Instant> resolvedAt,
      Optional<String> resolvedBy) {}

  /** The comments on a draft, or on one of its items, the open ones first, as they were said. */
  List<Comment> list(UUID framework, Optional<UUID> item) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select c.*, coalesce(concat_ws(' ', i.human_code, left(i.statement, 100)), '') as title
                from competency.framework_comment c
                left join competency.cf_item i on i.identifier = c.item and i.framework = c.framework
                where c.framework = :framework and (c.item = cast(:item as uuid) or :all)
                order by c.resolved_at is not null, c.id
                limit 1000
                """)
            .bind("framework", framework)
            .bind("item", item.orElse(null))
            .bind("all", item.isEmpty())
            .map((row, context) -> comment(row))
            .list());
  }

  void add(UUID id, UUID framework, Optional<UUID> item, Instant now, String actor, String said) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.framework_comment (id, framework, item, said_at, said_by, said)
                values (:id, :framework, cast(:item as uuid), :now, :actor, :said)
                """)
            .bind("id", id)
            .bind("framework", framework)
            .bind("item", item.orElse(null))
            .bind("now", now)
            .bind("actor", actor)
            .bind("said", said)
            .execute());
  }

  /** Settles a comment; false if there is no such open comment. */
  boolean resolve(UUID framework, UUID id, Instant now, String actor) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.framework_comment
                set resolved_at = :now, resolved_by = :actor
                where id = :id and framework = :framework and resolved_at is null
                """)
            .bind("id", id)
            .bind("framework", framework)
            .bind("now", now)
            .bind("actor", actor)
            .execute())
        == 1;
  }

  /** Whether the faculty may read a draft and comment on it. */
  boolean inReview(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select draft and in_review from competency.framework where identifier ="
                    + " :framework")
            .bind("framework", framework)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false));
  }

  /** Gives a draft to the faculty, or takes it back. */
  void review(UUID framework, boolean open) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.framework set in_review = :open
                where identifier = :framework and draft
                """)
            .bind("framework", framework)
            .bind("open", open)
            .execute());
  }

  private static Comment comment(ResultSet row) throws SQLException {
    return new Comment(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("item", UUID.class)),
        row.getString("title"),
        row.getObject("said_at", OffsetDateTime.class).toInstant(),
        row.getString("said_by"),
        row.getString("said"),
        Optional.ofNullable(row.getObject("resolved_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("resolved_by")));
  }
}
