package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.List;
import org.vellum.platform.usecase.UseCase;

/** Stores many results of one source, each exactly as {@link RecordResult} stores one. */
@UseCase
public class RecordResults {
  private final ResultBatch batches;

  @Inject
  public RecordResults(ResultBatch batches) {
    this.batches = batches;
  }

  /**
   * Stores them, or keeps among the rejected those against which something speaks.
   *
   * @param batch results of one source, each {@code sourcedId} once
   * @param keeping whether those that are refused are kept
   * @return what became of each, in their order
   */
  public List<Recorded> record(List<SentResult> batch, boolean keeping) {
    if (batch.isEmpty()) {
      return List.of();
    }
    ResultBatch.Judged judged = batches.judge(batch);
    if (keeping) {
      batches.keepRefused(judged);
    }
    batches.store(judged);
    return judged.outcomes();
  }
}
