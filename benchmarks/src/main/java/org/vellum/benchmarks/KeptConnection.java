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

/**
 * A connection to a server that stays open, one request after another. It does as little as it can
 * by itself, because it runs on the same cores as the server.
 */
final class KeptConnection implements Senders.Own {
  private static final int BUFFER = 1 << 16;
  private static final List<Integer> WITHOUT_BODY = List.of(204, 304);

  private final URI server;
  private final byte[] buffer = new byte[BUFFER];
  private final List<String> head = new ArrayList<>();
  private Socket socket;
  private InputStream in;

  KeptConnection(URI server) throws IOException {
    this.server = server;
    this.socket = connect();
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  private Socket connect() throws IOException {
    Socket connected = new Socket(server.getHost(), server.getPort());
    connected.setTcpNoDelay(true);
    return connected;
  }

  /** A request as bytes; its body may be empty. */
  static byte[] request(String method, URI address, List<String> headers, String body) {
    String path =
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + path + " HTTP/1.1");
    lines.add("Host: " + address.getAuthority());
    lines.addAll(headers);
    if (!body.isEmpty()) {
      lines.add("Content-Length: " + body.length());
    }
    return (String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(ISO_8859_1);
  }

  /**
   * Sends a request and reads its answer to the end.
   *
   * @param status the status that the answer must have
   * @return how many bytes its body had
   */
  long send(byte[] request, int status) throws IOException {
    socket.getOutputStream().write(request);
    head.clear();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.add(line);
    }
    String first = head.getFirst() + " ";
    if (!first.contains(" " + status + " ")) {
      throw new IllegalStateException("not what is measured: " + head);
    }
    long bytes = WITHOUT_BODY.contains(status) ? 0 : body();
    if (header("Connection").equalsIgnoreCase("close")) {
      socket.close();
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }
    return bytes;
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
    String length = header("Content-Length");
    long size = length.isEmpty() ? 0 : Long.parseLong(length);
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

  /** A header of the last answer; empty if it had none of this name. */
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
