package org.vellum.finaid.facts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.platform.architecture.ArchitectureException;

/**
 * The facts as they stood at one moment. Learners come in the order of their student ids, by code
 * points. Used by one thread at a time.
 */
public final class FactsSnapshot implements AutoCloseable {
  private static final int PAGE = 1_000;
  private static final String LEARNERS =
      """
      select l.id, l.student_id, l.given_name, l.middle_name, l.family_name, l.birth_date,
             l.external_ids, l.suppressed, l.facts_version, l.source_as_of
        from financial_aid.learner l
      """;
  private static final String CHANGED =
      " where l.student_id > :after and l.changed >= cast(:since as xid8)";
  private static final String CHANGED_WITH_PROGRAMS =
      """
       where l.student_id > :after
         and (l.changed >= cast(:since as xid8)
              or exists (select from financial_aid.enrollment e
                          where e.learner = l.id and e.program = any(:programs)))
      """;
  private static final String ORDER = " order by l.student_id limit :limit";

  private final Handle handle;
  private final boolean own;
  private final LocalDate day;
  private @Nullable ProgramBook book;

  FactsSnapshot(Handle handle, boolean own, LocalDate day) {
    this.handle = handle;
    this.own = own;
    this.day = day;
  }

  /**
   * Where this snapshot stands in the order of changes. Whoever asks a later snapshot what changed
   * since then misses nothing; what changed just before may come again.
   */
  public long position() {
    return handle
        .createQuery("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
        .mapTo(Long.class)
        .one();
  }

  /** The programs with all their versions, what units are worth in them, and the calendars. */
  public ProgramCatalogue catalogue() {
    return book().catalogue();
  }

  /**
   * The next learners.
   *
   * @param after the student id after which the page begins; empty for the first page
   * @param limit at most so many
   */
  public List<LearnerFacts> page(Optional<String> after, int limit) {
    return read(
        handle
            .createQuery(LEARNERS + " where l.student_id > :after" + ORDER)
            .bind("after", after.orElse(""))
            .bind("limit", limit));
  }

  /**
   * The next learners of whom, or of whose programs, anything changed.
   *
   * @param since the position of an earlier snapshot
   * @param after the student id after which the page begins; empty for the first page
   * @param limit at most so many
   */
  public List<LearnerFacts> changedSince(long since, Optional<String> after, int limit) {
    List<String> programs = programsChangedSince(since);
    Query query =
        handle
            .createQuery(LEARNERS + (programs.isEmpty() ? CHANGED : CHANGED_WITH_PROGRAMS) + ORDER)
            .bind("since", Long.toUnsignedString(since))
            .bind("after", after.orElse(""))
            .bind("limit", limit);
    return read(programs.isEmpty() ? query : query.bindArray("programs", String.class, programs));
  }

  /** The programs that, or whose calendars, changed since the position of an earlier snapshot. */
  public List<String> programsChangedSince(long since) {
    return handle
        .createQuery("select code from financial_aid.program where changed >= cast(:since as xid8)")
        .bind("since", Long.toUnsignedString(since))
        .mapTo(String.class)
        .list();
  }

  /** Learners who have an identifier of another system that is another learner's too. */
  public Set<String> sharedIdentifiers() {
    return Set.copyOf(
        handle
            .createQuery(
                """
                select student_id from (
                  select l.student_id, count(*) over (partition by external) as holders
                    from financial_aid.learner l,
                         jsonb_array_elements(l.external_ids) as external
                   where l.external_ids <> '[]') as held
                 where holders > 1
                """)
            .mapTo(String.class)
            .set());
  }

  /** The learner whom the school knows by this id. */
  public Optional<LearnerFacts> find(String studentId) {
    return read(handle.createQuery(LEARNERS + " where l.student_id = :id").bind("id", studentId))
        .stream()
        .findFirst();
  }

  /** What the courses and competencies of a learner are called. */
  public Map<String, String> unitTitles(String studentId) {
    Map<String, String> titles = new HashMap<>();
    handle
        .createQuery(
            """
            select a.unit_id, a.title from financial_aid.unit_attempt a
              join financial_aid.learner l on l.id = a.learner
             where l.student_id = :id
            """)
        .bind("id", studentId)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(each -> titles.put(each.getKey(), each.getValue()));
    return titles;
  }

  /** Gives every learner to somebody, a few statements for each thousand. */
  public void forEach(Consumer<LearnerFacts> taker) {
    List<LearnerFacts> page = page(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(taker);
      page = page(Optional.of(page.getLast().student().institutionStudentId()), PAGE);
    }
  }

  private List<LearnerFacts> read(Query learners) {
    return new LearnerPage(handle, this::book, day).read(learners);
  }

  private ProgramBook book() {
    if (book == null) {
      book = ProgramBook.read(handle);
    }
    return book;
  }

  /** Ends the view; nothing was written. */
  @Override
  @ArchitectureException(rule = "acts", reason = "ends the transaction that the source began")
  public void close() {
    try (handle) {
      if (own) {
        handle.getConnection().rollback();
        handle.getConnection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a snapshot of the facts could not be closed", e);
    }
  }
}
