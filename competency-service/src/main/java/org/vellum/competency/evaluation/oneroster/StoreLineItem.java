package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores a line item that a client sent. Results on it that came before keep the title and scale
 * under which they came.
 */
@UseCase
class StoreLineItem {
  private final LineItems lineItems;

  @Inject
  StoreLineItem(LineItems lineItems) {
    this.lineItems = lineItems;
  }

  /** Stores it unless the roster does not know what it names, or knows a newer state of it. */
  public LineItemOutcome store(GradebookLineItem item) {
    Optional<String> unknown = lineItems.unknownReference(item);
    if (unknown.isPresent()) {
      return new LineItemOutcome.UnknownReference(unknown.get());
    }
    Optional<Instant> newer =
        lineItems
            .lockLastModified(item.sourcedId())
            .filter(stored -> stored.isAfter(item.lastModified()));
    if (newer.isPresent()) {
      return new LineItemOutcome.Stale(newer.get());
    }
    lineItems.put(item);
    return new LineItemOutcome.Stored();
  }
}
