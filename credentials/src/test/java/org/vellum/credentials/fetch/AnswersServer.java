package org.vellum.credentials.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers every connection as the test says, byte for byte. */
final class AnswersServer implements AutoCloseable {
  /** The request's heads as they came. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  private final ServerSocket socket;

  /** What it writes, given the path that was asked for. */
  interface Answer {
    void write(String path, OutputStream out) throws IOException, InterruptedException;
  }

  AnswersServer(Answer answer) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(answer));
  }

  static Answer text(String text) {
    return (path, out) -> out.write(text.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  /** A transport that brings every connection here, wherever it was meant to go. */
  Transport transport() {
    return (address, host, timeout) -> {
      Socket here = new Socket();
      here.setSoTimeout(timeout);
      here.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()), timeout);
      return here;
    };
  }

  private void accept(Answer answer) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection, answer));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection, Answer answer) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      StringBuilder head = new StringBuilder();
      String line = in.readLine();
      String path = line == null ? "" : line.split(" ", 3)[1];
      while (line != null && !line.isEmpty()) {
        head.append(line).append('\n');
        line = in.readLine();
      }
      requests.add(head.toString());
      answer.write(path, connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The client left, which some tests are about.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
