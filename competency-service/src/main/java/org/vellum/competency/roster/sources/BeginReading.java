package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/** Begins the reading of a source, or takes up one that broke off. */
@UseCase
public class BeginReading {
  private final Sources sources;
  private final Clock clock;

  @Inject
  public BeginReading(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** Begins it or takes it up. */
  public void begin(UUID source) {
    sources.begin(source, clock.instant());
  }
}
