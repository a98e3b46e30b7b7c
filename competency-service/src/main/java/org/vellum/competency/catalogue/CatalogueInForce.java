package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** All entries of the catalogue that are in force, by the identifiers of their versions. */
@Repository
public class CatalogueInForce {
  private static final String PROGRAMS =
      """
      select p.id, p.code, p.title, p.description, p.credential_level, p.starts_on, p.requirements,
             array(select pc.course_sourced_id from competency.program_course pc
                    where pc.program_id = p.id order by pc.position) as courses
        from competency.program p
      """;
  private static final String CODE = " order by p.code";

  private final Jdbi jdbi;
  private final Relations relations;
  private final Prerequisites prerequisites;

  @Inject
  public CatalogueInForce(Jdbi jdbi, Relations relations, Prerequisites prerequisites) {
    this.jdbi = jdbi;
    this.relations = relations;
    this.prerequisites = prerequisites;
  }

  /** The whole as it would be sent. */
  public CatalogueDocument document() {
    List<Relation> all = List.copyOf(relations.inForce().values());
    return new CatalogueDocument(
        List.copyOf(programs().values()),
        List.copyOf(courses().values()),
        all.stream().flatMap(relation -> relation.asEvidence().stream()).toList(),
        all.stream().filter(relation -> relation.asEvidence().isEmpty()).toList(),
        List.copyOf(prerequisites.inForce().values()));
  }

  /** The programs in force, by their code. */
  public Map<UUID, Program> programs() {
    return programs(
        handle -> handle.createQuery(PROGRAMS + " where p.effective_to is null" + CODE));
  }

  /** The version in force of the program with this code. */
  public Optional<Map.Entry<UUID, Program>> findProgram(String code) {
    return programs(handle ->
            handle
                .createQuery(PROGRAMS + " where p.effective_to is null and p.code = :code")
                .bind("code", code))
        .entrySet()
        .stream()
        .findFirst();
  }

  /** A version of a program, be it in force or not. */
  public Optional<Program> findVersion(String code, UUID id) {
    return programs(handle ->
            handle
                .createQuery(PROGRAMS + " where p.code = :code and p.id = :id")
                .bind("code", code)
                .bind("id", id))
        .values()
        .stream()
        .findFirst();
  }

  /** The programs in force of which the requirements name a competency, on whatever day. */
  public List<Program> programsRequiring(UUID competency) {
    return List.copyOf(
        programs(handle ->
                handle
                    .createQuery(
                        PROGRAMS
                            + """
                             where p.effective_to is null and jsonb_path_exists(p.requirements,
                               '$.**.competency ? (@ == $id)', jsonb_build_object('id', :id::text))
                            """
                            + CODE)
                    .bind("id", competency.toString()))
            .values());
  }

  /**
   * A version of a program.
   *
   * @param id its identifier
   * @param begun when it came into force
   * @param ended when it ceased to be, if it did
   */
  public record Version(UUID id, Instant begun, Optional<Instant> ended) {}

  /** The last hundred versions of a program, the newest first. */
  public List<Version> listVersions(String code) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, effective_from as begun, effective_to as ended from competency.program
                 where code = :code order by effective_from desc, id desc limit 100
                """)
            .bind("code", code)
            .map(ConstructorMapper.of(Version.class))
            .list());
  }

  /** A program has few courses, so that they may come with every row of it. */
  private Map<UUID, Program> programs(Function<Handle, Query> query) {
    return jdbi.withHandle(handle ->
        query
            .apply(handle)
            .reduceRows(
                new LinkedHashMap<>(),
                (all, row) -> {
                  all.put(row.getColumn("id", UUID.class), program(row));
                  return all;
                }));
  }

  private static Program program(RowView row) {
    return new Program(
        row.getColumn("code", String.class),
        row.getColumn("title", String.class),
        Optional.ofNullable(row.getColumn("description", String.class)),
        Optional.ofNullable(row.getColumn("credential_level", String.class)),
        List.of(row.getColumn("courses", String[].class)),
        Optional.ofNullable(row.getColumn("starts_on", LocalDate.class)),
        StoredRequirements.read(row.getColumn("requirements", Jsonb.class)));
  }

  /** What completes the courses, by course. */
  public Map<UUID, CourseEntry> courses() {
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

  /** What completes this course, with what else the catalogue says of it. */
  public Optional<CourseEntry> findCourse(String sourcedId) {
    return courses().values().stream()
        .filter(entry -> entry.courseSourcedId().equals(sourcedId))
        .findFirst();
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
}
