package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.StoredJson;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.Addresses;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.competency.framework.casepackage.SingleObject;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Changes a draft, unless somebody was faster; what is adopted is never changed. */
@UseCase
public class EditDraft {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final DraftRows rows;
  private final Branches branches;
  private final Changes changes;
  private final Clock clock;
  private final Ids ids;
  private final Addresses addresses;

  @Inject
  EditDraft(
      Frameworks frameworks,
      StoredPackages packages,
      DraftRows rows,
      Branches branches,
      Changes changes,
      Clock clock,
      Ids ids,
      PlatformConfiguration platform) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.rows = rows;
    this.branches = branches;
    this.changes = changes;
    this.clock = clock;
    this.ids = ids;
    this.addresses = new Addresses(platform.baseUrl());
  }

  /** What came of a change. */
  sealed interface Result {
    /** The draft is changed. */
    record Changed(UUID change) implements Result {}

    /**
     * Somebody changed or removed the object meanwhile; nothing was done.
     *
     * @param mine what was to be
     * @param theirs what is now; empty if the object is gone, or was not there before
     */
    record Lost(ObjectEdit mine, Optional<Stored> theirs) implements Result {}

    /** The change would leave something that cannot be kept; the findings tell what. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** The framework is no draft and is not changed any more. */
    record Adopted(UUID framework) implements Result {}

    /** There is no such framework. */
    record Unknown() implements Result {}
  }

  /** An object before and after, as it is written. */
  private record Written(ObjectEdit edit, Optional<Stored> before, Optional<CaseObject> after) {}

  /**
   * Changes a draft.
   *
   * @param framework identifier of the draft's CFDocument
   * @param actor who changes it
   */
  public Result edit(UUID framework, Edit edit, String actor) {
    packages.lock(framework);
    Optional<Framework> found = frameworks.find(framework, Audience.REGISTRARS);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    if (!found.get().draft()) {
      return new Result.Adopted(framework);
    }
    Instant now = clock.instant();
    List<Written> written = new ArrayList<>();
    for (ObjectEdit each : edit.objects()) {
      Optional<Stored> before = rows.find(framework, each.type(), each.identifier());
      if (!before.map(Stored::fingerprint).orElse("").equals(each.expected())) {
        return new Result.Lost(each, before);
      }
      Optional<SingleObject.Reading> reading = read(framework, each, before, now);
      if (reading.orElse(null) instanceof SingleObject.Reading.Refused refused) {
        return new Result.Refused(refused.findings());
      }
      Optional<CaseObject> after = reading.map(EditDraft::accepted);
      List<Finding> dropped = after.map(object -> dropped(each, before, object)).orElse(List.of());
      if (!dropped.isEmpty()) {
        return new Result.Refused(dropped);
      }
      written.add(new Written(each, before, after));
    }
    List<Finding> faults = branches.faults(framework, edit.objects());
    return faults.isEmpty()
        ? write(framework, edit.summary(), written, now, actor)
        : new Result.Refused(faults);
  }

  private static CaseObject accepted(SingleObject.Reading reading) {
    return ((SingleObject.Reading.Accepted) reading).object();
  }

  /** The object to be written as it will stand; empty if it is to be removed. */
  private Optional<SingleObject.Reading> read(
      UUID framework, ObjectEdit edit, Optional<Stored> before, Instant now) {
    return edit.after()
        .map(after -> {
          ObjectNode object = after.deepCopy();
          object.put("lastChangeDateTime", now.toString());
          List<Integer> positions =
              before
                  .map(Stored::positions)
                  .orElseGet(() -> List.of(rows.nextPosition(framework, edit.type())));
          return SingleObject.read(edit.type(), object, positions, addresses);
        });
  }

  /** New values that would be kept but never served; what was so before may stay so. */
  private static List<Finding> dropped(
      ObjectEdit edit, Optional<Stored> before, CaseObject object) {
    JsonNode former =
        before.map(stored -> StoredJson.read(stored.received())).orElse(MissingNode.getInstance());
    return edit.after().stream()
        .flatMap(ObjectNode::propertyStream)
        .filter(member -> !object.strict().has(member.getKey()))
        .filter(member -> !member.getValue().equals(former.path(member.getKey())))
        .map(member ->
            Finding.error(
                "not-valid",
                "/" + member.getKey(),
                "CASE cannot keep this value of " + member.getKey() + "."))
        .toList();
  }

  private Result write(
      UUID framework, String summary, List<Written> written, Instant now, String actor) {
    List<Changes.Kept> kept = new ArrayList<>();
    Map<CaseClass, Integer> added = new EnumMap<>(CaseClass.class);
    for (Written each : written) {
      ObjectEdit edit = each.edit();
      if (each.after().isPresent()) {
        CaseObject object = each.after().get();
        int offset = each.before().isPresent() ? 0 : added.merge(edit.type(), 1, Integer::sum) - 1;
        rows.put(framework, offset == 0 ? object : shifted(object, offset));
      } else {
        rows.remove(framework, edit.type(), edit.identifier());
      }
      kept.add(
          new Changes.Kept(
              edit.type(),
              edit.identifier(),
              each.before(),
              each.after().map(CaseObject::fingerprint)));
    }
    rows.touch(framework, now);
    UUID change = ids.next();
    changes.add(change, framework, now, actor, summary, kept);
    return new Result.Changed(change);
  }

  /** Several new objects stand one behind the other. */
  private static CaseObject shifted(CaseObject object, int by) {
    return new CaseObject(
        object.type(),
        object.identifier(),
        object.positions().stream().map(position -> position + by).toList(),
        object.variant(),
        object.received(),
        object.fingerprint(),
        object.strict());
  }
}
