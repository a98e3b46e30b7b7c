package org.vellum.finaid.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bytes of a file, as a request asks for it (RFC 9110, section 14).
 *
 * @param first the first byte, from 0
 * @param last the last byte
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /** What a request asks for. */
  sealed interface Asked {
    /** All of it: no range, several, or one that nobody understands. */
    record Whole() implements Asked {}

    /** A part. */
    record Part(ByteRange range) implements Asked {}

    /** What is not there. */
    record Beyond() implements Asked {}
  }

  /**
   * Reads the header.
   *
   * @param header {@code Range}, or nothing
   * @param length of the file
   */
  static Asked of(Optional<String> header, long length) {
    Matcher matcher = ONE.matcher(header.orElse(""));
    if (!matcher.matches() || (matcher.group(1) + matcher.group(2)).isEmpty()) {
      return new Asked.Whole();
    }
    if (matcher.group(1).isEmpty()) {
      long last = Long.parseLong(matcher.group(2));
      return last == 0 || length == 0
          ? new Asked.Beyond()
          : new Asked.Part(new ByteRange(Math.max(0, length - last), length - 1));
    }
    long first = Long.parseLong(matcher.group(1));
    if (first >= length) {
      return new Asked.Beyond();
    }
    long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    return last < first
        ? new Asked.Whole()
        : new Asked.Part(new ByteRange(first, Math.min(last, length - 1)));
  }

  long length() {
    return last - first + 1;
  }

  /** The header {@code Content-Range}. */
  String of(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
