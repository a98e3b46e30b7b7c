package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores a result as {@link RecordResult} does, but only if it is newer than all that is known of
 * it: for sources by whose standard one that is as new is refused.
 */
@UseCase
public class RecordNewerResult {
  private final ResultBatch batches;

  @Inject
  public RecordNewerResult(ResultBatch batches) {
    this.batches = batches;
  }

  /**
   * Stores it, or keeps it among the rejected if something else than its time speaks against it.
   */
  public Recorded record(SentResult sent) {
    return batches.recordNewer(sent);
  }
}
