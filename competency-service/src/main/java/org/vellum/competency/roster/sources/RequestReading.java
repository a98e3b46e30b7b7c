package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/** Asks for a source to be read, within moments. */
@UseCase
public class RequestReading {
  private final Sources sources;

  @Inject
  public RequestReading(Sources sources) {
    this.sources = sources;
  }

  /**
   * Asks for it.
   *
   * @return whether there is such a source
   */
  public boolean request(UUID id) {
    return sources.request(id);
  }
}
