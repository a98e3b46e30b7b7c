package org.vellum.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several that do the same beside each other, each with something of its own. */
final class Senders {
  private Senders() {}

  /** What only one of them uses. */
  interface Own extends AutoCloseable {
    @Override
    void close() throws IOException, SQLException;
  }

  /** One of them, with what only it uses. */
  @FunctionalInterface
  interface Opening<R extends Own> {
    R open() throws Exception;
  }

  /** What one of them does. */
  @FunctionalInterface
  interface Sending<R> {
    void send(R own, int number) throws Exception;
  }

  /**
   * Has numbers from 0 done, each by the sender whose number is its remainder.
   *
   * @param senders how many there are
   * @return seconds that it took
   */
  static <R extends Own> double seconds(
      int senders, int count, Opening<R> opening, Sending<R> sending) throws Exception {
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<?>> running = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        int first = sender;
        running.add(
            threads.submit(() -> {
              try (R own = opening.open()) {
                for (int number = first; number < count; number += senders) {
                  sending.send(own, number);
                }
              }
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
