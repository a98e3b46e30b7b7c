package org.vellum.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for one address as fast as a server answers, over connections that stay open.
 *
 * @param address what is asked for
 * @param headers further lines of the request
 * @param status the status that every answer must have
 */
record HttpLoad(URI address, List<String> headers, int status) {

  HttpLoad {
    headers = List.copyOf(headers);
  }

  /** Answers in a second, by so many clients during so many milliseconds. */
  double rate(int clients, long millis) throws Exception {
    long begin = System.nanoTime();
    long end = begin + millis * 1_000_000;
    long answers = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(threads.submit(() -> askUntil(end)));
      }
      for (Future<Long> each : running) {
        answers += each.get();
      }
    }
    return answers / ((System.nanoTime() - begin) / 1e9);
  }

  /** The header of one answer, or an empty text if the answer has none of this name. */
  String header(String name) throws IOException {
    try (KeptConnection connection = new KeptConnection(address)) {
      connection.send(request(), status);
      return connection.header(name);
    }
  }

  /** How many bytes one answer has. */
  long size() throws IOException {
    try (KeptConnection connection = new KeptConnection(address)) {
      return connection.send(request(), status);
    }
  }

  private byte[] request() {
    return KeptConnection.request("GET", address, headers, "");
  }

  private long askUntil(long end) throws IOException {
    byte[] request = request();
    long answers = 0;
    try (KeptConnection connection = new KeptConnection(address)) {
      while (System.nanoTime() < end) {
        connection.send(request, status);
        answers++;
      }
    }
    return answers;
  }
}
