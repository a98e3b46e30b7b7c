package org.vellum.competency.framework.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.vellum.platform.fetch.PublicAddresses;
import org.vellum.platform.fetch.WebClient;

/**
 * A server on the loopback address that answers byte for byte as a test says. Its client believes
 * that every name but {@code inside.example} is on the public Internet, and all else of it is as in
 * production: that its connections lead here, without TLS, is the allowance that only tests make.
 */
public final class LoopbackServer implements AutoCloseable {
  /** The requests as they came: head and body. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ServerSocket socket;

  /** What it writes. */
  @FunctionalInterface
  public interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  public LoopbackServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public LoopbackServer answering(String target, Answer answer) {
    answers.put(target, answer);
    return this;
  }

  public LoopbackServer json(String target, String json) {
    return answering(target, head("application/json", json.getBytes(UTF_8)));
  }

  public static Answer head(String type, byte[] body) {
    return out -> {
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: "
              + type
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      out.write(head.getBytes(UTF_8));
      out.write(body);
    };
  }

  static Answer gzipped(byte[] body) {
    return out -> {
      String head =
          """
          HTTP/1.1 200 OK
          Content-Type: application/json
          Content-Encoding: gzip
          Content-Length: %d

          """
              .formatted(body.length);
      text(head).write(out);
      out.write(body);
    };
  }

  static byte[] zipped(byte[] block, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        gzip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  public static Answer text(String text) {
    return out -> out.write(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  public WebClient client() {
    return new WebClient(
        host ->
            List.of(
                InetAddress.getByName(
                    host.startsWith("inside.")
                        ? "10.0.0.1"
                        : host.matches("[0-9.]+") ? host : "93.184.215.14")),
        PublicAddresses::includes,
        (address, host, timeout) -> {
          Socket here = new Socket();
          here.setSoTimeout(timeout);
          here.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()),
              timeout);
          return here;
        });
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
        head.write(in.read());
      }
      String request = head.toString(UTF_8);
      int length = 0;
      for (String line : request.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      requests.add(request + new String(in.readNBytes(length), UTF_8));
      Answer missing = text("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n");
      answers.getOrDefault(request.split(" ", 3)[1], missing).write(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The client left, which some tests are about.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
