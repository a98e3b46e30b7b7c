package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.platform.usecase.UseCase;

/** Takes back the latest change of a draft. Done again, it takes back the one before. */
@UseCase
public class UndoChange {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final DraftRows rows;
  private final Changes changes;
  private final Clock clock;

  @Inject
  UndoChange(
      Frameworks frameworks,
      StoredPackages packages,
      DraftRows rows,
      Changes changes,
      Clock clock) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.rows = rows;
    this.changes = changes;
    this.clock = clock;
  }

  /** What came of taking back. */
  sealed interface Result {
    /** The draft is as it was before this change. */
    record Undone(Changes.Change change) implements Result {}

    /** Another change came after the one that was to be taken back; nothing was done. */
    record NotTheLast() implements Result {}

    /** The framework is no draft and is not changed any more. */
    record Adopted() implements Result {}

    /** There is no such framework. */
    record Unknown() implements Result {}
  }

  /**
   * Takes back a change.
   *
   * @param change the latest change, as it was shown
   */
  public Result undo(UUID framework, UUID change, String actor) {
    packages.lock(framework);
    Optional<Framework> found = frameworks.find(framework, Audience.REGISTRARS);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    if (!found.get().draft()) {
      return new Result.Adopted();
    }
    Optional<Changes.Change> last = changes.findLast(framework);
    if (last.isEmpty() || !last.get().id().equals(change)) {
      return new Result.NotTheLast();
    }
    List<Changes.Kept> objects = changes.listObjects(change);
    if (objects.stream().anyMatch(object -> !stands(framework, object))) {
      return new Result.NotTheLast();
    }
    Instant now = clock.instant();
    objects.forEach(object -> restore(framework, object));
    rows.touch(framework, now);
    changes.undone(change, now, actor);
    return new Result.Undone(last.get());
  }

  private boolean stands(UUID framework, Changes.Kept object) {
    return rows.find(framework, object.type(), object.identifier())
        .map(Stored::fingerprint)
        .equals(object.after());
  }

  private void restore(UUID framework, Changes.Kept object) {
    if (object.before().isEmpty()) {
      rows.remove(framework, object.type(), object.identifier());
      return;
    }
    Stored before = object.before().get();
    ObjectNode strict = StoredObjects.sent(before);
    rows.put(
        framework,
        new CaseObject(
            object.type(),
            object.identifier(),
            before.positions(),
            false,
            before.received(),
            before.fingerprint(),
            strict));
  }
}
