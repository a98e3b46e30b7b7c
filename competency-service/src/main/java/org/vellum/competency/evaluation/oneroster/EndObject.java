package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.platform.usecase.UseCase;

/**
 * Deletes a category, score scale, line item or assessment line item as the standard lets a service
 * do it: by marking it {@code tobedeleted}. Facts rest on it, so it is kept.
 */
@UseCase
class EndObject {
  private final GradebookTables tables;
  private final Clock clock;

  @Inject
  EndObject(GradebookTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Deletes it.
   *
   * @param singular name of its class, as it wraps one object
   * @return whether there was one
   */
  public boolean end(String singular, String sourcedId) {
    return tables.end(singular, sourcedId, clock.instant());
  }
}
