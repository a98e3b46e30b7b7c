package org.vellum.search.elasticsearch;

import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/**
 * How far the last rebuild is. One node at a time has the lease to rebuild; a dead one loses it.
 */
@Repository
public class Rebuilds {
  private final Jdbi jdbi;

  @Inject
  Rebuilds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A rebuild.
   *
   * @param index the index that is filled
   * @param done how many documents it has
   * @param total how many there were to send when it began
   * @param finished whether it is searched
   */
  public record Progress(String index, long done, long total, boolean finished) {}

  /**
   * Begins, if no other node is at it.
   *
   * @return false if one is
   */
  boolean begin(String index, long total) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    insert into search.rebuild (index_name, total, lease_until)
                    values (:index, :total, clock_timestamp() + interval '2 minutes')
                    on conflict (single) do update
                       set index_name = excluded.index_name, total = excluded.total, done = 0,
                           lease_until = excluded.lease_until, finished_at = null
                     where rebuild.finished_at is not null
                        or rebuild.lease_until < clock_timestamp()
                    """)
                .bind("index", index)
                .bind("total", total)
                .execute()
            == 1);
  }

  /**
   * Notes how many are done, and keeps the lease.
   *
   * @return false if another node has it by now
   */
  boolean progress(String index, long done) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update search.rebuild
                       set done = :done, lease_until = clock_timestamp() + interval '2 minutes'
                     where index_name = :index and finished_at is null
                    """)
                .bind("index", index)
                .bind("done", done)
                .execute()
            == 1);
  }

  /** Ends it: the index is searched. */
  void end(String index) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "update search.rebuild set finished_at = clock_timestamp() where index_name ="
                    + " :index")
            .bind("index", index)
            .execute());
  }

  /** Lets there be another, when a server comes to it. */
  void wish() {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into search.rebuild_wish (single) values (true) on conflict (single) do"
                + " nothing"));
  }

  /** Whether there is to be another. */
  boolean wished() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select exists (select from search.rebuild_wish)")
            .mapTo(Boolean.class)
            .one());
  }

  /** Takes the wish upon oneself. */
  boolean takeWish() {
    return jdbi.withHandle(handle -> handle.execute("delete from search.rebuild_wish") == 1);
  }

  /** Ends it without success: there is to be another. */
  void giveUp(String index) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from search.rebuild where index_name = :index")
            .bind("index", index)
            .execute());
  }

  /**
   * Forgets that there is an index outside, since nothing is marked for it from now on: should one
   * be connected again, it is built anew.
   */
  void forget() {
    jdbi.useHandle(handle -> {
      handle.execute("delete from search.rebuild");
      handle.execute("delete from search.feed");
      handle.execute("delete from search.rebuild_wish");
    });
  }

  /** How far the last one is; empty where there is to be one. */
  Optional<Progress> find() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from search.rebuild")
            .map((row, context) ->
                new Progress(
                    row.getString("index_name"),
                    row.getLong("done"),
                    row.getLong("total"),
                    row.getObject("finished_at") != null))
            .findOne());
  }
}
