package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.usecase.UseCase;

/**
 * Asks for all of a source to be read again, not only what changed: for want of something here much
 * may have been refused. What is here already is not stored twice.
 */
@UseCase
public class RequestWholeReading {
  private final Sources sources;

  @Inject
  public RequestWholeReading(Sources sources) {
    this.sources = sources;
  }

  /**
   * Asks for it.
   *
   * @return whether there is such a source
   */
  public boolean request(UUID id) {
    return sources.requestAll(id);
  }
}
