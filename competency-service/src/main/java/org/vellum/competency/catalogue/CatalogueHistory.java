package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/**
 * The catalogue with its past: what is in force has no end. Nothing is overwritten; a change ends
 * the one version and begins another.
 */
@Repository
public class CatalogueHistory {
  private final Jdbi jdbi;
  private final CatalogueInForce inForce;
  private final Relations relations;
  private final Prerequisites prerequisites;
  private final Clock clock;
  private final Ids ids;

  /**
   * What a change did.
   *
   * @param begun entries that are in force from now on
   * @param ended entries that are in force no more
   */
  public record Change(int begun, int ended) {
    Change and(Change other) {
      return new Change(begun + other.begun, ended + other.ended);
    }
  }

  @Inject
  public CatalogueHistory(
      Jdbi jdbi,
      CatalogueInForce inForce,
      Relations relations,
      Prerequisites prerequisites,
      Clock clock,
      Ids ids) {
    this.jdbi = jdbi;
    this.inForce = inForce;
    this.relations = relations;
    this.prerequisites = prerequisites;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lets one change after another work, until the caller's transaction ends. */
  public void lock() {
    jdbi.useHandle(
        handle -> handle.execute("select pg_advisory_xact_lock(hashtext('competency.catalogue'))"));
  }

  /** Puts a document in force in place of all that was. */
  public Change replaceBy(CatalogueDocument document) {
    return replace(
            inForce.programs(),
            document.programs(),
            ending -> end("program", ending),
            this::insertPrograms)
        .and(
            replace(
                inForce.courses(),
                document.courses(),
                ending -> end("completion_rule", ending),
                this::insertCourses))
        .and(
            replace(
                relations.inForce(), document.allRelations(), relations::end, relations::insert))
        .and(
            replace(
                prerequisites.inForce(),
                document.prerequisites(),
                prerequisites::end,
                prerequisites::insert));
  }

  /**
   * Begins one relation. What was said of the same three ends, on the days of the new one: before
   * and after them it goes on as it was.
   */
  public Change begin(Relation relation) {
    Map<UUID, Relation> alike = relations.findAlike(relation);
    if (alike.containsValue(relation)) {
      return new Change(0, 0);
    }
    List<UUID> ending = new ArrayList<>();
    List<Relation> beginning = new ArrayList<>();
    alike.forEach((id, other) -> {
      if (other.period().overlaps(relation.period())) {
        ending.add(id);
        other
            .period()
            .without(relation.period())
            .forEach(rest -> beginning.add(other.during(rest)));
      }
    });
    beginning.add(relation);
    relations.end(ending);
    relations.insert(beginning);
    return new Change(beginning.size(), ending.size());
  }

  /** Begins one prerequisite; one of the same two on the same days ends. */
  public Change begin(Prerequisite prerequisite) {
    Map<UUID, Prerequisite> now = prerequisites.inForce();
    if (now.containsValue(prerequisite)) {
      return new Change(0, 0);
    }
    List<UUID> ending = new ArrayList<>();
    List<Prerequisite> beginning = new ArrayList<>();
    now.forEach((id, other) -> {
      if (other.pair().equals(prerequisite.pair())
          && other.period().overlaps(prerequisite.period())) {
        ending.add(id);
        other
            .period()
            .without(prerequisite.period())
            .forEach(rest -> beginning.add(other.during(rest)));
      }
    });
    beginning.add(prerequisite);
    prerequisites.end(ending);
    prerequisites.insert(beginning);
    return new Change(beginning.size(), ending.size());
  }

  /** Begins another version of a program, of which that of this identifier ends. */
  public void succeed(UUID version, Program program) {
    end("program", List.of(version));
    insertPrograms(List.of(program));
  }

  /** Ends one relation; false if none of this identifier is in the catalogue. */
  public boolean endRelation(UUID id) {
    return relations.end(List.of(id)) == 1;
  }

  /** Ends one prerequisite; false if none of this identifier is in the catalogue. */
  public boolean endPrerequisite(UUID id) {
    return prerequisites.end(List.of(id)) == 1;
  }

  private static <T> Change replace(
      Map<UUID, T> now, List<T> wanted, Consumer<Collection<UUID>> end, Consumer<List<T>> insert) {
    Set<T> stays = new HashSet<>(now.values());
    Set<T> wantedSet = new HashSet<>(wanted);
    List<UUID> ending = new ArrayList<>();
    now.forEach((id, entry) -> {
      if (!wantedSet.contains(entry)) {
        ending.add(id);
      }
    });
    List<T> beginning = wanted.stream().filter(entry -> !stays.contains(entry)).toList();
    end.accept(ending);
    if (!beginning.isEmpty()) {
      insert.accept(beginning);
    }
    return new Change(beginning.size(), ending.size());
  }

  /** A clock that went back must not let a rule end before it began. */
  private int end(String table, Collection<UUID> identifiers) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update competency."
                    + table
                    + " set effective_to = greatest(effective_from, :now)"
                    + " where id = any(:ids) and effective_to is null")
            .bind("now", clock.instant())
            .bind("ids", identifiers.toArray(UUID[]::new))
            .execute());
  }

  private void insertPrograms(List<Program> programs) {
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch versions =
          handle.prepareBatch(
              """
              insert into competency.program
                (id, code, title, description, credential_level, starts_on, requirements,
                 effective_from)
              values (:id, :code, :title, :description, :credentialLevel, :effectiveFrom,
                 :required, :now)
              """);
      PreparedBatch courses =
          handle.prepareBatch(
              """
              insert into competency.program_course (program_id, position, course_sourced_id)
              values (:program, :position, :course)
              """);
      for (Program program : programs) {
        UUID id = ids.next();
        versions
            .bindMethods(program)
            .bind("required", StoredRequirements.write(program.requirements()))
            .bind("id", id)
            .bind("now", now)
            .add();
        for (int i = 0; i < program.courses().size(); i++) {
          courses.bind("program", id).bind("position", i);
          courses.bind("course", program.courses().get(i)).add();
        }
      }
      versions.execute();
      if (courses.size() > 0) {
        courses.execute();
      }
    });
  }

  private void insertCourses(List<CourseEntry> courses) {
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into competency.completion_rule
                (id, course_sourced_id, category_sourced_id, threshold, credits, description,
                 effective_from)
              values (:id, :courseSourcedId, :category, :threshold, :credits, :description,
                 :now)
              """);
      for (CourseEntry course : courses) {
        batch
            .bindMethods(course)
            .bindMethods(course.completedBy())
            .bind("id", ids.next())
            .bind("now", now)
            .add();
      }
      batch.execute();
    });
  }
}
