package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Says what a source means by an identifier that the roster does not know. */
@UseCase
public class MapIdentifier {
  private final Roster roster;
  private final Mappings mappings;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public MapIdentifier(Roster roster, Mappings mappings, AuditLog audit, Clock clock, Ids ids) {
    this.roster = roster;
    this.mappings = mappings;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** How it ends. */
  public sealed interface Result {
    /** From now on the identifier is understood. */
    record Mapped() implements Result {}

    /** The roster knows nothing by the name that is meant. */
    record NotInRoster() implements Result {}
  }

  /** Makes a mapping, in the place of an earlier one. */
  public Result map(Mapping mapping, String actor) {
    boolean known =
        switch (mapping.kind()) {
          case LEARNER -> roster.findLearner(mapping.meant()).isPresent();
          case LINE_ITEM -> roster.findLineItem(mapping.meant()).isPresent();
        };
    if (!known) {
      return new Result.NotInRoster();
    }
    UUID id = ids.next();
    mappings.make(id, mapping, actor, clock.instant());
    audit.record(
        AuditEntry.of(
            actor,
            "identifier-mapped",
            id.toString(),
            Map.of("source", mapping.source(), "kind", mapping.kind().word())));
    return new Result.Mapped();
  }
}
