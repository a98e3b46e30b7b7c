package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.vellum.platform.usecase.Repository;

/** All entries of the catalogue that are in force, by the identifiers of their versions. */
@Repository
public class CatalogueInForce {
  private final Jdbi jdbi;

  @Inject
  CatalogueInForce(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The whole as it would be sent. */
  CatalogueDocument document() {
    return new CatalogueDocument(
        List.copyOf(programs().values()),
        List.copyOf(courses().values()),
        List.copyOf(evidence().values()));
  }

  /** The programs in force, by their code. */
  Map<UUID, Program> programs() {
    Map<UUID, List<String>> courses = coursesOfPrograms();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, code, title, description, credential_level, starts_on
                  from competency.program where effective_to is null order by code
                """)
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  UUID id = row.getColumn("id", UUID.class);
                  all.put(id, program(row, courses.getOrDefault(id, List.of())));
                  return all;
                }));
  }

  private Map<UUID, List<String>> coursesOfPrograms() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select pc.program_id, pc.course_sourced_id
                  from competency.program_course pc
                  join competency.program p on p.id = pc.program_id
                 where p.effective_to is null order by pc.program_id, pc.position
                """)
            .reduceRows(
                new HashMap<>(),
                (all, row) -> {
                  all.computeIfAbsent(
                          row.getColumn("program_id", UUID.class), id -> new ArrayList<>())
                      .add(row.getColumn("course_sourced_id", String.class));
                  return all;
                }));
  }

  private static Program program(RowView row, List<String> courses) {
    return new Program(
        row.getColumn("code", String.class),
        row.getColumn("title", String.class),
        Optional.ofNullable(row.getColumn("description", String.class)),
        Optional.ofNullable(row.getColumn("credential_level", String.class)),
        courses,
        Optional.ofNullable(row.getColumn("starts_on", LocalDate.class)));
  }

  /** What completes the courses, by course. */
  Map<UUID, CourseEntry> courses() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, course_sourced_id, credits, description, category_sourced_id,
                       threshold
                  from competency.completion_rule where effective_to is null
                 order by course_sourced_id
                """)
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  all.put(row.getColumn("id", UUID.class), course(row));
                  return all;
                }));
  }

  private static CourseEntry course(RowView row) {
    return new CourseEntry(
        row.getColumn("course_sourced_id", String.class),
        Optional.ofNullable(row.getColumn("credits", BigDecimal.class)),
        Optional.ofNullable(row.getColumn("description", String.class)),
        new CourseEntry.CompletedBy(
            row.getColumn("category_sourced_id", String.class),
            row.getColumn("threshold", BigDecimal.class)));
  }

  /** What evidences the competencies. */
  Map<UUID, EvidenceRule> evidence() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, competency, line_item_sourced_id as line_item,
                       course_sourced_id as course, threshold
                  from competency.evidence_rule where effective_to is null
                 order by competency, line_item_sourced_id, course_sourced_id
                """)
            .registerRowMapper(ConstructorMapper.factory(EvidenceRule.class))
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  all.put(row.getColumn("id", UUID.class), row.getRow(EvidenceRule.class));
                  return all;
                }));
  }
}
