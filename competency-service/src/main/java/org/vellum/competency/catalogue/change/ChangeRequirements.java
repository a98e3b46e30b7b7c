package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Changes what a program requires: its version in force ends and another begins. */
@UseCase
public class ChangeRequirements {
  private final References references;
  private final CatalogueInForce inForce;
  private final CatalogueHistory history;
  private final AuditLog audit;
  private final AnnouncePrograms programs;

  @Inject
  public ChangeRequirements(
      References references,
      CatalogueInForce inForce,
      CatalogueHistory history,
      AuditLog audit,
      AnnouncePrograms programs) {
    this.references = references;
    this.inForce = inForce;
    this.history = history;
    this.audit = audit;
    this.programs = programs;
  }

  /** A change of the JSON of requirements. */
  @FunctionalInterface
  public interface Change {
    /** What is to be, from what is; findings if that cannot be changed so. */
    JsonNode of(JsonNode now, Findings findings);
  }

  /** How it ends. */
  public sealed interface Result {
    /** The requirements are in force. */
    record Changed(Program program) implements Result {}

    /** The program requires the same as before. */
    record Same(Program program) implements Result {}

    /** No such program is in force. */
    record Unknown() implements Result {}

    /**
     * Somebody else changed the program since it was looked at; nothing was done.
     *
     * @param version identifier of the version in force
     * @param theirs the program in that version
     * @param yours what would have been required; empty if that cannot be told
     */
    record Overtaken(UUID version, Program theirs, Optional<List<Requirements>> yours)
        implements Result {}

    /** The requirements were refused for these faults. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Changes the requirements.
   *
   * @param code the program's code
   * @param seen the version that the change is for, if it is for a certain one
   * @param change the change of the array {@code requirements} as it stands in a catalogue
   * @param actor who does it
   */
  public Result change(String code, Optional<UUID> seen, Change change, String actor) {
    history.lock();
    Optional<Map.Entry<UUID, Program>> found = inForce.findProgram(code);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    UUID version = found.get().getKey();
    Program program = found.get().getValue();
    if (seen.filter(id -> !id.equals(version)).isPresent()) {
      return new Result.Overtaken(version, program, late(code, seen.get(), change));
    }
    Findings findings = new Findings();
    List<Requirements> wanted = wanted(program, change, findings);
    if (findings.isEmpty()) {
      references.check(wanted, findings);
    }
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    if (wanted.equals(program.requirements())) {
      return new Result.Same(program);
    }
    Program next = program.requiring(wanted);
    history.succeed(version, next);
    programs.changed(next, inForce.courses().values());
    audit.record(AuditEntry.of(actor, "program-requirements-changed", code));
    return new Result.Changed(next);
  }

  private static List<Requirements> wanted(Program program, Change change, Findings findings) {
    JsonNode now = Json.mapper().valueToTree(program.requirements());
    return RequirementReader.list(new Member(change.of(now, findings), "", findings));
  }

  /** What a change would have made of the version for which it came too late. */
  private Optional<List<Requirements>> late(String code, UUID seen, Change change) {
    Findings findings = new Findings();
    return inForce
        .findVersion(code, seen)
        .map(program -> wanted(program, change, findings))
        .filter(wanted -> findings.isEmpty());
  }
}
