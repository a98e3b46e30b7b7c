package org.vellum.finaid.delta;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** What packages published of learners, and how each package differs from the one before it. */
@Repository
public class PublishedLearners {
  /** Of each learner what the newest published run of the profile knows. */
  private static final String NEWEST =
      """
      select distinct on (p.learner) p.learner, p.records,
             coalesce(g.given >= r.horizon, false) as overtaken
        from financial_aid.published_learner p
        join financial_aid.run r on r.id = p.run
        left join financial_aid.changes_given g using (institution, profile)
       where r.institution = :institution and r.profile = :profile
         and r.state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
         and p.learner = any(:learners)
       order by p.learner, r.ended_at desc, r.horizon desc, r.position desc, r.id desc
      """;

  /** Other runs of the profile that were published before. */
  private static final String EARLIER =
      """
      select r.id from financial_aid.run r
        join financial_aid.run this using (institution, profile)
       where this.id = :run and r.id <> this.id
         and r.state in ('COMPLETED', 'COMPLETED_WITH_ERRORS')
      """;

  private static final String PRUNE_ALL =
      "delete from financial_aid.published_learner where run in (%s)";

  /**
   * Learner by learner through the index: right after a run of all learners the statistics do not
   * know it yet, and then the database would look at each of its rows instead.
   */
  private static final String PRUNE_KNOWN =
      """
      delete from financial_aid.published_learner
       where ctid = any(array(
         select before.ctid
           from financial_aid.published_learner now
          cross join lateral (
                select p.ctid from financial_aid.published_learner p
                 where p.learner = now.learner and p.run = any(array(%s)) offset 0) before
          where now.run = :run))
      """;

  /** Stands for the programs where a learner would. */
  public static final String PROGRAMS = "";

  private final Jdbi jdbi;

  @Inject
  public PublishedLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is known of some learners, as {@link KnownRecords#bytes}.
   *
   * @return by learner; nothing of those of whom nothing was published
   */
  public Map<String, byte[]> find(String institution, String profile, Collection<String> learners) {
    return jdbi.withHandle(handle -> {
      Map<String, byte[]> found = new HashMap<>();
      handle
          .createQuery(NEWEST)
          .bind("institution", institution)
          .bind("profile", profile)
          .bindArray("learners", String.class, learners)
          .map((row, context) -> {
            byte[] records = row.getBytes(2);
            return Map.entry(
                row.getString(1), row.getBoolean(3) ? KnownRecords.overtaken(records) : records);
          })
          .forEach(each -> found.put(each.getKey(), each.getValue()));
      return found;
    });
  }

  /**
   * Notes, before they are read, that somebody is given changes that are in no package of the
   * profile yet.
   */
  public void noteChangesGiven(String institution, String profile) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.changes_given as g (institution, profile, given)
                values (:institution, :profile,
                        cast(cast(pg_current_xact_id() as text) as bigint))
                on conflict (institution, profile) do update
                   set given = greatest(g.given, excluded.given)
                """)
            .bind("institution", institution)
            .bind("profile", profile)
            .execute());
  }

  /**
   * A learner in a package.
   *
   * @param learner the school's identifier
   * @param change how the learner differs from the package before
   * @param entities in which kinds of records, separated by spaces
   * @param causes why, separated by spaces
   * @param records what is known now
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Row(
      String learner, Comparison.Kind change, String entities, String causes, byte[] records) {}

  /** Forgets what a run that is not published has written. */
  public void forget(UUID run) {
    jdbi.useHandle(handle -> {
      handle.execute("delete from financial_aid.published_learner where run = ?", run);
      handle.execute("delete from financial_aid.run_change where run = ?", run);
    });
  }

  /** Adds learners of a run. */
  public void add(UUID run, List<Row> rows, boolean withChanges) {
    jdbi.useHandle(handle -> {
      byte[][] records = rows.stream().map(Row::records).toArray(byte[][]::new);
      handle
          .createUpdate(
              """
              insert into financial_aid.published_learner (run, learner, records)
              select :run, learner, records
                from unnest(cast(:learners as text[]), cast(:records as bytea[]))
                  as added (learner, records)
              """)
          .bind("run", run)
          .bindArray("learners", String.class, rows.stream().map(Row::learner).toList())
          .bind(
              "records",
              (place, statement, context) ->
                  statement.setArray(
                      place, statement.getConnection().createArrayOf("bytea", records)))
          .execute();
      if (withChanges) {
        addChanges(
            handle, run, rows.stream().filter(row -> row.change != Comparison.Kind.SAME).toList());
      }
    });
  }

  private static void addChanges(Handle handle, UUID run, List<Row> changed) {
    handle
        .createUpdate(
            """
            insert into financial_aid.run_change (run, learner, kind, entities, causes)
            select :run, learner, kind, entities, causes
              from unnest(cast(:learners as text[]), cast(:kinds as text[]),
                          cast(:entities as text[]), cast(:causes as text[]))
                as added (learner, kind, entities, causes)
            """)
        .bind("run", run)
        .bindArray("learners", String.class, changed.stream().map(Row::learner).toList())
        .bindArray("kinds", String.class, changed.stream().map(row -> row.change.name()).toList())
        .bindArray("entities", String.class, changed.stream().map(Row::entities).toList())
        .bindArray("causes", String.class, changed.stream().map(Row::causes).toList())
        .execute();
  }

  /**
   * Writes down who is gone: published by an earlier run of the profile, and not in this one, which
   * is one of all learners.
   */
  public void addGone(UUID run) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.run_change (run, learner, kind, entities)
                select distinct cast(:run as uuid), p.learner, 'GONE', ''
                  from financial_aid.published_learner p
                 where p.run in (%s) and p.learner <> :programs
                   and not exists (select from financial_aid.published_learner now
                                    where now.run = :run and now.learner = p.learner)
                """
                    .formatted(EARLIER))
            .bind("run", run)
            .bind("programs", PROGRAMS)
            .execute());
  }

  /**
   * Forgets what earlier runs of the profile knew of those whom this one, which is published, knows
   * better; and, after a run of all learners, of those who are gone.
   */
  public void prune(UUID run, boolean ofAll) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate((ofAll ? PRUNE_ALL : PRUNE_KNOWN).formatted(EARLIER))
            .bind("run", run)
            .execute());
  }
}
