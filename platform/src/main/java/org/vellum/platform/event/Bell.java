package org.vellum.platform.event;

import jakarta.annotation.Resource;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;

/**
 * Remembers, when a transaction that announced something has ended well, that readers are to be
 * woken. The transaction does not wake them by itself: PostgreSQL lets only one transaction that
 * notifies commit at a time, so results that are stored side by side would wait for each other's
 * disk. Should the node end in between, readers find the event by their slow poll.
 */
@Component
class Bell {
  private static final String REGISTERED = Bell.class.getName();

  private final Semaphore rings = new Semaphore(0);

  /** Null outside of a container. */
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private @Nullable TransactionSynchronizationRegistry transactions;

  Bell() {}

  /** One over the transactions of somebody else than the container. */
  Bell(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /**
   * Has it ring when the caller's transaction is committed, once however often this is asked.
   *
   * @return false if there is no transaction, and so nothing after which it could ring
   */
  boolean ringsAfterCommit() {
    TransactionSynchronizationRegistry registry = transactions;
    if (registry == null || registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return false;
    }
    if (registry.getResource(REGISTERED) == null) {
      registry.registerInterposedSynchronization(new AfterCommit());
      registry.putResource(REGISTERED, REGISTERED);
    }
    return true;
  }

  /** Waits until it rings; rings that came meanwhile are one. */
  void await() throws InterruptedException {
    rings.acquire();
    rings.drainPermits();
  }

  /** Whether it has rung since somebody waited last. */
  boolean hasRung() {
    return rings.availablePermits() > 0;
  }

  /** Has whoever waits go on. */
  void ring() {
    rings.release();
  }

  private final class AfterCommit implements Synchronization {
    @Override
    public void beforeCompletion() {
      // Nothing can be seen yet.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        ring();
      }
    }
  }
}
