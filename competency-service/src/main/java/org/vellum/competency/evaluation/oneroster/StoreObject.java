package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores a category, score scale, line item or assessment line item that a client sent. Results on
 * it that came before keep the title and scale under which they came.
 */
@UseCase
class StoreObject {
  private final GradebookTables tables;

  @Inject
  StoreObject(GradebookTables tables) {
    this.tables = tables;
  }

  /** What became of it. */
  sealed interface Result {
    /**
     * It is stored.
     *
     * @param before as of when it was known before, if it was
     * @param changes whether that was another state
     */
    record Stored(Optional<Instant> before, boolean changes) implements Result {}

    /** What a member of it names is not there. */
    record UnknownReference(String member) implements Result {}

    /** A newer state of it is stored already. */
    record Stale(Instant newest) implements Result {}

    /** Its identifier is that of an object of another class. */
    record Taken(String singular) implements Result {}
  }

  /** Stores it unless something speaks against it. */
  public Result store(GradebookObject object) {
    Optional<String> unknown = tables.unknownReference(object);
    if (unknown.isPresent()) {
      return new Result.UnknownReference(unknown.get());
    }
    Optional<GradebookTables.Known> known =
        tables.lock(object.singular(), object.base().sourcedId());
    if (known.isPresent()) {
      if (!known.get().singular().equals(object.singular())) {
        return new Result.Taken(known.get().singular());
      }
      if (known.get().lastModified().isAfter(object.base().lastModified())) {
        return new Result.Stale(known.get().lastModified());
      }
    }
    tables.put(object);
    Optional<Instant> before = known.map(GradebookTables.Known::lastModified);
    return new Result.Stored(before, before.filter(object.base().lastModified()::equals).isEmpty());
  }
}
