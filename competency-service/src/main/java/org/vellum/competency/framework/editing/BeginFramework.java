package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.framework.AdoptionStatus;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Begins a framework with nothing in it: a draft of this server's own, such as for a crosswalk. */
@UseCase
public class BeginFramework {
  private static final int OBJECTS = 1;

  private final StoredPackages packages;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;
  private final Addresses addresses;

  @Inject
  BeginFramework(
      StoredPackages packages,
      AuditLog audit,
      Clock clock,
      Ids ids,
      PlatformConfiguration platform) {
    this.packages = packages;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
    this.addresses = new Addresses(platform.baseUrl());
  }

  /** What came of beginning. */
  sealed interface Result {
    /** The draft is here. */
    record Begun(UUID draft) implements Result {}

    /** The framework cannot be kept; the findings tell why. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Begins a draft.
   *
   * @param title its title
   * @param creator who makes it
   * @param actor who begins it, as the audit log names them
   */
  public Result begin(String title, String creator, String actor) {
    if (title.isBlank() || creator.isBlank()) {
      return new Result.Refused(
          List.of(Finding.error("missing-member", "", "A framework has a title and a creator.")));
    }
    UUID identifier = ids.nextV4();
    Instant now = clock.instant();
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole
        .putObject("CFDocument")
        .put("identifier", identifier.toString())
        .put("uri", addresses.of(CaseClass.DOCUMENT, identifier))
        .put("title", title.strip())
        .put("creator", creator.strip())
        .put("version", "1")
        .put("adoptionStatus", AdoptionStatus.DRAFT)
        .put("lastChangeDateTime", now.toString());
    whole.putArray("CFItems");
    whole.putArray("CFAssociations");
    var terms = new CasePackage.Terms(addresses, false, OBJECTS);
    return switch (CasePackage.read(bytes(whole), terms)) {
      case CasePackage.Reading.Refused refused -> new Result.Refused(refused.findings());
      case CasePackage.Reading.Accepted accepted -> {
        packages.oneAtATime();
        packages.add(accepted.casePackage(), new StoredPackages.Provenance(actor, now, true));
        audit.record(AuditEntry.of(actor, "framework-begun", identifier.toString()));
        yield new Result.Begun(identifier);
      }
    };
  }

  private static byte[] bytes(ObjectNode whole) {
    try {
      return Json.mapper().writeValueAsBytes(whole);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
