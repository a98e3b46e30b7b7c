package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Issues many credentials on every core, and gives them out in the order in which they came in. No
 * more are in memory than the cores need to stay busy; one that fails holds up no other.
 */
public final class BatchIssuing {
  /** So many wait or are signed for each worker, so that none waits for the one that reads. */
  private static final int AHEAD = 4;

  private final int workers;

  /**
   * Issues with so many threads.
   *
   * @throws IllegalArgumentException if there is not one
   */
  public BatchIssuing(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("somebody must do the work");
    }
    this.workers = workers;
  }

  /** Issues with a thread for each core. */
  public static BatchIssuing onAllCores() {
    return new BatchIssuing(Runtime.getRuntime().availableProcessors());
  }

  /** What became of one credential. */
  public sealed interface Item {
    /** Its place in the batch, from 0. */
    long number();

    /** It is signed. */
    record Issued(long number, ObjectNode credential) implements Item {}

    /** It is not signed; the others are. */
    record Failed(long number, RuntimeException reason) implements Item {}
  }

  /**
   * How many there were.
   *
   * @param issued signed
   * @param failed not signed
   */
  public record Count(long issued, long failed) {}

  /**
   * Issues each credential.
   *
   * @param credentials read one by one, by the thread that calls
   * @param issue signs one, in any thread; a record with credentials inside signs those first
   * @param receiver is told of each in order, by the thread that calls: the batch's progress
   * @throws InterruptedException if the thread is interrupted; what is under way is given up
   */
  public Count issue(
      Iterator<ObjectNode> credentials, UnaryOperator<ObjectNode> issue, Consumer<Item> receiver)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      Tally tally = new Tally(receiver);
      Deque<Future<Item>> underWay = new ArrayDeque<>();
      for (long number = 0; credentials.hasNext(); number++) {
        if (underWay.size() == workers * AHEAD) {
          tally.add(underWay.remove());
        }
        underWay.add(threads.submit(one(number, credentials.next(), issue)));
      }
      while (!underWay.isEmpty()) {
        tally.add(underWay.remove());
      }
      return new Count(tally.issued, tally.failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Item> one(
      long number, ObjectNode credential, UnaryOperator<ObjectNode> issue) {
    return () -> {
      try {
        return new Item.Issued(number, issue.apply(credential));
      } catch (RuntimeException e) {
        return new Item.Failed(number, e);
      }
    };
  }

  private static final class Tally {
    private final Consumer<Item> receiver;
    private long issued;
    private long failed;

    Tally(Consumer<Item> receiver) {
      this.receiver = receiver;
    }

    void add(Future<Item> future) throws InterruptedException {
      try {
        Item item = future.get();
        switch (item) {
          case Item.Issued done -> issued++;
          case Item.Failed not -> failed++;
        }
        receiver.accept(item);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a worker gave up", e.getCause());
      }
    }
  }
}
