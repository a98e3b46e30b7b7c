package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for one address as fast as a server answers, over connections that stay open. It does as
 * little as it can by itself, because it runs on the same cores as the server.
 *
 * @param address what is asked for
 * @param headers further lines of the request
 * @param status the status that every answer must have
 */
record HttpLoad(URI address, List<String> headers, int status) {
  private static final int BUFFER = 1 << 16;

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
    try (Connection connection = new Connection()) {
      connection.ask();
      return connection.header(name);
    }
  }

  /** How many bytes one answer has. */
  long size() throws IOException {
    try (Connection connection = new Connection()) {
      return connection.ask();
    }
  }

  private long askUntil(long end) throws IOException {
    long answers = 0;
    Connection connection = new Connection();
    try {
      while (System.nanoTime() < end) {
        connection.ask();
        answers++;
        if (connection.header("Connection").equalsIgnoreCase("close")) {
          connection.close();
          connection = new Connection();
        }
      }
    } finally {
      connection.close();
    }
    return answers;
  }

  /** One connection, one request after another. */
  private final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final byte[] buffer = new byte[BUFFER];
    private final List<String> head = new ArrayList<>();

    Connection() throws IOException {
      this.socket = new Socket(address.getHost(), address.getPort());
      this.socket.setTcpNoDelay(true);
      this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
      String path =
          address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
      List<String> lines = new ArrayList<>();
      lines.add("GET " + path + " HTTP/1.1");
      lines.add("Host: " + address.getAuthority());
      lines.addAll(headers);
      this.request = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    long ask() throws IOException {
      socket.getOutputStream().write(request);
      head.clear();
      for (String line = line(); !line.isEmpty(); line = line()) {
        head.add(line);
      }
      if (!head.getFirst().contains(" " + status + " ")
          && !head.getFirst().endsWith(" " + status)) {
        throw new IllegalStateException("not what is measured: " + head);
      }
      return status == 304 ? 0 : body();
    }

    private long body() throws IOException {
      if (header("Transfer-Encoding").equals("chunked")) {
        long bytes = 0;
        for (long size = chunk(); size > 0; size = chunk()) {
          skip(size);
          bytes += size;
          line();
        }
        line();
        return bytes;
      }
      long size = Long.parseLong(header("Content-Length"));
      skip(size);
      return size;
    }

    private long chunk() throws IOException {
      return Long.parseLong(line(), 16);
    }

    private void skip(long bytes) throws IOException {
      long left = bytes;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException();
        }
        left -= read;
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int each = in.read(); each != '\n'; each = in.read()) {
        if (each < 0) {
          throw new EOFException();
        }
        if (each != '\r') {
          line.append((char) each);
        }
      }
      return line.toString();
    }

    String header(String name) {
      String begin = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
          .map(line -> line.substring(begin.length()).strip())
          .findFirst()
          .orElse("");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
