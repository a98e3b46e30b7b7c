package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.List;
import org.vellum.platform.usecase.UseCase;

/** Stores results that came one by one, each exactly as {@link RecordResult} stores one. */
@UseCase
public class RecordArrived {
  private final ResultBatch batches;

  @Inject
  public RecordArrived(ResultBatch batches) {
    this.batches = batches;
  }

  /**
   * Stores them, or keeps among the rejected those against which something speaks.
   *
   * @param arrived results of one source, at least one, each {@code sourcedId} once
   * @return what became of each, in their order
   */
  public List<Recorded> record(List<Arrived> arrived) {
    return batches.record(arrived);
  }
}
