package org.vellum.platform.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A server's answer to one request (HTTP/1.1, RFC 9112), read within bounds.
 *
 * @param status its status code
 * @param headers its headers, by their names in lower case
 * @param body its body
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 100;

  /** The answer is larger than was allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads an answer whose body has at most so many bytes; an informational one is passed over. */
  static HttpAnswer read(InputStream in, int largest) throws IOException {
    int status = status(line(in));
    Map<String, String> headers = headers(in);
    while (status >= 100 && status < 200) {
      status = status(line(in));
      headers = headers(in);
    }
    return new HttpAnswer(status, headers, body(in, headers, largest));
  }

  /** The media type without its parameters, in lower case; empty if none is named. */
  String mediaType() {
    String type = headers.getOrDefault("content-type", "");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Section 4: status-line = HTTP-version SP status-code SP [ reason-phrase ]. */
  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
      throw new ProtocolException("not HTTP/1.1");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i <= MOST_HEADERS; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("a header without a name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + "," + other);
    }
    throw new ProtocolException("too many headers");
  }

  /** RFC 9110, section 8.4.1.3: what is compressed is bounded by what it holds. */
  private static byte[] body(InputStream in, Map<String, String> headers, int largest)
      throws IOException {
    String encoding = headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
    byte[] body = encoded(in, headers, largest);
    return switch (encoding) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> {
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
          yield bounded(unzipped.readNBytes(largest + 1), largest);
        }
      }
      default -> throw new ProtocolException("an encoding that was not asked for");
    };
  }

  /** Section 6.3: chunked, of a given length, or up to the end of the connection. */
  private static byte[] encoded(InputStream in, Map<String, String> headers, int largest)
      throws IOException {
    String coding = headers.getOrDefault("transfer-encoding", "");
    if (coding.equalsIgnoreCase("chunked")) {
      return chunks(in, largest);
    }
    if (!coding.isEmpty()) {
      throw new ProtocolException("an unknown transfer coding");
    }
    String length = headers.get("content-length");
    if (length == null) {
      return bounded(in.readNBytes(largest + 1), largest);
    }
    if (!length.matches("\\d{1,18}")) {
      throw new ProtocolException("not a length");
    }
    return exactly(in, bounded(Long.parseLong(length), largest));
  }

  /** Section 7.1; trailers are not read, for the connection ends with this answer. */
  private static byte[] chunks(InputStream in, int largest) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(in).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new ProtocolException("not the size of a chunk");
      }
      int length = bounded(Long.parseLong(size, 16), largest);
      if (length == 0) {
        return body.toByteArray();
      }
      bounded((long) body.size() + length, largest);
      body.writeBytes(exactly(in, length));
      if (!line(in).isEmpty()) {
        throw new ProtocolException("a chunk longer than its size");
      }
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer breaks off");
    }
    return bytes;
  }

  private static byte[] bounded(byte[] bytes, int largest) throws IOException {
    bounded(bytes.length, largest);
    return bytes;
  }

  private static int bounded(long length, int largest) throws IOException {
    if (length > largest) {
      throw new TooLargeException();
    }
    return (int) length;
  }

  private static String line(InputStream in) throws IOException {
    byte[] line = new byte[LONGEST_LINE];
    int length = 0;
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the answer breaks off");
      }
      if (length == LONGEST_LINE) {
        throw new ProtocolException("a line too long");
      }
      line[length++] = (byte) next;
      next = in.read();
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(Arrays.copyOf(line, end), ISO_8859_1);
  }
}
