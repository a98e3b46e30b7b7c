package org.vellum.competency.evaluation.csv;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes pieces in a thread of its own while those before them are taken: the next is ready when one
 * is done with, and there is never more than that. What makes them needs nothing of the container,
 * and leaves the database alone.
 *
 * @param <T> the pieces
 */
final class OneAhead<T> {
  private final SynchronousQueue<Optional<T>> handed = new SynchronousQueue<>();

  /** Makes pieces one after another. */
  @FunctionalInterface
  interface Maker<T> {
    /**
     * Makes all of them.
     *
     * @param pieces takes each when it is made, and returns when the one before is done with
     */
    void make(Consumer<T> pieces) throws IOException;
  }

  private OneAhead() {}

  /**
   * Takes each piece, in the thread that asks, in the order in which they are made.
   *
   * @throws IOException what the maker throws, after the pieces that it made before were taken; the
   *     same with what is unchecked. What the taker throws ends both at once
   */
  static <T> void each(Maker<T> maker, Consumer<T> taker) throws IOException {
    new OneAhead<T>().run(maker, taker);
  }

  private void run(Maker<T> maker, Consumer<T> taker) throws IOException {
    FutureTask<Boolean> making = new FutureTask<>(() -> makeAll(maker));
    Thread thread = Thread.ofVirtual().name("one-ahead").start(making);
    try {
      Optional<T> piece = handed.take();
      while (piece.isPresent()) {
        taker.accept(piece.get());
        piece = handed.take();
      }
      making.get();
    } catch (ExecutionException e) {
      throw asThrown(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      making.cancel(true);
      end(thread);
    }
  }

  private boolean makeAll(Maker<T> maker) throws IOException {
    try {
      maker.make(piece -> hand(Optional.of(piece)));
      return true;
    } finally {
      hand(Optional.empty());
    }
  }

  /** Whoever was interrupted once hands nothing over any more: nobody takes it. */
  private void hand(Optional<T> piece) {
    try {
      handed.put(piece);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException asThrown(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException checked -> checked;
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("nothing else is declared", cause);
    };
  }

  private static void end(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CancellationException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }
}
