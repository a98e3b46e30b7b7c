package org.vellum.competency.framework.versions;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/**
 * Bounds the memory of what holds whole frameworks: few do so at once, others wait for their turn.
 */
@Component
public class Turns {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Semaphore free;
  private final Duration patience;

  public Turns() {
    this(AT_ONCE, PATIENCE);
  }

  Turns(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Does something when it is its turn.
   *
   * @throws org.vellum.platform.problem.ProblemException 503 if that takes too long
   */
  <T> T take(Supplier<T> work) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static RuntimeException busy() {
    return Problem.of(503, "Busy", "Others are comparing frameworks just now. Try again soon.")
        .exception();
  }
}
