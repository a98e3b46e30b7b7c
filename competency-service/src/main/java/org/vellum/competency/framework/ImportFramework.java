package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.competency.framework.casepackage.CasePackage.Reading;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes in a framework from a CASE package, whole or not at all. What is here already is never
 * changed by an import.
 */
@UseCase
public class ImportFramework {
  private final StoredPackages packages;
  private final AnnounceFramework announceFramework;
  private final AuditLog audit;
  private final Clock clock;
  private final Addresses addresses;
  private final FrameworkConfiguration bounds;

  @Inject
  public ImportFramework(
      StoredPackages packages,
      AnnounceFramework announceFramework,
      AuditLog audit,
      Clock clock,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.packages = packages;
    this.announceFramework = announceFramework;
    this.audit = audit;
    this.clock = clock;
    this.addresses = new Addresses(platform.baseUrl());
    this.bounds = bounds;
  }

  /** What came of an import. */
  public sealed interface Result {
    /** The framework is now here; the findings tell what is not as the standard wants it. */
    record Imported(UUID identifier, int items, int associations, List<Finding> findings)
        implements Result {
      public Imported {
        findings = List.copyOf(findings);
      }
    }

    /** The same framework, with the same content, was here before; nothing was changed. */
    record AlreadyImported(UUID identifier) implements Result {}

    /**
     * A framework with this identifier is here with another content, which an import does not
     * change; the findings tell what differs.
     */
    record Changed(UUID identifier, List<Finding> findings) implements Result {
      public Changed {
        findings = List.copyOf(findings);
      }
    }

    /** The package cannot be taken in; the findings tell why, each with its place. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Imports a package.
   *
   * @param json the package, CASE 1.0 or 1.1, as JSON
   * @param publishHere whether its objects get this server's addresses instead of their publisher's
   * @param actor who imports it, as the audit log names them
   */
  public Result importPackage(byte[] json, boolean publishHere, String actor) {
    if (json.length > bounds.maximumPackage()) {
      return new Result.Refused(List.of(ImportRefusals.tooLarge(bounds.maximumPackage())));
    }
    var terms = new CasePackage.Terms(addresses, publishHere, bounds.maximumObjects());
    return switch (CasePackage.read(json, terms)) {
      case Reading.Refused refused -> new Result.Refused(refused.findings());
      case Reading.Accepted accepted -> take(accepted.casePackage(), publishHere, actor);
    };
  }

  private Result take(CasePackage casePackage, boolean publishHere, String actor) {
    packages.oneAtATime();
    UUID identifier = casePackage.identifier();
    Optional<Map<CaseClass, Map<UUID, String>>> here = packages.findFingerprints(identifier);
    if (here.isPresent()) {
      List<Finding> changes = changes(here.get(), casePackage.fingerprints());
      return changes.isEmpty()
          ? new Result.AlreadyImported(identifier)
          : new Result.Changed(identifier, changes);
    }
    List<UUID> elsewhere =
        packages.itemsElsewhere(identifier, casePackage.identifiers(CaseClass.ITEM));
    if (!elsewhere.isEmpty()) {
      return new Result.Refused(ImportRefusals.taken(elsewhere));
    }
    var provenance = new StoredPackages.Provenance(actor, clock.instant(), publishHere);
    packages.add(casePackage, provenance);
    announceFramework.announce(identifier);
    return imported(casePackage, actor);
  }

  private Result imported(CasePackage casePackage, String actor) {
    int items = casePackage.count(CaseClass.ITEM);
    int associations = casePackage.count(CaseClass.ASSOCIATION);
    audit.record(
        AuditEntry.of(
            actor,
            "framework-imported",
            casePackage.identifier().toString(),
            Map.of(
                "items", Integer.toString(items),
                "associations", Integer.toString(associations))));
    return new Result.Imported(
        casePackage.identifier(), items, associations, casePackage.findings());
  }

  private static List<Finding> changes(
      Map<CaseClass, Map<UUID, String>> here, Map<CaseClass, Map<UUID, String>> given) {
    List<Finding> changes = new ArrayList<>();
    for (CaseClass type : CaseClass.values()) {
      Map<UUID, String> ours = here.getOrDefault(type, Map.of());
      Map<UUID, String> theirs = given.getOrDefault(type, Map.of());
      if (!ours.equals(theirs)) {
        changes.add(change(type, ours, theirs));
      }
    }
    return changes;
  }

  private static Finding change(CaseClass type, Map<UUID, String> ours, Map<UUID, String> theirs) {
    Set<UUID> added = new HashSet<>(theirs.keySet());
    added.removeAll(ours.keySet());
    Set<UUID> gone = new HashSet<>(ours.keySet());
    gone.removeAll(theirs.keySet());
    long changed =
        ours.entrySet().stream()
            .filter(entry -> theirs.containsKey(entry.getKey()))
            .filter(entry -> !entry.getValue().equals(theirs.get(entry.getKey())))
            .count();
    return Finding.error(
        "differs-from-imported",
        type == CaseClass.DOCUMENT ? "/CFDocument" : "/" + type.collection(),
        added.size() + " added, " + changed + " changed, " + gone.size() + " gone.");
  }
}
