package org.vellum.finaid.parameters;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.facts.ProgramParameters;
import org.vellum.finaid.facts.ProgramParameters.Listed;
import org.vellum.finaid.facts.Programs;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Sets a program's parameters for learners who begin on a day or later, or only tells the effect.
 */
@UseCase
public class SetParameters {
  private final ProgramParameters parameters;
  private final Programs programs;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public SetParameters(
      ProgramParameters parameters, Programs programs, AuditLog audit, Clock clock) {
    this.parameters = parameters;
    this.programs = programs;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it ends. */
  public sealed interface Result {
    /** They could be kept, and this would change; nothing was. */
    record Shown(ProgramFacts facts, Effect effect) implements Result {}

    /** They are kept. */
    record Saved(ProgramFacts facts, Effect effect) implements Result {}

    /** They cannot be kept, for these faults. */
    record Refused(List<Finding> findings) implements Result {}

    /** Somebody else set them since they were looked at. */
    record Overtaken() implements Result {}

    /** The catalogue published no such program. */
    record UnknownProgram() implements Result {}
  }

  /** Whether to keep them. */
  public enum Wish {
    SHOW,
    SAVE
  }

  /**
   * Sets them.
   *
   * @param code of the program
   * @param form the fields of the form by their names
   * @param actor who does it
   */
  public Result set(String code, Map<String, String> form, Wish wish, String actor) {
    Instant now = clock.instant();
    Optional<Listed> program = parameters.find(code);
    if (program.isEmpty()) {
      return new Result.UnknownProgram();
    }
    ParametersForm read = ParametersForm.read(program.get(), form, now);
    if (!read.findings().isEmpty()) {
      return new Result.Refused(read.findings());
    }
    ProgramFacts facts = read.facts();
    Effect effect = effect(code, facts);
    if (wish == Wish.SHOW) {
      return new Result.Shown(facts, effect);
    }
    if (!parameters.add(facts, read.seen(), actor, now)) {
      return new Result.Overtaken();
    }
    programs.changed(List.of(code));
    audit.record(
        AuditEntry.of(
            actor,
            "program-parameters-set",
            facts.programVersionId(),
            Map.of(
                "revision", Integer.toString(read.seen() + 1),
                "learners-affected", Integer.toString(effect.affected()))));
    return new Result.Saved(facts, effect);
  }

  private Effect effect(String code, ProgramFacts next) {
    List<ProgramFacts> versions = parameters.versions(code);
    LocalDate from = next.identity().effectiveFrom();
    Optional<ProgramFacts> now =
        versions.stream()
            .filter(each -> !each.identity().effectiveFrom().isAfter(from))
            .reduce((one, later) -> later);
    Optional<LocalDate> until =
        versions.stream()
            .map(each -> each.identity().effectiveFrom())
            .filter(day -> day.isAfter(from))
            .findFirst();
    return Effect.of(now, next, parameters.groups(code, from, until));
  }
}
