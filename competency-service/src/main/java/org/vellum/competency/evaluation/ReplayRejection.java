package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/** Judges a refused result once more, as if its source had sent it again. */
@UseCase
public class ReplayRejection {
  private final RejectedResults rejected;
  private final RecordResult recordResult;

  @Inject
  public ReplayRejection(RejectedResults rejected, RecordResult recordResult) {
    this.rejected = rejected;
    this.recordResult = recordResult;
  }

  /** What becomes of it now; empty if there is none, or it is settled. */
  public Optional<Recorded> replay(UUID rejection) {
    return rejected
        .find(rejection)
        .filter(known -> !known.state().equals("settled"))
        .map(known -> recordResult.record(known.sent()));
  }
}
