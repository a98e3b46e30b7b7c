package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.UseCase;

/** Adopts a draft: from now on it is public, in force, and not changed any more. */
@UseCase
public class AdoptFramework {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AdoptFramework(
      Frameworks frameworks, StoredPackages packages, AuditLog audit, Clock clock) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of an adoption. */
  public sealed interface Result {
    /** The framework was a draft and is now implemented. */
    record Adopted(UUID identifier) implements Result {}

    /** The framework is no draft; nothing was changed. */
    record NoDraft(UUID identifier) implements Result {}

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
    Optional<Framework> framework = frameworks.find(identifier, Audience.REGISTRARS);
    if (framework.isEmpty()) {
      return new Result.Unknown();
    }
    if (!framework.get().draft()) {
      return new Result.NoDraft(identifier);
    }
    Instant now = clock.instant();
    packages.restate(identifier, implemented(framework.get().document(), now), now);
    audit.record(AuditEntry.of(actor, "framework-adopted", identifier.toString()));
    return new Result.Adopted(identifier);
  }

  /** CASE 1.1, implementation guide, sections 4.2 and 4.3: the document tells of every change. */
  private static ObjectNode implemented(String document, Instant now) {
    try {
      ObjectNode changed = (ObjectNode) Json.mapper().readTree(document);
      changed.put("adoptionStatus", AdoptionStatus.IMPLEMENTED);
      changed.put("statusStartDate", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
      changed.remove("statusEndDate");
      changed.put("lastChangeDateTime", now.toString());
      return changed;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
