package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.UseCase;

/**
 * Adopts a draft: from now on it is public, in force, and not changed any more. What it supersedes
 * is retired by it: still there, and still what attainments in it name, but not in force.
 */
@UseCase
public class AdoptFramework {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final Lineages lineages;
  private final AnnounceFramework announceFramework;
  private final Successions successions;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AdoptFramework(
      Frameworks frameworks,
      StoredPackages packages,
      Lineages lineages,
      AnnounceFramework announceFramework,
      Successions successions,
      AuditLog audit,
      Clock clock) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.lineages = lineages;
    this.announceFramework = announceFramework;
    this.successions = successions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of an adoption. */
  public sealed interface Result {
    /** The framework was a draft and is now implemented. */
    record Adopted(UUID identifier) implements Result {}

    /** The framework is no draft; nothing was changed. */
    record NoDraft(UUID identifier) implements Result {}

    /** Another version of the framework bears the same label; nothing was changed. */
    record LabelTaken(UUID by, String label) implements Result {}

    /** There is no such framework. */
    record Unknown() implements Result {}
  }

  /**
   * Adopts a framework.
   *
   * @param identifier identifier of its CFDocument
   * @param actor who adopts it, as the audit log names them
   */
  public Result adopt(UUID identifier, String actor) {
    packages.oneAtATime();
    packages.lock(identifier);
    Optional<Framework> framework = frameworks.find(identifier, Audience.REGISTRARS);
    if (framework.isEmpty()) {
      return new Result.Unknown();
    }
    if (!framework.get().draft()) {
      return new Result.NoDraft(identifier);
    }
    Optional<Result> taken = labelTaken(framework.get());
    if (taken.isPresent()) {
      return taken.get();
    }
    Instant now = clock.instant();
    Optional<Framework> former =
        lineages
            .findPredecessor(identifier)
            .flatMap(one -> frameworks.find(one, Audience.REGISTRARS));
    former.ifPresent(one -> retire(one, identifier, actor, now));
    packages.restate(identifier, implemented(framework.get().document(), now), now);
    former.ifPresent(one -> successions.follow(one.identifier(), identifier, actor));
    announceFramework.announce(identifier);
    audit.record(AuditEntry.of(actor, "framework-adopted", identifier.toString()));
    return new Result.Adopted(identifier);
  }

  /** A version is asked for by its label, so that no two of a line may bear the same. */
  private Optional<Result> labelTaken(Framework draft) {
    return lineages.list(draft.identifier(), Audience.REGISTRARS).stream()
        .map(Lineages.Version::framework)
        .filter(other -> !other.identifier().equals(draft.identifier()))
        .filter(other -> other.version().equals(draft.version()))
        .map(
            other -> (Result) new Result.LabelTaken(other.identifier(), draft.version().orElse("")))
        .findFirst();
  }

  private void retire(Framework former, UUID successor, String actor, Instant now) {
    ObjectNode document = read(former.document());
    document.put("adoptionStatus", AdoptionStatus.RETIRED);
    document.put("statusEndDate", today(now));
    document.put("lastChangeDateTime", now.toString());
    packages.restate(former.identifier(), document, now);
    audit.record(
        AuditEntry.of(
            actor,
            "framework-superseded",
            former.identifier().toString(),
            Map.of("by", successor.toString())));
  }

  /** CASE 1.1, implementation guide, sections 4.2 and 4.3: the document tells of every change. */
  private static ObjectNode implemented(String document, Instant now) {
    ObjectNode changed = read(document);
    changed.put("adoptionStatus", AdoptionStatus.IMPLEMENTED);
    changed.put("statusStartDate", today(now));
    changed.remove("statusEndDate");
    return changed.put("lastChangeDateTime", now.toString());
  }

  private static String today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
  }

  private static ObjectNode read(String document) {
    try {
      return (ObjectNode) Json.mapper().readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
