package org.vellum.finaid.imports;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.finaid.facts.Learners;
import org.vellum.finaid.facts.Programs;
import org.vellum.platform.usecase.Repository;

/** The rows that the aid office imported, wherever they are kept. */
@Repository
public class ImportedFacts {
  private static final String LEARNER =
      """
      update financial_aid.learner
         set middle_name = :middle_name, birth_date = :birth_date,
             suppressed = coalesce(:suppressed, false)
       where id = :id
         and (middle_name, birth_date, suppressed) is distinct from
             (cast(:middle_name as text), cast(:birth_date as date), coalesce(:suppressed, false))
      """;

  private final Jdbi jdbi;
  private final Learners learners;
  private final Programs programs;
  private final Clock clock;

  @Inject
  public ImportedFacts(Jdbi jdbi, Learners learners, Programs programs, Clock clock) {
    this.jdbi = jdbi;
    this.learners = learners;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * What rows can refer to.
   *
   * @param learners by student id
   * @param learnersOf the learner of an enrollment
   * @param programs codes
   */
  record Known(Map<String, UUID> learners, Map<String, UUID> learnersOf, Set<String> programs) {}

  /** Which of the things that rows refer to are there. */
  Known known(Kind kind, List<ImportedRow> rows) {
    return jdbi.withHandle(handle ->
        new Known(
            ids(
                handle,
                "select student_id, id from financial_aid.learner where student_id",
                cells(kind, CellType.LEARNER, rows)),
            ids(
                handle,
                "select id, learner from financial_aid.enrollment where id",
                enrollments(kind, rows)),
            Set.copyOf(
                handle
                    .createQuery("select code from financial_aid.program where code = any(:cells)")
                    .bindArray("cells", String.class, cells(kind, CellType.PROGRAM, rows))
                    .mapTo(String.class)
                    .list())));
  }

  private static Map<String, UUID> ids(Handle handle, String select, Collection<String> cells) {
    return handle
        .createQuery(select + " = any(:cells)")
        .bindArray("cells", String.class, cells)
        .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Those referred to, and of a file of enrollments themselves: none may pass to another learner.
   */
  private static Set<String> enrollments(Kind kind, List<ImportedRow> rows) {
    return kind.table().equals("enrollment")
        ? rows.stream()
            .map(row -> row.text(kind.columns().getFirst()))
            .collect(Collectors.toUnmodifiableSet())
        : cells(kind, CellType.ENROLLMENT, rows);
  }

  private static Set<String> cells(Kind kind, CellType type, List<ImportedRow> rows) {
    Optional<Column> column = kind.column(type);
    return column
        .map(each ->
            rows.stream().map(row -> row.text(each)).collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  /**
   * Stores rows whose references are known.
   *
   * @return how many were new or changed something
   */
  int store(Kind kind, List<ImportedRow> rows, Known known) {
    if (rows.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    int[] counts =
        jdbi.withHandle(handle -> {
          PreparedBatch batch =
              handle.prepareBatch(kind.table().equals("learner") ? LEARNER : kind.upsert());
          for (ImportedRow row : rows) {
            kind.columns().forEach(column -> bind(batch, column, row, known));
            if (kind.constants().containsValue(":now")) {
              batch.bind("now", now);
            }
            batch.add();
          }
          return batch.execute();
        });
    List<ImportedRow> changed = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        changed.add(rows.get(i));
      }
    }
    note(kind, changed, known, now);
    return changed.size();
  }

  private static void bind(PreparedBatch batch, Column column, ImportedRow row, Known known) {
    Object value = row.values().get(column.name());
    if (value == null
        && column.sql().endsWith("_units")
        && !column.name().startsWith("remaining")) {
      value = BigDecimal.ZERO;
    }
    if (column.type() == CellType.LEARNER) {
      value = known.learners().get(row.text(column));
    }
    if (column.type() == CellType.CODES) {
      batch.bindArray(column.sql(), String.class, (Object[]) value);
    } else {
      batch.bindByType(column.sql(), value, type(column.type()));
    }
  }

  /** An empty cell needs its type said. */
  private static Class<?> type(CellType type) {
    return switch (type) {
      case TEXT, CODE, CODES, ENROLLMENT, PROGRAM -> String.class;
      case DAY -> LocalDate.class;
      case MOMENT -> OffsetDateTime.class;
      case NUMBER -> BigDecimal.class;
      case COUNT -> Integer.class;
      case YES_OR_NO -> Boolean.class;
      case LEARNER -> UUID.class;
    };
  }

  private void note(Kind kind, List<ImportedRow> changed, Known known, Instant now) {
    Set<UUID> ofLearners = new HashSet<>();
    kind.column(CellType.LEARNER)
        .ifPresent(column ->
            changed.forEach(row -> ofLearners.add(known.learners().get(row.text(column)))));
    kind.column(CellType.ENROLLMENT)
        .ifPresent(column ->
            changed.forEach(row -> ofLearners.add(known.learnersOf().get(row.text(column)))));
    if (!ofLearners.isEmpty()) {
      learners.changed(ofLearners, now);
    } else if (kind.column(CellType.PROGRAM).isPresent()) {
      programs.changed(cells(kind, CellType.PROGRAM, changed));
    } else {
      programs.changedCalendars(
          changed.stream()
              .map(row -> row.text(kind.columns().getFirst()))
              .collect(Collectors.toUnmodifiableSet()));
    }
  }
}
