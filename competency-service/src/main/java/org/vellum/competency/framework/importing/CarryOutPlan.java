package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.ImportRefusals;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Carries out a plan: a framework that is new is imported; into one that its publisher keeps
 * elsewhere, or that is a draft, the package is merged in place. All or nothing.
 */
@UseCase
public class CarryOutPlan {
  private final Plans plans;
  private final Previews previews;
  private final Frameworks frameworks;
  private final ImportFramework importFramework;
  private final StoredPackages packages;
  private final MergedRows rows;
  private final Revisions revisions;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public CarryOutPlan(
      Plans plans,
      Previews previews,
      Frameworks frameworks,
      ImportFramework importFramework,
      StoredPackages packages,
      MergedRows rows,
      Revisions revisions,
      AuditLog audit,
      Clock clock) {
    this.plans = plans;
    this.previews = previews;
    this.frameworks = frameworks;
    this.importFramework = importFramework;
    this.packages = packages;
    this.rows = rows;
    this.revisions = revisions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The framework is now here. */
    record Imported(UUID framework, int items, int associations) implements Result {}

    /** The package was merged in; what stood before is kept under the number. */
    record Merged(UUID framework, int revision, int retired) implements Result {}

    /** The framework here changed since the plan was made; nothing was changed. */
    record Stale() implements Result {}

    /** The framework is this institution's own and in force; it takes a new version instead. */
    record InForceHere(UUID framework) implements Result {}

    /** The package cannot be taken in as things stand now; nothing was changed. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** There is no such plan, or not any more. */
    record Unknown() implements Result {}
  }

  /**
   * Carries out a plan.
   *
   * @param id the plan
   * @param actor who decides so, as the audit log names them
   */
  public Result carryOut(UUID id, String actor) {
    packages.oneAtATime();
    Instant now = clock.instant();
    Optional<Plan> found = plans.find(id, now);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    Plan plan = found.get();
    Optional<Framework> here = frameworks.find(plan.framework(), Audience.REGISTRARS);
    if (plan.isStale(here.map(Framework::changedAt))) {
      return new Result.Stale();
    }
    if (here.isEmpty()) {
      return importNew(plan, actor);
    }
    if (!previews.mayMerge(here.get())) {
      return new Result.InForceHere(plan.framework());
    }
    return merge(plan, here.get(), now, actor);
  }

  private Result importNew(Plan plan, String actor) {
    byte[] json = plans.getPackage(plan.id());
    return switch (importFramework.importPackage(json, plan.publishHere(), actor)) {
      case ImportFramework.Result.Imported done -> {
        plans.end(plan.id());
        yield new Result.Imported(done.identifier(), done.items(), done.associations());
      }
      case ImportFramework.Result.Refused refused -> new Result.Refused(refused.findings());
      case ImportFramework.Result.AlreadyImported same -> new Result.Stale();
      case ImportFramework.Result.Changed changed -> new Result.Stale();
    };
  }

  private Result merge(Plan plan, Framework here, Instant now, String actor) {
    CasePackage given = previews.read(plan);
    List<UUID> elsewhere =
        packages.itemsElsewhere(here.identifier(), given.identifiers(CaseClass.ITEM));
    if (!elsewhere.isEmpty()) {
      return new Result.Refused(ImportRefusals.taken(elsewhere));
    }
    int revision = revisions.keep(here.identifier(), now, actor);
    ObjectNode document =
        MergedDocument.of(tree(here.document()), here.draft(), given.document().strict());
    rows.mark(here.identifier(), now);
    var provenance = new StoredPackages.Provenance(actor, now, plan.publishHere());
    packages.put(given, document, provenance);
    int retired = rows.settle(here.identifier(), now);
    if (retired > 0) {
      // Implementation guide, section 4.3: the document tells of every change.
      document.put("lastChangeDateTime", now.toString());
      packages.restate(here.identifier(), document, now);
    }
    plans.end(plan.id());
    audit.record(
        AuditEntry.of(
            actor,
            "framework-merged",
            here.identifier().toString(),
            Map.of("revision", Integer.toString(revision), "retired", Integer.toString(retired))));
    return new Result.Merged(here.identifier(), revision, retired);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
