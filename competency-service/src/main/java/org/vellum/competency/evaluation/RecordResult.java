package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores a result that a source sent as a fact, and decides in the same transaction what the
 * learner has achieved by it.
 */
@UseCase
public class RecordResult {
  private final ResultBatch batches;

  @Inject
  public RecordResult(ResultBatch batches) {
    this.batches = batches;
  }

  /** Stores it, or keeps it among the rejected if something speaks against it. */
  public Recorded record(SentResult sent) {
    return batches.recordOne(sent);
  }
}
