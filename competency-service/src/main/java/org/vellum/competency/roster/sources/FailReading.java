package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/** Notes why the reading of a source broke off. It goes on from there later. */
@UseCase
public class FailReading {
  private final Sources sources;
  private final Clock clock;

  @Inject
  public FailReading(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** Notes it. */
  public void fail(UUID source, String why) {
    sources.fail(source, why, clock.instant());
  }
}
