package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
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
  CatalogueHistory(Jdbi jdbi, CatalogueInForce inForce, Clock clock, Ids ids) {
    this.jdbi = jdbi;
    this.inForce = inForce;
    this.clock = clock;
    this.ids = ids;
  }

  /** Lets one change after another work, until the caller's transaction ends. */
  void lock() {
    jdbi.useHandle(
        handle -> handle.execute("select pg_advisory_xact_lock(hashtext('competency.catalogue'))"));
  }

  /** Puts a document in force in place of all that was. */
  Change replaceBy(CatalogueDocument document) {
    return replace("program", inForce.programs(), document.programs(), this::insertPrograms)
        .and(replace("completion_rule", inForce.courses(), document.courses(), this::insertCourses))
        .and(
            replace(
                "evidence_rule", inForce.evidence(), document.evidence(), this::insertEvidence));
  }

  /** Begins one rule of evidence, and ends one of the same pair at another threshold. */
  Change begin(EvidenceRule rule) {
    Map<UUID, EvidenceRule> now = inForce.evidence();
    if (now.containsValue(rule)) {
      return new Change(0, 0);
    }
    EvidenceRule pair = rule.at(BigDecimal.ONE);
    List<UUID> same =
        now.entrySet().stream()
            .filter(entry -> entry.getValue().at(BigDecimal.ONE).equals(pair))
            .map(Map.Entry::getKey)
            .toList();
    end("evidence_rule", same);
    insertEvidence(List.of(rule));
    return new Change(1, same.size());
  }

  /** Ends one rule of evidence; false if none of this identifier is in force. */
  boolean endEvidence(UUID id) {
    return end("evidence_rule", List.of(id)) == 1;
  }

  private <T> Change replace(
      String table, Map<UUID, T> now, List<T> wanted, Consumer<List<T>> insert) {
    Set<T> stays = new HashSet<>(now.values());
    Set<T> wantedSet = new HashSet<>(wanted);
    List<UUID> ending = new ArrayList<>();
    now.forEach((id, entry) -> {
      if (!wantedSet.contains(entry)) {
        ending.add(id);
      }
    });
    List<T> beginning = wanted.stream().filter(entry -> !stays.contains(entry)).toList();
    end(table, ending);
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
                (id, code, title, description, credential_level, starts_on, effective_from)
              values (:id, :code, :title, :description, :credentialLevel, :effectiveFrom, :now)
              """);
      PreparedBatch courses =
          handle.prepareBatch(
              """
              insert into competency.program_course (program_id, position, course_sourced_id)
              values (:program, :position, :course)
              """);
      for (Program program : programs) {
        UUID id = ids.next();
        versions.bindMethods(program).bind("id", id).bind("now", now).add();
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

  private void insertEvidence(List<EvidenceRule> rules) {
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into competency.evidence_rule
                (id, competency, line_item_sourced_id, course_sourced_id, threshold,
                 effective_from)
              values (:id, :competency, :lineItem, :course, :threshold, :now)
              """);
      for (EvidenceRule rule : rules) {
        batch.bindMethods(rule).bind("id", ids.next()).bind("now", now).add();
      }
      batch.execute();
    });
  }
}
