package org.vellum.finaid.records;

import java.util.Optional;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.Published;

/** Knows how records were published that may still say the same. */
@FunctionalInterface
public interface PublishedBefore {
  /** Of a learner of whom nothing was published. */
  PublishedBefore NONE = (entity, id) -> Optional.empty();

  /** How a record was published; nothing if it has no time yet. */
  Optional<Published> of(Entity entity, String id);
}
