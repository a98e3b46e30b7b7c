package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines of long files, without looking at every byte of them one by one. */
final class Lines {
  private static final int FIRST = 200;
  private static final int ONE_OF = 199;
  private static final int MOST = 2_000;
  private static final int WINDOW = 16 * 1024;
  private static final long LINE_ENDS = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final RandomAccessFile file;
  private final long end;
  private byte[] window = new byte[WINDOW];

  private Lines(RandomAccessFile file, long end) {
    this.file = file;
    this.end = end;
  }

  /** How many line ends there are among the first bytes of a block. */
  static int count(byte[] block, int length) {
    int lines = 0;
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      // A byte of zero is where a line end was: the high bit of each such byte, and no other.
      long other = (long) LONGS.get(block, i) ^ LINE_ENDS;
      long zeros = ~(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS);
      lines += Long.bitCount(zeros);
    }
    for (; i < length; i++) {
      if (block[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /**
   * The first lines of a file, and then one of many, each without its line end.
   *
   * @param head how many bytes stand before the first
   * @param foot how many bytes stand after the last
   */
  static List<String> chosen(Path path, int head, int foot) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return new Lines(file, file.length() - foot).chosen(head);
    }
  }

  private List<String> chosen(long begin) throws IOException {
    List<String> chosen = new ArrayList<>();
    long at = begin;
    while (at < end && chosen.size() < FIRST) {
      at = next(at, chosen);
    }
    long rest = end - at;
    long each = Math.max(1, (at - begin) / Math.max(1, chosen.size()));
    long step = Math.max(each * ONE_OF, rest / MOST);
    for (long from = at + step; from < end; from += step) {
      long start = next(from, new ArrayList<>());
      if (start < end) {
        next(start, chosen);
      }
    }
    return chosen;
  }

  /**
   * Reads what is left of the line at a place.
   *
   * @return where the next begins
   */
  private long next(long at, List<String> lines) throws IOException {
    int length = 0;
    while (true) {
      if (length == window.length) {
        window = java.util.Arrays.copyOf(window, 2 * length);
      }
      file.seek(at + length);
      int room = (int) Math.min(window.length - length, end - at - length);
      if (room == 0) {
        lines.add(new String(window, 0, length, UTF_8));
        return end;
      }
      file.readFully(window, length, room);
      for (int i = length; i < length + room; i++) {
        if (window[i] == '\n') {
          lines.add(new String(window, 0, i, UTF_8));
          return at + i + 1;
        }
      }
      length += room;
    }
  }
}
