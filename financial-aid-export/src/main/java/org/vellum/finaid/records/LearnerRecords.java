package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.Equivalencies;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.ProgramRules;

/**
 * The records of a run: first those of the programs, then those of each learner. Made once for a
 * run; safe for several threads.
 */
public final class LearnerRecords {
  private final LocalDate asOf;
  private final Ruleset ruleset;
  private final Map<String, ProgramRules> programs = new HashMap<>();
  private final RecordBatch ofPrograms;

  private LearnerRecords(ProgramCatalogue catalogue, LocalDate asOf, Ruleset ruleset) {
    this.asOf = asOf;
    this.ruleset = ruleset;
    Equivalencies equivalencies = new Equivalencies(catalogue.equivalencies());
    RecordBatch.Builder batch = new RecordBatch.Builder(Set.of());
    for (ProgramFacts program : catalogue.programs().values()) {
      if (batch.add(ProgramRows.program(program, ruleset))) {
        programs.put(
            program.programVersionId(),
            ProgramRules.of(program, catalogue, equivalencies, ruleset));
      }
    }
    this.ofPrograms = batch.build();
  }

  /**
   * For a run.
   *
   * @param asOf the school's day up to which the facts are known
   */
  public static LearnerRecords by(ProgramCatalogue catalogue, LocalDate asOf, Ruleset ruleset) {
    return new LearnerRecords(catalogue, asOf, ruleset);
  }

  /** The records of the programs, and of what goes with them. */
  public RecordBatch ofPrograms() {
    return ofPrograms;
  }

  /** The records of one learner, in the order of the entities. */
  public RecordBatch of(LearnerFacts learner) {
    RecordBatch.Builder batch = new RecordBatch.Builder(new HashSet<>(programs.keySet()));
    for (EnrollmentFacts enrollment : learner.enrollments()) {
      EnrollmentRows rows = new EnrollmentRows(learner, enrollment, ruleset);
      ProgramRules program = programs.get(enrollment.programVersionId());
      if (program == null) {
        batch.add(rows.enrollment(enrollment.credit().remaining(), asOf));
        continue;
      }
      EnrollmentTimeline timeline = EnrollmentTimeline.of(learner, enrollment, program, asOf);
      batch.add(rows.enrollment(Optional.of(timeline.length()), asOf));
      timeline
          .timeline()
          .ifPresent(each -> {
            each.years().forEach(year -> batch.add(rows.year(year)));
            each.periods().forEach(period -> batch.add(rows.period(period)));
          });
      WithdrawalRows.of(timeline)
          .ifPresent(each -> batch.add(each.fill(rows.row(Entities.WITHDRAWAL, each.id()))));
      for (SapEvaluation evaluation : enrollment.evaluations()) {
        SapRows sap = new SapRows(timeline, evaluation);
        batch.add(sap.fill(rows.row(Entities.SAP_SNAPSHOT, sap.id())));
      }
    }
    return learner.suppressed() ? batch.suppressed() : batch.build();
  }

  /** The rules of a program that is exported; for a picture of one learner. */
  public Optional<ProgramRules> program(String programVersionId) {
    return Optional.ofNullable(programs.get(programVersionId));
  }
}
