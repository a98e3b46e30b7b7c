package org.vellum.competency.framework.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Begins a new version of a framework: a draft that will supersede it once it is adopted. */
@UseCase
public class NewVersion {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final Lineages lineages;
  private final VersionContents versions;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;
  private final Addresses addresses;
  private final FrameworkConfiguration bounds;

  @Inject
  public NewVersion(
      Frameworks frameworks,
      StoredPackages packages,
      Lineages lineages,
      VersionContents versions,
      AuditLog audit,
      Clock clock,
      Ids ids,
      PlatformConfiguration platform,
      FrameworkConfiguration bounds) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.lineages = lineages;
    this.versions = versions;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.addresses = new Addresses(platform.baseUrl());
    this.bounds = bounds;
  }

  /** What came of beginning a version. */
  public sealed interface Result {
    /** The draft is here; the findings tell what in it is not as the standard wants it. */
    record Begun(UUID draft, List<Finding> findings) implements Result {
      public Begun {
        findings = List.copyOf(findings);
      }
    }

    /** A new version was begun before, and is a draft still; nothing was changed. */
    record AlreadyBegun(UUID draft) implements Result {}

    /** A later version is in force, from which to begin; nothing was changed. */
    record Superseded(UUID by) implements Result {}

    /** The framework is itself a draft, which can be revised as it is. */
    record StillDraft(UUID identifier) implements Result {}

    /** The copy could not be taken in; the findings tell why. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** There is no such framework. */
    record Unknown() implements Result {}
  }

  /**
   * Begins a draft that is to supersede a framework.
   *
   * @param predecessor identifier of the CFDocument to be superseded
   * @param content gives the CFPackage of which the draft is a copy with fresh identifiers: that of
   *     the predecessor, or a later one of its publisher; asked at most once, and not held longer
   *     than it is copied, because it may be large
   * @param actor who begins it, as the audit log names them
   */
  public Result draftFrom(UUID predecessor, Supplier<ObjectNode> content, String actor) {
    packages.oneAtATime();
    Optional<Framework> framework = frameworks.find(predecessor, Audience.REGISTRARS);
    if (framework.isEmpty()) {
      return new Result.Unknown();
    }
    if (framework.get().draft()) {
      return new Result.StillDraft(predecessor);
    }
    Optional<Framework> successor =
        lineages
            .findSuccessor(predecessor)
            .flatMap(later -> frameworks.find(later, Audience.REGISTRARS));
    if (successor.isPresent()) {
      UUID later = successor.get().identifier();
      return successor.get().draft()
          ? new Result.AlreadyBegun(later)
          : new Result.Superseded(later);
    }
    return begin(predecessor, content, actor);
  }

  private Result begin(UUID predecessor, Supplier<ObjectNode> content, String actor) {
    Instant now = clock.instant();
    Copied copy = copied(predecessor, content, now);
    var terms = new CasePackage.Terms(addresses, false, bounds.maximumObjects());
    return switch (CasePackage.read(copy.json(), terms)) {
      case CasePackage.Reading.Refused refused -> new Result.Refused(refused.findings());
      case CasePackage.Reading.Accepted accepted -> {
        packages.add(accepted.casePackage(), new StoredPackages.Provenance(actor, now, true));
        lineages.begin(copy.identifier(), predecessor, actor, now);
        audit.record(
            AuditEntry.of(
                actor,
                "framework-version-begun",
                copy.identifier().toString(),
                Map.of("supersedes", predecessor.toString())));
        yield new Result.Begun(copy.identifier(), accepted.casePackage().findings());
      }
    };
  }

  /** A copy, as it would be received. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
  private record Copied(UUID identifier, byte[] json) {}

  /** Neither the original nor the tree of its copy is held once this returns. */
  private Copied copied(UUID predecessor, Supplier<ObjectNode> content, Instant now) {
    PackageCopy copy =
        PackageCopy.of(
            content.get(),
            new PackageCopy.Terms(ids::nextV4, addresses, now, versions.formerItems(predecessor)));
    return new Copied(copy.identifier(), bytes(copy.casePackage()));
  }

  private static byte[] bytes(ObjectNode whole) {
    try {
      return Json.mapper().writeValueAsBytes(whole);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
