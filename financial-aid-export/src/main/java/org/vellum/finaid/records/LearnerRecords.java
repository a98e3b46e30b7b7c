package org.vellum.finaid.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.timeline.model.ProgramRules;

/**
 * The records of a run: first those of the programs, then those of each learner. Made once for a
 * run; safe for several threads.
 */
public final class LearnerRecords {
  private final LocalDate asOf;
  private final Ruleset ruleset;
  private final CatalogueRecords.Made catalogue;
  private final Map<String, Condition> duplicates;

  private LearnerRecords(
      CatalogueRecords.Made catalogue,
      LocalDate asOf,
      Ruleset ruleset,
      Map<String, Condition> duplicates) {
    this.asOf = asOf;
    this.ruleset = ruleset;
    this.catalogue = catalogue;
    this.duplicates = Map.copyOf(duplicates);
  }

  /**
   * For a run.
   *
   * @param asOf the school's day up to which the facts are known
   */
  public static LearnerRecords by(ProgramCatalogue catalogue, LocalDate asOf, Ruleset ruleset) {
    return new LearnerRecords(
        CatalogueRecords.of(catalogue, asOf, ruleset), asOf, ruleset, Map.of());
  }

  /** The same, where learners who have an identifier that is another's too are all rejected. */
  public LearnerRecords withDuplicateIds(Set<String> institutionStudentIds) {
    return with(institutionStudentIds, Condition.STUDENT_DUPLICATE);
  }

  /**
   * The same, where learners whose social security number is another's too are all rejected.
   *
   * @param institutionStudentIds who they are
   */
  public LearnerRecords withDuplicateNumbers(Set<String> institutionStudentIds) {
    return with(institutionStudentIds, Condition.SSN_DUPLICATE);
  }

  private LearnerRecords with(Set<String> ids, Condition condition) {
    Map<String, Condition> all = new HashMap<>(duplicates);
    ids.forEach(id -> all.put(id, condition));
    return new LearnerRecords(catalogue, asOf, ruleset, all);
  }

  /** The records of the programs, and of what goes with them. */
  public RecordBatch ofPrograms() {
    return catalogue.batch();
  }

  /** By which rules. */
  public Ruleset ruleset() {
    return ruleset;
  }

  /** The school's day up to which the facts are known. */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * Letters that differ when what the learner's programs say differs: their parameters, their
   * equivalencies, the calendars.
   */
  public String programsOf(LearnerFacts learner) {
    StringBuilder letters = new StringBuilder();
    for (EnrollmentFacts enrollment : learner.enrollments()) {
      letters.append(catalogue.sayings().getOrDefault(enrollment.programVersionId(), "-"));
    }
    return letters.toString();
  }

  /** The rules of a program that is exported. */
  public Optional<ProgramRules> program(String programVersionId) {
    return Optional.ofNullable(catalogue.programs().get(programVersionId));
  }

  /**
   * The records of one learner whose facts were exported before.
   *
   * @param last when the last of the facts that were exported became known: what is older now, such
   *     as after a restore, is rejected
   */
  public RecordBatch of(LearnerFacts learner, Instant last) {
    return learner.sourceAsOf().isBefore(last)
        ? of(learner, PublishedBefore.NONE, List.of(Condition.STALE_SOURCE))
        : of(learner);
  }

  /** The records of one learner: of each entity in the order of its file. */
  public RecordBatch of(LearnerFacts learner) {
    return of(learner, PublishedBefore.NONE);
  }

  /**
   * The records of one learner, each as of the time as of which it was published before. One that
   * says something else now is to be given as of the time of the learner's facts.
   */
  public RecordBatch of(LearnerFacts learner, PublishedBefore before) {
    return of(learner, before, List.of());
  }

  private RecordBatch of(LearnerFacts learner, PublishedBefore before, List<Condition> found) {
    Map<String, ProgramRules> programs = catalogue.programs();
    RecordBatch.Builder batch = new RecordBatch.Builder(programs.keySet());
    LearnerRows rows = new LearnerRows(learner, ruleset, before);
    batch.add(rows.student(), student(learner, found));
    for (EnrollmentFacts enrollment : learner.enrollments()) {
      Optional<ProgramRules> program = program(enrollment.programVersionId());
      new EnrollmentRecords(learner, enrollment, program, asOf, rows, batch).add();
    }
    return learner.suppressed() ? batch.suppressed() : batch.build();
  }

  private List<RowError> student(LearnerFacts learner, List<Condition> found) {
    String id = learner.student().institutionStudentId();
    List<RowError> errors = new ArrayList<>(1);
    Condition duplicate = duplicates.get(id);
    if (duplicate != null) {
      errors.add(Condition.ofStudent(duplicate, id, "institutionStudentId"));
    }
    if (learner.student().birthDate().isEmpty()) {
      errors.add(Condition.ofStudent(Condition.BIRTH_DATE_MISSING, id, "birthDate"));
    }
    found.forEach(each -> errors.add(Condition.ofStudent(each, id, "sourceAsOf")));
    return errors;
  }
}
