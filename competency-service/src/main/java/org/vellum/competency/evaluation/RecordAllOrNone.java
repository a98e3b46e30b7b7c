package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vellum.platform.usecase.UseCase;

/**
 * Stores results that were sent together, all of them or none. Those that stood in the way are kept
 * among the rejected all the same: a registrar sees why, and may mend and replay them.
 */
@UseCase
public class RecordAllOrNone {
  private final ResultBatch batches;

  @Inject
  public RecordAllOrNone(ResultBatch batches) {
    this.batches = batches;
  }

  /** What became of them. */
  public sealed interface Result {
    /** All are known now, be it from before. */
    record Stored() implements Result {}

    /** None was stored, because of these; by their {@code sourcedId}, in their order. */
    record Refused(Map<String, Recorded> why) implements Result {}
  }

  /**
   * Stores them or none.
   *
   * @param batch results of one source, each {@code sourcedId} once
   */
  public Result record(List<SentResult> batch) {
    if (batch.isEmpty()) {
      return new Result.Stored();
    }
    ResultBatch.Judged judged = batches.judge(batch);
    Map<String, Recorded> why = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      switch (judged.outcomes().get(i)) {
        case Recorded.Stored stored -> {}
        case Recorded.AlreadyKnown known -> {}
        case Recorded other -> why.put(batch.get(i).sourcedId(), other);
      }
    }
    if (!why.isEmpty()) {
      batches.keepRefused(judged);
      return new Result.Refused(why);
    }
    batches.store(judged);
    return new Result.Stored();
  }
}
