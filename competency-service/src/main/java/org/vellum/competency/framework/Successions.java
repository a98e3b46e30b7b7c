package org.vellum.competency.framework;

import java.util.UUID;
import org.vellum.platform.usecase.Component;

/**
 * Who carries over to a new version of a framework what another feature keeps of the one before. It
 * is made known when the service starts.
 */
@Component
public class Successions {
  private volatile Carrying carrying = (former, successor, actor) -> {};

  /** Carries something over, in the transaction that adopts the new version. */
  @FunctionalInterface
  public interface Carrying {
    /**
     * Carries it over.
     *
     * @param former identifier of the CFDocument that is superseded
     * @param successor identifier of the CFDocument that supersedes it
     * @param actor who adopts it
     */
    void carryOver(UUID former, UUID successor, String actor);
  }

  /** Makes known who does. */
  public void areFollowedBy(Carrying other) {
    carrying = other;
  }

  void follow(UUID former, UUID successor, String actor) {
    carrying.carryOver(former, successor, actor);
  }
}
