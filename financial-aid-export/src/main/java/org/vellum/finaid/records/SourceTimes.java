package org.vellum.finaid.records;

import java.util.Optional;
import org.vellum.finaid.export.Entity;

/** Knows as of which times records were published that may still say the same. */
@FunctionalInterface
public interface SourceTimes {
  /** Of a learner of whom nothing was published. */
  SourceTimes NONE = (entity, id) -> Optional.empty();

  /** The {@code sourceAsOf} of a record in the text of an instant; nothing if it has none yet. */
  Optional<String> of(Entity entity, String id);
}
